import type { Phase, SeriesInput } from './analysis.ts'
import { chartType } from './charts/index.ts'
import { type Judgement, judge } from './judge.ts'
import { type Bounds, phaseBounds } from './phases.ts'
import { marksOf } from './rules/rule.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSetOf } from './rules/ruleSets.ts'
import { DRAWN_LINES } from './rules/zones.ts'
import { codeOf, MISSING, markReader, variationOf } from './verdicts.ts'
import { type Workspace, workspace } from './workspace.ts'

/**
 * The same as `judge` of a series to which one point was added at its end, in the workspace that still holds the series
 * without it. What cannot have changed is not looked at again:
 *
 * - where the latest phase has a baseline that is over, only the new point is held against the limits, and the rules look no
 *   farther back than they reach: the time is that of the baseline and the longest rule, however long the series;
 * - where its limits still move with each point, or a rule looks at a phase as a whole, the latest phase is judged anew;
 * - all of the series only for a rule that crosses phases.
 *
 * Everything but the new point (and a phase that begins with it) must be as it was; restated figures need `judge`.
 *
 * @param into the workspace that `judge` or this function left, with room for one more
 * @param before what it answered
 * @throws SpcInputError for figures that no chart can be made of
 */
export function judgeAppended(input: SeriesInput, into: Workspace, before: Judgement): Judgement {
  const { length } = input.numerators
  const rules = ruleSetOf(input)
  const bounds = phaseBounds(length, input.phases)
  const last = bounds.at(-1)
  const isOneMore = before.phases.at(-1)?.end === length - 1
  if (!last || !isOneMore || rules.rules.some(({ acrossPhases }) => acrossPhases)) return judge(input, into)
  const reach = reachOf(rules)
  if (reach !== null && isFrozen(input, last, before)) return judgePoint(input, last, rules, reach, into, before)
  return bounds.length === 1 ? judge(input, into) : judgeLastPhase(input, bounds, into, before)
}

/** How far back from a new point the rules of a set reach, in points; null where one looks at the phase as a whole. */
function reachOf({ rules, runs }: RuleSet): number | null {
  if (runs !== undefined || rules.some(({ reach }) => reach === undefined)) return null
  return Math.max(0, ...rules.map(({ reach }) => reach!))
}

/** Whether the limits of the last phase stand still, and each point is drawn by itself. */
function isFrozen(
  { chart, method }: SeriesInput,
  { start, baselineStart, baselineEnd, end }: Bounds,
  before: Judgement,
) {
  const phase = before.phases.at(-1)!
  const isOver = baselineStart === start && baselineEnd < end && phase.start === start && phase.noLimits === null
  const { plot, needsSamples } = chartType(chart)
  return isOver && !plot && !needsSamples && method?.spreadFrom !== 'wholePhase'
}

/** The new point is drawn and held against its lines as the only one after the baseline, in a workspace aside. */
function judgePoint(
  input: SeriesInput,
  { start, baselineEnd, end }: Bounds,
  rules: RuleSet,
  reach: number,
  into: Workspace,
  before: Judgement,
): Judgement {
  const at = end - 1
  const baseline = baselineEnd - start
  const places = placesFrom(start, baseline)
  places.push(at)
  const aside = asideOf(into, places.length)
  const centre = input.phases?.find((phase) => phase.start === start)?.centre
  const phase = { start: 0, baseline, ...(centre === undefined ? {} : { centre }) }
  const drawn = judge(partOf(input, places, phase), aside)
  copy(aside, baseline, into, at, 1)

  const first = Math.max(start, at - reach)
  into.marks[at] = 0
  const { judged: values, zones, upper, marks, verdicts } = into
  const { lines = DRAWN_LINES } = rules
  for (const [place, rule] of rules.rules.entries()) {
    rule.mark({ values, zones, lines, upper, farthest: lines.length + 1, start: first, end }, marksOf(marks, place))
  }
  const reader = markReader(rules, input.direction)
  for (let i = first; i < end; i++) {
    if (!Number.isNaN(into.values[i]!)) verdicts[i] = codeOf(marks[i]!, reader)
  }
  const phases = before.phases.with(-1, { ...before.phases.at(-1)!, end })
  const toCome = phases.length === 1 && !Number.isNaN(values[at]!) ? before.pointsToCome - 1 : before.pointsToCome
  const grown = { ...before, phases, pointsToCome: Math.max(0, toCome) }
  const isRead = verdicts[at] !== MISSING || input.method?.judgedAt === 'lastPeriod'
  if (!isRead) return grown
  return {
    ...grown,
    latest: verdicts[at] === MISSING ? before.latest : at,
    variation: variationOf(codeOf(marks[at]!, reader), input.direction),
    assurance: drawn.assurance,
    assuranceByValue: drawn.assuranceByValue,
  }
}

