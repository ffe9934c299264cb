import type { Assurance, NoLimitsReason, Phase, SeriesInput, Variation } from './analysis.ts'
import { assuranceByLimits, assuranceByValues } from './assurance.ts'
import { asks, type ChartType, type Lines, type Method, type Samples, type Stretch } from './charts/chartType.ts'
import { chartType } from './charts/index.ts'
import { takeIn } from './figures.ts'
import { SpcInputError } from './inputError.ts'
import { completeMethod } from './method.ts'
import { type Bounds, POINTS_FOR_LIMITS, phaseBounds } from './phases.ts'
import { type Judged, marksOf } from './rules/rule.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSetOf } from './rules/ruleSets.ts'
import { addZones, DRAWN_LINES, findZones } from './rules/zones.ts'
import { analyseRuns } from './runs/runsAnalysis.ts'
import { COMMON_CAUSE, codeOf, MISSING, markReader, variationOf } from './verdicts.ts'
import type { Workspace } from './workspace.ts'

/** What is said of a series as a whole; what is said of each point stands in the workspace. */
export interface Judgement {
  readonly phases: readonly Phase[]
  readonly variation: Variation
  readonly assurance: Assurance
  readonly assuranceByValue: boolean
  readonly pointsToCome: number
  readonly latest: number
}

/**
 * Limits, rules and verdicts of one series, in a workspace that the caller uses again for the next.
 * Everything goes through here; `analyse` puts the result into arrays of its own.
 *
 * @throws SpcInputError for figures that no chart can be made of
 */
export function judge(input: SeriesInput, into: Workspace): Judgement {
  const length = input.numerators.length
  const type = chartType(input.chart)
  const rules = ruleSetOf(input)
  const common = completeMethod(input.method)
  const isComplete = takeIn(input, type, into) && !type.plot
  into.marks.fill(0, 0, length)

  const phases: Phase[] = []
  let reach = 0
  for (const bounds of phaseBounds(length, input.phases)) {
    const method = inPhase(common, bounds, input.phases)
    const whole = stretchOf(into, input.samples ?? null, bounds)
    if (type.accumulates && bounds.baselineStart > bounds.start) throw new SpcInputError(LATE_BASELINE)
    type.plot?.(whole, method)
    const stretch = bounds.baselineStart > bounds.start ? withLateBaseline(whole, bounds) : whole
    const noLimits = type.draw(stretch, method, into)
    if (noLimits) withoutLimits(into, bounds)
    const further = noLimits || !rules.lines ? NO_LINES : furtherLines(rules.lines, type, stretch, method)
    multiply(into, bounds, input.multiplier ?? 1, further, type)
    const farthest = findZones(into.judged, into, into.zones, bounds.start, bounds.end)
    for (const line of further) addZones(into.judged, line, into.zones, bounds.start, bounds.end)
    reach = Math.max(reach, farthest + further.length)
    mark(judgedOf(into, bounds, rules, reach), rules, type, into.marks, false)
    const points = isComplete ? bounds.baselineEnd - bounds.baselineStart : pointsBehind(into.judged, bounds)
    const phase = phaseOf(bounds, phases.length + 1, points, noLimits)
    phases.push(
      rules.runs && !type.accumulates
        ? { ...phase, runs: analyseRuns(into.zones, bounds.start, bounds.end, rules.runs) }
        : phase,
    )
  }
  if (phases.length > 0) mark(judgedOf(into, { start: 0, end: length }, rules, reach), rules, type, into.marks, true)
  return conclude(input, type, rules, phases, into, length)
}

const NO_LINES: readonly Lines[] = []

/** The method, with the phase's own centre line where it has one. */
function inPhase(method: Method, { start }: Bounds, phases: SeriesInput['phases']): Method {
  const centre = phases?.find((phase) => phase.start === start)?.centre
  return centre === undefined ? method : { ...method, centre }
}

const LATE_BASELINE = 'Sums and averages of past points begin with a baseline: count it from the start of its phase'

/** The lines that a rule set looks at and the chart does not draw: the chart, drawn with its limits there. */
function furtherLines(lines: readonly number[], type: ChartType, stretch: Stretch, method: Method): readonly Lines[] {
  const numbers = () => new Float64Array(stretch.values.length)
  return lines
    .filter((sigmas) => !DRAWN_LINES.includes(sigmas))
    .map((sigmas) => {
      const drawn: Lines = {
        centre: numbers(),
        lower: numbers(),
        upper: numbers(),
        lowerWarning: numbers(),
        upperWarning: numbers(),
      }
      type.draw(stretch, { ...method, sigmas: (method.sigmas * sigmas) / 3 }, drawn)
      return drawn
    })
}

function withoutLimits(into: Lines, { start, end }: Bounds): void {
  into.lower.fill(Number.NaN, start, end)
  into.upper.fill(Number.NaN, start, end)
  into.lowerWarning.fill(Number.NaN, start, end)
  into.upperWarning.fill(Number.NaN, start, end)
}

