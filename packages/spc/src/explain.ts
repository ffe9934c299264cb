import type { Analysis, Explanation, Signal, Wording } from './analysis.ts'
import { SpcInputError } from './inputError.ts'
import type { SignalRule } from './rules/rule.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { capitalised } from './words/counting.ts'
import { toldApart } from './words/toldApart.ts'

/**
 * Why the points of a signal are marked: the window, the numbers that made it, and the rule.
 *
 * @throws SpcInputError for a signal whose rule the analysis' rule set does not have
 */
export function explain(signal: Signal, analysis: Analysis, wording: Wording): Explanation {
  const rule = ruleOf(signal, analysis)
  const telling = toldApart(signal, analysis, wording)
  return {
    title: capitalised(rule.words.title(telling)),
    text: `${capitalised(rule.words.because(telling))}. Rule: ${rule.label}.`,
  }
}

/** @throws SpcInputError for a rule that the analysis' rule set does not have */
export function ruleOf(signal: Signal, analysis: Analysis): SignalRule {
  const rule = ruleSet(analysis.ruleSet).rules.find(({ id }) => id === signal.rule)
  if (!rule) throw new SpcInputError(`The rule set “${analysis.ruleSet}” has no rule “${signal.rule}”`)
  return rule
}
