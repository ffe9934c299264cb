import {
  customRuleSet,
  RULE_SETS,
  type RuleSet,
  type RuleSetDescription,
  ruleSet,
  SpcInputError,
} from '@golden-thread/spc'
import { ONE_OF, personalIn } from '#organisation/refusals.ts'

/** Id of a rule set in the list, or one of one's own as a pack describes it. */
export type MeasureRules = string | RuleSetDescription

/** What an address and a form say for a rule set of one's own that is in force. */
export const OWN_RULES = 'own'

export function ruleSetOf({ rules }: { readonly rules: MeasureRules }): RuleSet {
  return typeof rules === 'string' ? ruleSet(rules) : customRuleSet(rules)
}

/** What is wrong with rules as they are written, and what to write instead; null for rules that can be used. */
export function rulesFault(written: unknown): string | null {
  const personal = personalIn(JSON.stringify(written) ?? '')
  if (personal) return `They hold ${ONE_OF[personal]}. Nothing about a patient may stand here: take it out`
  if (typeof written === 'string') {
    const ids = RULE_SETS.map(({ id }) => id)
    return ids.includes(written) ? null : `Choose one of ${ids.join(', ')}, or describe a rule set of your own`
  }
  try {
    customRuleSet(written as RuleSetDescription)
    return null
  } catch (error) {
    if (!(error instanceof SpcInputError)) throw error
    return error.message
  }
}

/** Do they say the same? The database keeps no order of keys. */
export function isSameRules(a: MeasureRules, b: MeasureRules): boolean {
  return ordered(a) === ordered(b)
}

function ordered(rules: MeasureRules): string {
  return JSON.stringify(rules, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => x.localeCompare(y)))
      : value,
  )
}
