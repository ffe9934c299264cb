import { SpcInputError } from '../inputError.ts'
import type { RunsMethod } from '../runs/runsLimits.ts'
import { ANHOEJ } from './anhoej.ts'
import { outside } from './outside.ts'
import type { SignalRule } from './rule.ts'
import { shift } from './shift.ts'
import { trend } from './trend.ts'
import { twoInThree } from './twoInThree.ts'

/** Rules that are used together, in order of precedence: the first one that flags a point gives the point's verdict. */
export interface RuleSet {
  readonly id: string
  readonly label: string
  /** Where the rules are written down. */
  readonly citation: string
  readonly version: string
  readonly rules: readonly SignalRule[]
  /** Judge each phase as a whole too, by its runs. @see Phase.runs */
  readonly runs?: RunsMethod
}

/** The rules of NHS England's Making Data Count, as the NHS-R Community's own package computes them. */
const nhs: RuleSet = {
  id: 'nhs',
  label: 'NHS Making Data Count',
  citation: 'NHS England, Making Data Count; computed as NHSRplotthedots 0.2.2 does',
  version: '1',
  rules: [outside, trend(7, 'seven'), twoInThree, shift(7, 'seven')],
}

/** Every rule set. A new one is a constant (in a file of its own when it brings rules) and its place in this list; the first is the default. */
export const RULE_SETS: readonly RuleSet[] = [nhs, ...ANHOEJ]

/** @throws SpcInputError for an id that no set has */
export function ruleSet(id: string): RuleSet {
  const found = RULE_SETS.find((set) => set.id === id)
  if (!found) throw new SpcInputError(`There is no rule set “${id}”`)
  return found
}
