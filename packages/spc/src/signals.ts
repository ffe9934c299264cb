import type { Analysis, Signal } from './analysis.ts'
import { SpcInputError } from './inputError.ts'
import { judgedOf } from './judge.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { sideVerdict } from './verdicts.ts'

/**
 * Every special cause that the rules found, oldest first: each a maximal pattern within its phase. A point may belong to
 * several; its own verdict is that of the rule that comes first in the set.
 *
 * @throws SpcInputError for an analysis that came without its marks
 */
export function signals(analysis: Analysis): readonly Signal[] {
  const { marks } = analysis
  if (!marks) throw new SpcInputError('This analysis has no marks: analyse the series again')
  const values = analysis.values.slice()
  for (const at of analysis.excluded ?? []) values[at] = Number.NaN
  const found = analysis.phases.flatMap((phase) => {
    // The patterns are read off the marks; the warning lines are no longer needed for that.
    const judged = judgedOf(
      { ...analysis, lowerWarning: analysis.lower, upperWarning: analysis.upper },
      values,
      phase.start,
      phase.end,
    )
    return ruleSet(analysis.ruleSet).rules.flatMap((rule, place) =>
      rule.find(judged, { bits: marks, high: 1 << (2 * place), low: 2 << (2 * place) }).map((pattern) => ({
        rule: rule.id,
        ...pattern,
        verdict: sideVerdict(pattern.side, analysis.direction),
        phase: phase.number,
      })),
    )
  })
  return found.sort((a, b) => a.from - b.from || a.to - b.to)
}
