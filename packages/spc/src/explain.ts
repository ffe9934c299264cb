import type { Analysis, Explanation, Signal, Wording } from './analysis.ts'
import { SpcInputError } from './inputError.ts'
import type { SignalRule } from './rules/rule.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { capitalised } from './words/counting.ts'
import { toldApart } from './words/toldApart.ts'

/**
 * Why the points of a signal are marked: the window, the numbers that made it, and the rule.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 * @throws SpcInputError for a signal whose rule the analysis' rule set does not have
 */
export function explain(
  signal: Signal,
  analysis: Analysis,
  wording: Wording,
  set: RuleSet = ruleSet(analysis.ruleSet),
): Explanation {
  const rule = ruleOf(signal, set)
  const telling = toldApart(signal, analysis, wording)
  return {
    title: capitalised(rule.words.title(telling)),
    text: telling.say.explain.text({
      because: capitalised(rule.words.because(telling)),
      rule: rule.label(telling.say),
    }),
  }
}

/** @throws SpcInputError for a rule that the set does not have */
export function ruleOf(signal: Signal, { id: set, rules }: RuleSet): SignalRule {
  const rule = rules.find(({ id }) => id === signal.rule)
  if (!rule) throw new SpcInputError(`The rule set “${set}” has no rule “${signal.rule}”`)
  return rule
}