function stretchOf(
  { numerators, denominators, values, judged, upperSums, lowerSums }: Workspace,
  samples: Samples | null,
  bounds: Bounds,
): Stretch {
  const { start, baselineStart, baselineEnd, end } = bounds
  return {
    numerators,
    denominators,
    values,
    judged,
    samples,
    upperSums,
    lowerSums,
    start,
    baselineStart,
    baselineEnd,
    end,
  }
}

/** Points before the baseline as a chart sees excluded ones: drawn, and not behind the limits. */
function withLateBaseline(stretch: Stretch, { start, baselineStart }: Bounds): Stretch {
  return { ...stretch, judged: stretch.judged.slice().fill(Number.NaN, start, baselineStart) }
}

function multiply(
  into: Workspace,
  { start, end }: Bounds,
  by: number,
  further: readonly Lines[],
  type: ChartType,
): void {
  if (by === 1) return
  const lines: Lines = into
  for (const line of [
    lines.centre,
    lines.lower,
    lines.upper,
    lines.lowerWarning,
    lines.upperWarning,
    into.values,
    into.judged,
    ...further.flatMap(({ lower, upper }) => [lower, upper]),
    ...(type.sums ? [into.upperSums, into.lowerSums] : []),
  ]) {
    for (let i = start; i < end; i++) line[i] = line[i]! * by
  }
}

/** Rules that see one phase at a time, or those that see the series as one. */
function mark(judged: Judged, { rules }: RuleSet, type: ChartType, bits: Uint32Array, acrossPhases: boolean): void {
  for (let place = 0; place < rules.length; place++) {
    const rule = rules[place]!
    if ((rule.acrossPhases ?? false) === acrossPhases && asks(type, rule.id)) rule.mark(judged, marksOf(bits, place))
  }
}

function judgedOf(
  { judged, zones, upper }: Workspace,
  { start, end }: Pick<Bounds, 'start' | 'end'>,
  { lines = DRAWN_LINES }: RuleSet,
  farthest: number,
): Judged {
  return { values: judged, zones, lines, upper, farthest, start, end }
}

function phaseOf({ start, end }: Bounds, number: number, points: number, noLimits: NoLimitsReason | null): Phase {
  return { number, start, end, points, early: points < POINTS_FOR_LIMITS, noLimits }
}

function pointsBehind(judged: Float64Array, { baselineStart, baselineEnd }: Bounds): number {
  return countValues(judged, baselineStart, baselineEnd)
}

function countValues(values: Float64Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (!Number.isNaN(values[i]!)) count++
  return count
}

function conclude(
  input: SeriesInput,
  type: ChartType,
  rules: RuleSet,
  phases: readonly Phase[],
  into: Workspace,
  length: number,
): Judgement {
  const { values, judged, verdicts, marks } = into
  const reader = markReader(rules, input.direction)
  const hasBaseline = input.phases?.[0]?.baseline !== undefined
  const firstValues = hasBaseline ? countValues(judged, 0, phases[0]!.end) : phases[0]!.points
  let latest = length - 1
  while (latest >= 0 && Number.isNaN(values[latest]!)) latest--
  for (let i = 0; i < length; i++) {
    const bits = marks[i]!
    if (Number.isNaN(values[i]!)) verdicts[i] = MISSING
    else verdicts[i] = bits === 0 ? COMMON_CAUSE : codeOf(bits, reader)
  }
  const at = input.method?.judgedAt === 'lastPeriod' ? length - 1 : latest
  const { assurance, assuranceByValue } = type.accumulates ? NOT_ASSURED : assuranceAt(at, input, phases, into)
  return {
    phases,
    latest,
    pointsToCome: Math.max(0, POINTS_FOR_LIMITS - firstValues),
    variation: at < 0 ? 'commonCause' : variationOf(codeOf(marks[at]!, reader), input.direction),
    assurance,
    assuranceByValue,
  }
}

const NOT_ASSURED = { assurance: 'none', assuranceByValue: false } as const

function assuranceAt(
  at: number,
  { direction, method }: SeriesInput,
  phases: readonly Phase[],
  { targets, lower, upper, values }: Workspace,
): { assurance: Assurance; assuranceByValue: boolean } {
  const target = targets[at]!
  if (at < 0 || Number.isNaN(target) || direction === 'neither') return { assurance: 'none', assuranceByValue: false }
  if (!Number.isNaN(lower[at]!) || method?.assuranceWithoutLimits === 'hitOrMiss') {
    return { assurance: assuranceByLimits(target, lower[at]!, upper[at]!, direction), assuranceByValue: false }
  }
  const phase = phases.find((one) => at < one.end)
  if (phase?.noLimits !== 'allEqual') return { assurance: 'none', assuranceByValue: false }
  return { assurance: assuranceByValues(target, values, phase.start, phase.end, direction), assuranceByValue: true }
}
