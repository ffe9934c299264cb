import type { Analysis, Signal } from './analysis.ts'
import { SpcInputError } from './inputError.ts'
import { marksOf } from './rules/rule.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { sideVerdict } from './verdicts.ts'

/**
 * Every special cause that the rules found, oldest first: each a maximal pattern within its phase. A point may belong to
 * several; its own verdict is that of the rule that comes first in the set.
 *
 * @throws SpcInputError for an analysis that came without its marks and zones
 */
export function signals(analysis: Analysis): readonly Signal[] {
  const { marks, zones } = analysis
  if (!marks || !zones) throw new SpcInputError('This analysis has no marks and zones: analyse the series again')
  const values = analysis.values.slice()
  for (const at of analysis.excluded ?? []) values[at] = Number.NaN
  const found = analysis.phases.flatMap((phase) => {
    const judged = { values, zones, start: phase.start, end: phase.end }
    return ruleSet(analysis.ruleSet).rules.flatMap((rule, place) =>
      rule.find(judged, marksOf(marks, place)).map((pattern) => ({
        rule: rule.id,
        ...pattern,
        verdict: sideVerdict(pattern.side, analysis.direction),
        phase: phase.number,
      })),
    )
  })
  return found.sort((a, b) => a.from - b.from || a.to - b.to)
}
