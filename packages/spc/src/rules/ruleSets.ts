import { SpcInputError } from '../inputError.ts'
import { ANHOEJ } from './anhoej.ts'
import { ihi } from './ihi.ts'
import { nelson } from './nelson.ts'
import { nhs } from './nhs.ts'
import type { RuleSet } from './ruleSet.ts'
import { westernElectric } from './westernElectric.ts'

/** Every rule set. A new one is a constant (in a file of its own when it brings rules) and its place in this list; the first is the default. */
export const RULE_SETS: readonly RuleSet[] = [nhs, westernElectric, nelson, ihi, ...ANHOEJ]

/** The rule set that a series asks for, one's own or one of these; the default where it asks for none. */
export function ruleSetOf({ ruleSet: asked }: { readonly ruleSet?: string | RuleSet }): RuleSet {
  return asked === undefined ? RULE_SETS[0]! : typeof asked === 'string' ? ruleSet(asked) : asked
}

/** @throws SpcInputError for an id that no set has */
export function ruleSet(id: string): RuleSet {
  const found = RULE_SETS.find((set) => set.id === id)
  if (!found) throw new SpcInputError(`There is no rule set “${id}”`)
  return found
}
