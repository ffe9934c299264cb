import type { SeriesInput } from '../analysis.ts'
import { judge } from '../judge.ts'
import { marksOf } from '../rules/rule.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { DRAWN_LINES } from '../rules/zones.ts'
import { analyseRuns } from '../runs/runsAnalysis.ts'
import { type Workspace, workspace } from '../workspace.ts'
import { normalNumbers } from './normalNumbers.ts'

/** What is simulated: a rule set on charts with limits (as XmR) or on run charts, of so many points. */
export interface Situation {
  readonly ruleSet: RuleSet
  readonly chart: 'xmr' | 'run'
  readonly points: number
}

/** A number found by trying, and how far off it may well be: one standard error. */
export interface Estimate {
  readonly is: number
  readonly error: number
}

/** After a change nobody waits longer than this for a signal; what comes later counts as this long. */
export const LONGEST_WAIT = 1000

/** How many series may be thrown away because they signal before anything has changed, for each that is used. */
const PATIENCE = 50

/**
 * Share of steady series (normal values, nothing changes) that end with a signal: their latest point is flagged, or the rule
 * set finds that the series as a whole does not vary by chance. Limits stand on all the points.
 */
export function shareSignalling({ ruleSet, chart, points }: Situation, series: number, seed: number): Estimate {
  const random = normalNumbers(seed)
  const into = workspace(points)
  const numerators = new Float64Array(points)
  const input: SeriesInput = { chart, numerators, direction: 'neither', ruleSet }
  let signalling = 0
  for (let count = 0; count < series; count++) {
    for (let i = 0; i < points; i++) numerators[i] = random()
    judge(input, into)
    if (signalsAt(ruleSet, into, points - 1)) signalling++
  }
  const is = signalling / series
  return { is, error: Math.sqrt((is * (1 - is)) / series) }
}

/**
 * Average run length: how many points after a change of so many sigma the first signal comes, the signalling point counted.
 * Limits stand on the points before the change and stay. Series that signal before it are left out, since there somebody
 * would already be looking. With a change of 0 it is how long a steady process goes on without a false signal.
 */
export function pointsToSignal(situation: Situation, changeInSigma: number, series: number, seed: number): Estimate {
  const random = normalNumbers(seed)
  const { ruleSet, chart, points } = situation
  const length = points + LONGEST_WAIT
  const into = workspace(length)
  const numerators = new Float64Array(length)
  const phases = [{ start: 0, baseline: points }]
  const input: SeriesInput = { chart, numerators, direction: 'neither', ruleSet, phases }
  let sum = 0
  let squares = 0
  let used = 0
  for (let tried = 0; used < series && tried < PATIENCE * series; tried++) {
    for (let i = 0; i < length; i++) numerators[i] = random() + (i < points ? 0 : changeInSigma)
    judge(input, into)
    const flagged = into.marks.slice()
    if (signalsAt(ruleSet, into, points - 1)) continue
    const waited = firstSignal(ruleSet, into, flagged, points) - points + 1
    sum += waited
    squares += waited ** 2
    used++
  }
  const is = sum / used
  return { is, error: Math.sqrt((squares / used - is ** 2) / used) }
}

/**
 * Place of the first point that signals as the latest one. Rules that look at points one by one flag among all points
 * whatever they flag early, so only flagged points need to be looked at again; a phase as a whole must be, at every point.
 */
function firstSignal(ruleSet: RuleSet, into: Workspace, flagged: Uint32Array, from: number): number {
  const last = flagged.length - 1
  const looksAtWhole = ruleSet.runs !== undefined || ruleSet.rules.some(({ isOfPhase }) => isOfPhase)
  for (let at = from; at < last; at++) {
    if ((looksAtWhole || flagged[at] !== 0) && signalsAt(ruleSet, into, at)) return at
  }
  return last
}

/** Whether somebody who sees the points up to this one, and none later, sees a signal that holds at this one. */
function signalsAt(set: RuleSet, { judged: values, zones, upper, marks }: Workspace, at: number): boolean {
  const { rules, runs, lines = DRAWN_LINES } = set
  const end = at + 1
  if (runs !== undefined && (analyseRuns(zones, 0, end, runs)?.signals.length ?? 0) > 0) return true
  marks.fill(0, 0, end)
  for (let place = 0; place < rules.length; place++) {
    rules[place]!.mark(
      { values, zones, lines, upper, farthest: lines.length + 1, start: 0, end },
      marksOf(marks, place),
    )
    if (marks[at] !== 0) return true
  }
  return false
}
