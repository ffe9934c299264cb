import { type Analysis, analyse, chartType, POINTS_FOR_LIMITS, type SeriesInput } from '@golden-thread/spc'
import { type MeasureDefinition, targetOn } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import { type Calendar, isoDate, type PeriodNumber, periodEnd, shortLabel } from '#understand/period.ts'
import type { Observations, SeriesSummary, Spark } from '#understand/series.ts'

/** Where a phase starts and how many points make its limits: what the statistics need of a PhaseRecord. */
export interface PhaseStart {
  readonly start: PeriodNumber
  readonly baseline: number | null
}

/** What people decided about the limits of a series. */
export interface LimitsInForce {
  readonly phases: readonly PhaseStart[]
  /** Periods whose figures no limit and no rule counts. */
  readonly excluded: readonly PeriodNumber[]
}

/** Nothing was decided: one phase of all figures. */
export const AS_THEY_COME: LimitsInForce = { phases: [], excluded: [] }

/** What is computed at import and stored beside a series. */
export type SeriesState = Pick<
  SeriesSummary,
  | 'latestLabel'
  | 'latestPeriod'
  | 'value'
  | 'provisional'
  | 'target'
  | 'variation'
  | 'assurance'
  | 'mean'
  | 'lower'
  | 'upper'
  | 'tooFew'
  | 'spark'
>

/** Points that a sparkline shows. */
const SPARK_POINTS = 24
/** Enough for a drawing 196 pixels wide, and short to store. */
const SPARK_DIGITS = 5
const NEAR = 1e-6

export function calendarOf(definition: MeasureDefinition): Calendar {
  return { kind: definition.period, weekEnds: definition.weekEnds }
}

/** Limits, rules and verdicts of a series, in the unit of display. */
export function analyseSeries(
  definition: MeasureDefinition,
  observations: Observations,
  limits: LimitsInForce,
): Analysis {
  return analyse(seriesInput(definition, observations, limits))
}

/** A series as the statistics take it. */
export function seriesInput(
  definition: MeasureDefinition,
  observations: Observations,
  { phases, excluded }: LimitsInForce,
): SeriesInput {
  const kind = kindOf(definition.kind)
  const targets = targetsOf(definition, observations.periods)
  return {
    chart: definition.chart,
    ruleSet: ruleSetOf(definition),
    method: { screenRanges: definition.screenRanges },
    numerators: kind.dated ? sinceLastEvent(observations) : observations.numerators,
    ...(kind.divides && { denominators: observations.denominators ?? missing(observations.periods.length) }),
    ...(chartType(definition.chart).needsSamples && { samples: samplesOf(observations) }),
    multiplier: definition.multiplier,
    direction: definition.better,
    ...(targets && { target: targets }),
    phases: phaseInputs(phases, observations.periods),
    excluded: observations.periods.flatMap((period, i) => (excluded.includes(period) ? [i] : [])),
  }
}

export function stateOf(definition: MeasureDefinition, observations: Observations, analysis: Analysis): SeriesState {
  const { latest } = analysis
  const calendar = calendarOf(definition)
  const period = latest < 0 ? null : observations.periods[latest]!
  const tooFew = analysis.pointsToCome > 0
  const line = (values: Float64Array) => (latest < 0 || tooFew ? null : orNull(values[latest]!))
  return {
    latestLabel: period === null ? '' : shortLabel(period, calendar),
    latestPeriod: period,
    value: latest < 0 ? null : orNull(analysis.values[latest]!),
    provisional: observations.provisional[latest] ?? false,
    target: latest < 0 ? null : orNull(analysis.targets[latest]!),
    variation: analysis.variation,
    assurance: analysis.assurance,
    mean: line(analysis.centre),
    lower: line(analysis.lower),
    upper: line(analysis.upper),
    tooFew: tooFew ? { have: POINTS_FOR_LIMITS - analysis.pointsToCome, need: POINTS_FOR_LIMITS } : null,
    spark: sparkOf(analysis, observations),
  }
}

/** Sizes and deviations behind averages; a sample of which nobody said the size, or half a person, counts as none. */
function samplesOf({ periods, denominators, spreads }: Observations) {
  const sizes = Float64Array.from(periods, (_, i) => Math.floor(denominators?.[i] || 0))
  return { sizes, deviations: spreads ?? missing(periods.length) }
}

function missing(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN)
}

/** The target of each period, NaN for none; null where the measure never has one. */
function targetsOf(definition: MeasureDefinition, periods: readonly PeriodNumber[]): Float64Array | null {
  if (definition.targets.length === 0) return null
  const calendar = calendarOf(definition)
  return Float64Array.from(
    periods,
    (period) => targetOn(definition, isoDate(periodEnd(period, calendar))) ?? Number.NaN,
  )
}

/** Events are judged by what lies between them: the cases counted since the last one, or else the days. */
function sinceLastEvent({ periods, denominators }: Observations): Float64Array {
  if (denominators) return denominators
  return Float64Array.from(periods, (day, i) => (i === 0 ? Number.NaN : day - periods[i - 1]!))
}

function phaseInputs(phases: readonly PhaseStart[], periods: readonly PeriodNumber[]) {
  return [...phases]
    .sort((a, b) => a.start - b.start)
    .map(({ start, baseline }) => ({ at: periods.findIndex((period) => period >= start), baseline }))
    .filter(({ at }, i, all) => at >= 0 && all[i + 1]?.at !== at)
    .map(({ at, baseline }) => ({ start: at, ...(baseline !== null && { baseline }) }))
}

function sparkOf(analysis: Analysis, observations: Observations): Spark {
  const from = Math.max(0, analysis.values.length - SPARK_POINTS)
  const short = (values: Float64Array) => {
    const numbers: (number | null)[] = []
    for (let i = from; i < values.length; i++) numbers.push(shortNumber(values[i]!))
    return numbers
  }
  const empty = analysis.pointsToCome > 0
  const none = () => new Array<null>(analysis.values.length - from).fill(null)
  return {
    values: short(analysis.values),
    centre: empty ? none() : short(analysis.centre),
    lower: empty ? none() : short(analysis.lower),
    upper: empty ? none() : short(analysis.upper),
    verdicts: empty
      ? analysis.verdicts.slice(from).map((verdict) => (verdict === 'missing' ? 'missing' : 'commonCause'))
      : analysis.verdicts.slice(from),
    provisional: observations.provisional.slice(from),
    target: orNull(analysis.targets.at(-1) ?? Number.NaN),
  }
}

/**
 * `Number(value.toPrecision(5))`; null for NaN. A sparkline has a hundred of them, so numbers of everyday size do not go
 * through text; where the half is so near that the product's own rounding could tip it, they do.
 */
export function shortNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null
  const size = Math.abs(value)
  const scale =
    size < 1 || size >= 1e5 ? 0 : size < 10 ? 1e4 : size < 100 ? 1e3 : size < 1e3 ? 100 : size < 1e4 ? 10 : 1
  const scaled = value * scale
  const fromHalf = Math.abs(Math.abs(scaled - Math.trunc(scaled)) - 0.5)
  if (scale > 0 && fromHalf > NEAR) return Math.round(scaled) / scale
  return Number(value.toPrecision(SPARK_DIGITS))
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
