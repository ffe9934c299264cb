import { SpcInputError } from '../inputError.ts'
import type { RuleDescription, RuleSetDescription } from './description.ts'
import { faultsOf } from './descriptionFaults.ts'
import { beyond } from './outside.ts'
import type { SignalRule } from './rule.ts'
import { linesOf, type RuleSet } from './ruleSet.ts'
import { RULE_SETS } from './ruleSets.ts'
import { runsCount } from './runsCount.ts'
import { shift } from './shift.ts'
import { someBeyond } from './someBeyond.ts'
import { alternating, hugging, mixture } from './spread.ts'
import { trend } from './trend.ts'

/**
 * A rule set of one's own, from plain values such as a file of JSON. Give it to `analyse` as `ruleSet`, and to `signals`,
 * `explain` and `reading` of what comes out.
 *
 * @throws SpcInputError naming every fault of the description: its place, what stands there, what should
 */
export function customRuleSet(description: RuleSetDescription): RuleSet {
  const faults = faultsOf(
    description,
    RULE_SETS.map(({ id }) => id),
  )
  if (faults.length > 0) throw new SpcInputError(`This rule set cannot be used: ${faults.join('; ')}`)
  const { id, label, citation, version, precedence = 'firstRule' } = description
  const rules = description.rules.map(described)
  return { id, label, citation, version, precedence, rules, lines: linesOf(rules) }
}

function described(description: RuleDescription): SignalRule {
  const rule = ruleOf(description)
  const { id = rule.id, label } = description
  return { ...rule, id, ...(label === undefined ? {} : { label: () => label }) }
}

function ruleOf(description: RuleDescription): SignalRule {
  switch (description.rule) {
    case 'outside':
      return beyond(description.sigmas ?? 3)
    case 'shift':
      return shift(description.length, description)
    case 'trend':
      return trend(description.length, description)
    case 'someBeyond':
      return someBeyond({ ...description, id: 'someBeyond' }, description)
    case 'hugging':
      return hugging(description.length, description.sigmas, description)
    case 'mixture':
      return mixture(description.length, description.sigmas, description)
    case 'alternating':
      return alternating(description.length, description)
    case 'runsCount':
      return runsCount
  }
}