/** The last of several phases, judged as a series of its own. */
function judgeLastPhase(input: SeriesInput, bounds: readonly Bounds[], into: Workspace, before: Judgement): Judgement {
  const { start, end } = bounds.at(-1)!
  const places = placesFrom(start, end - start)
  const aside = asideOf(into, places.length)
  const own = input.phases?.find((phase) => phase.start === start)
  const judged = judge(partOf(input, places, { ...own, start: 0 }), aside)
  copy(aside, 0, into, start, places.length)
  const phase: Phase = { ...judged.phases[0]!, number: bounds.length, start, end }
  const phases = [...before.phases.filter((one) => one.start < start), phase]
  const isRead = judged.latest >= 0 || input.method?.judgedAt === 'lastPeriod'
  if (!isRead) return { ...before, phases }
  return {
    ...judged,
    phases,
    pointsToCome: before.pointsToCome,
    latest: judged.latest < 0 ? before.latest : judged.latest + start,
  }
}

function placesFrom(start: number, count: number): number[] {
  const places: number[] = []
  for (let i = 0; i < count; i++) places.push(start + i)
  return places
}

/** A second workspace for each, made when it is first wanted: making one takes as long as judging. */
const ASIDE = new WeakMap<Workspace, Workspace>()

function asideOf(into: Workspace, length: number): Workspace {
  const made = ASIDE.get(into)
  if (made && made.capacity >= length) return made
  const larger = workspace(Math.max(length, 2 * (made?.capacity ?? 0)))
  ASIDE.set(into, larger)
  return larger
}

/** The series at these places alone, as one phase. */
function partOf(
  input: SeriesInput,
  places: readonly number[],
  phase: NonNullable<SeriesInput['phases']>[0],
): SeriesInput {
  const at = (figures: ArrayLike<number>) => {
    const own = new Float64Array(places.length)
    for (let i = 0; i < places.length; i++) own[i] = figures[places[i]!]!
    return own
  }
  const { denominators, samples, target } = input
  const excluded = (input.excluded ?? []).map((place) => places.indexOf(place)).filter((place) => place >= 0)
  return {
    ...input,
    numerators: at(input.numerators),
    ...(denominators ? { denominators: at(denominators) } : {}),
    ...(samples
      ? {
          samples: {
            sizes: at(samples.sizes),
            ...(samples.deviations ? { deviations: at(samples.deviations) } : {}),
            ...(samples.ranges ? { ranges: at(samples.ranges) } : {}),
          },
        }
      : {}),
    ...(typeof target === 'object' ? { target: at(target) } : {}),
    phases: [phase],
    excluded,
  }
}

/** `count` points from one workspace into another. */
function copy(from: Workspace, first: number, into: Workspace, to: number, count: number): void {
  for (const name of NUMBERS) copyInto(from[name], first, into[name], to, count)
  copyInto(from.zones, first, into.zones, to, count)
  copyInto(from.marks, first, into.marks, to, count)
  copyInto(from.verdicts, first, into.verdicts, to, count)
}

const NUMBERS = [
  'numerators',
  'denominators',
  'values',
  'judged',
  'targets',
  'upperSums',
  'lowerSums',
  'centre',
  'lower',
  'upper',
  'lowerWarning',
  'upperWarning',
] as const

function copyInto<List extends Float64Array | Int8Array | Uint32Array | Uint8Array>(
  from: List,
  first: number,
  into: List,
  to: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) into[to + i] = from[first + i]!
}
