import type { Analysis } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { POINTS_FOR_LIMITS } from '../phases.ts'
import { marksOf } from '../rules/rule.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { ruleSet } from '../rules/ruleSets.ts'
import { DRAWN_LINES } from '../rules/zones.ts'
import { analyseRuns } from '../runs/runsAnalysis.ts'

/** Nobody waits longer than this for rules that would never find a small change. */
const LONGEST_LOOK = 100

/**
 * Points with a value that the latest phase still needs before its limits are final: 13, or as many as its baseline has.
 * 0 when they are.
 */
export function pointsUntilFinal({ phases }: Pick<Analysis, 'phases'>, baseline = POINTS_FOR_LIMITS): number {
  return Math.max(0, baseline - (phases.at(-1)?.points ?? 0))
}

/**
 * How many points, at the least, until a small change that began now could be found: one that lifts every later point to one
 * side of the centre line, and none of them near a limit. Points that already lie on that side count. A large change can be
 * found at once, by a point outside the limits.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 * @returns null where the rules of the analysis find no such change, however long it lasts
 * @throws SpcInputError for an analysis that came without its zones
 */
export function pointsUntilFound(
  analysis: Analysis,
  side: 'high' | 'low',
  set: RuleSet = ruleSet(analysis.ruleSet),
): number | null {
  const { zones, phases } = analysis
  if (!zones) throw new SpcInputError('This analysis has no zones: analyse the series again')
  const start = phases.at(-1)?.start ?? 0
  const here = analysis.values.length - start
  const continued = new Int8Array(here + LONGEST_LOOK).fill(side === 'high' ? 1 : -1)
  continued.set(zones.subarray(start, start + here))
  // One value for all: they make no trend, and their zone stands for their place.
  const values = new Float64Array(here + LONGEST_LOOK).fill(analysis.values[analysis.latest] ?? 0)
  values.set(analysis.values.subarray(start, start + here))
  for (let more = 1; more <= LONGEST_LOOK; more++) {
    if (isFound(set, values, continued, here + more)) return more
  }
  return null
}

function isFound(
  { rules, runs, lines = DRAWN_LINES }: RuleSet,
  values: Float64Array,
  zones: Int8Array,
  end: number,
): boolean {
  if (runs !== undefined && (analyseRuns(zones, 0, end, runs)?.signals.length ?? 0) > 0) return true
  const bits = new Uint32Array(end)
  // Without limits, so that no point counts as keeping close to the centre line.
  const upper = new Float64Array(end).fill(Number.NaN)
  rules.forEach((rule, place) => {
    rule.mark({ values, zones, lines, upper, farthest: lines.length + 1, start: 0, end }, marksOf(bits, place))
  })
  return bits[end - 1] !== 0
}
