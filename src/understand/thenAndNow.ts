import type { Analysis, Assurance, Variation } from '@golden-thread/spc'
import { isTooShort } from '#understand/comparison.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { isSame as isSameObservation, type Observation, periodAt, unpack } from '#understand/observation.ts'
import type { PeriodNumber } from '#understand/period.ts'
import type { Observations } from '#understand/series.ts'
import { analyseSeries, type LimitsInForce } from '#understand/seriesState.ts'

/** All that a verdict stands on, but for the engine. */
export interface Ground {
  readonly observations: Observations
  readonly definition: MeasureDefinition
  readonly limits: LimitsInForce
}

/** What is said of a period: the two verdicts, or that there are too few figures for any. */
export interface Verdicts {
  readonly variation: Variation
  readonly assurance: Assurance
  readonly isTooShort: boolean
}

/** What was recorded at a time: the verdicts as they were stored, by which engine, and what they stood on. */
export interface Then extends Ground {
  readonly verdicts: Omit<Verdicts, 'isTooShort'>
  readonly engine: string
}

/** What has to be put in the place of what was, for the verdicts to become those of now. */
export type Cause = 'engine' | 'definition' | 'limits' | 'figures'

/** One change on the way from then to now, and what the verdicts were after it. */
export interface Step {
  readonly cause: Cause
  readonly verdicts: Verdicts
}

export interface ThenAndNow {
  /** The latest period that had a figure then; null when none had. */
  readonly period: PeriodNumber | null
  /** What was said at the time. */
  readonly said: Verdicts
  /** What would be said of that period now, had nothing come after it; null when it has no figure any more. */
  readonly now: Verdicts | null
  /** Why they differ: only the changes that move a verdict; empty where none does. */
  readonly steps: readonly Step[]
  /** Periods up to then whose figures are others now, oldest first. */
  readonly restated: readonly PeriodNumber[]
}

/**
 * Follows a verdict from the time when it was recorded to now, one change after another: first the engine, then the
 * definition, the limits and at last the figures. All are looked at as if nothing had come after the period that was the
 * latest then, so that further figures are no difference. A change counts where it moves a verdict on this way; another order
 * may share the move out otherwise where two changes work together.
 *
 * @param engine the version that says what is said now
 */
export function thenAndNow(then: Then, now: Ground, engine: string): ThenAndNow {
  const seen = analysisOf(then)
  const recorded = { ...then.verdicts, isTooShort: isTooShort(seen) }
  const period = periodOf(then, seen)
  if (period === null) return { period, said: recorded, now: null, steps: [], restated: [] }
  const upTo = { ...now, observations: until(now.observations, period), limits: limitsUntil(now.limits, period) }
  const ways: readonly (readonly [Cause, Ground])[] = [
    ['engine', then],
    ['definition', { ...then, definition: now.definition }],
    ['limits', { ...then, definition: now.definition, limits: upTo.limits }],
    ['figures', upTo],
  ]
  const steps: Step[] = []
  let before: Verdicts = recorded
  for (const [cause, ground] of ways) {
    const verdicts = verdictsOf(analysisOf(ground))
    // One and the same engine says the same of the same.
    if (!isSame(before, verdicts) && !(cause === 'engine' && then.engine === engine)) steps.push({ cause, verdicts })
    before = verdicts
  }
  const isKnown = periodOf(upTo, analysisOf(upTo)) === period
  return {
    period,
    said: recorded,
    now: isKnown ? before : null,
    steps,
    restated: restatedBetween(then.observations, upTo.observations),
  }
}

function isSame(a: Verdicts, b: Verdicts): boolean {
  return a.isTooShort === b.isTooShort && (a.isTooShort || (a.variation === b.variation && a.assurance === b.assurance))
}

function analysisOf({ definition, observations, limits }: Ground): Analysis {
  return analyseSeries(definition, observations, limits)
}

function verdictsOf(analysis: Analysis): Verdicts {
  return { variation: analysis.variation, assurance: analysis.assurance, isTooShort: isTooShort(analysis) }
}

function periodOf({ observations }: Ground, { latest }: Analysis): PeriodNumber | null {
  return latest < 0 ? null : observations.periods[latest]!
}

/** Periods whose figure was another one then, was added since, or is gone. */
function restatedBetween(then: Observations, now: Observations): readonly PeriodNumber[] {
  const [was, is] = [unpack(then), unpack(now)]
  const places = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b)
  const changed = places.filter((place) => {
    const [before, after] = [was.get(place), is.get(place)]
    return !before || !after || !isSameFigure(before, after)
  })
  return [...new Set(changed.map(periodAt))]
}

/** A figure that became final is no other figure. */
function isSameFigure(a: Observation, b: Observation): boolean {
  return isSameObservation({ ...a, provisional: false }, { ...b, provisional: false })
}

/** The observations of periods up to and with this one. */
function until(
  { periods, numerators, denominators, spreads, provisional }: Observations,
  last: PeriodNumber,
): Observations {
  const after = periods.findIndex((period) => period > last)
  const end = after < 0 ? periods.length : after
  return {
    periods: periods.slice(0, end),
    numerators: numerators.subarray(0, end),
    denominators: denominators?.subarray(0, end) ?? null,
    spreads: spreads?.subarray(0, end) ?? null,
    provisional: provisional.slice(0, end),
  }
}

function limitsUntil({ phases, excluded }: LimitsInForce, last: PeriodNumber): LimitsInForce {
  return {
    phases: phases.filter(({ start }) => start <= last),
    excluded: excluded.filter((period) => period <= last),
  }
}
