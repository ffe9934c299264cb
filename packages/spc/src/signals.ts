import type { Analysis, Signal } from './analysis.ts'
import { asks } from './charts/chartType.ts'
import { chartType } from './charts/index.ts'
import { SpcInputError } from './inputError.ts'
import { type Judged, marksOf } from './rules/rule.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { DRAWN_LINES } from './rules/zones.ts'
import { sideVerdict } from './verdicts.ts'

/**
 * Every special cause that the rules found, oldest first: each a maximal pattern within its phase. A point may belong to
 * several; its own verdict is that of the rule that comes first in the set.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 * @throws SpcInputError for an analysis that came without its marks and zones
 */
export function signals(analysis: Analysis, set: RuleSet = ruleSet(analysis.ruleSet)): readonly Signal[] {
  const { marks, zones } = analysis
  if (!marks || !zones) throw new SpcInputError('This analysis has no marks and zones: analyse the series again')
  const values = analysis.values.slice()
  for (const at of analysis.excluded ?? []) values[at] = Number.NaN
  const { lines = DRAWN_LINES } = set
  const { phases, upper } = analysis
  const whole = { start: 0, end: values.length }
  const type = chartType(analysis.chart)
  const found = set.rules.flatMap((rule, place) =>
    !asks(type, rule.id)
      ? []
      : (rule.acrossPhases ? [whole] : phases).flatMap(({ start, end }) => {
          const judged: Judged = { values, zones, lines, upper, farthest: lines.length + 1, start, end }
          return rule.find(judged, marksOf(marks, place)).map((pattern) => ({
            rule: rule.id,
            ...pattern,
            verdict: sideVerdict(pattern.side, rule.isSideless ? 'neither' : analysis.direction),
            phase: phases.find(({ end }) => pattern.to < end)!.number,
          }))
        }),
  )
  return found.sort((a, b) => a.from - b.from || a.to - b.to)
}
