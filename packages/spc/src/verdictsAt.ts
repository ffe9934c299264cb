import type { Analysis, PointVerdict, Variation } from './analysis.ts'
import { SpcInputError } from './inputError.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { codesOf, markReader, VERDICTS, variationOf } from './verdicts.ts'

/**
 * Everything that the rules say of a point, each verdict once, its own (`verdicts`) first; empty for common cause. Two where
 * rules disagree: a falling trend high above the mean is improving by one rule and concerning by another. PowerBI-SPC shows
 * both, NHSRplotthedots the first only.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 * @throws SpcInputError for an analysis that came without its marks
 */
export function verdictsAt(
  analysis: Analysis,
  at: number,
  set: RuleSet = ruleSet(analysis.ruleSet),
): readonly PointVerdict[] {
  return codesAt(analysis, at, set).map((code) => VERDICTS[code]!)
}

/** The same for what the process does: an icon each. `at` is the latest point, or any point of which all icons are wanted. */
export function variationsAt(
  analysis: Analysis,
  at: number,
  set: RuleSet = ruleSet(analysis.ruleSet),
): readonly Variation[] {
  return codesAt(analysis, at, set).map((code) => variationOf(code, analysis.direction))
}

function codesAt({ marks, direction }: Analysis, at: number, set: RuleSet): readonly number[] {
  if (!marks) throw new SpcInputError('This analysis has no marks: analyse the series again')
  return codesOf(marks[at] ?? 0, markReader(set, direction))
}
