import { existsSync, readFileSync } from 'node:fs'
import { customRuleSet, RULE_SETS, type RuleSet, type RuleSetDescription } from '@golden-thread/spc'
import { orList } from '#main/commands/spc/choices.ts'
import { Problem } from '#platform/errors.ts'

/** The set of this id, or one's own in a file of JSON. @throws Problem for an id that no set has, and for a faulty description */
export function rulesOf(asked: string | undefined): RuleSet {
  if (asked === undefined) return RULE_SETS[0]!
  const found = RULE_SETS.find(({ id }) => id === asked)
  if (found) return found
  if (!existsSync(asked)) {
    const ids = RULE_SETS.map(({ id }) => id)
    throw new Problem('invalid', `--rules: there is no rule set “${asked}”. Choose ${orList(ids)}, or a file of JSON`)
  }
  return customRuleSet(parsed(asked))
}

function parsed(path: string): RuleSetDescription {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RuleSetDescription
  } catch {
    throw new Problem('invalid', `--rules: “${path}” is no JSON. Write a rule set as packages/spc/README.md shows`)
  }
}
