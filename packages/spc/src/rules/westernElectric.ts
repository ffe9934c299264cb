import { outside } from './outside.ts'
import { linesOf, type RuleSet } from './ruleSet.ts'
import { shift } from './shift.ts'
import { someBeyond } from './someBeyond.ts'

const rules = [
  outside,
  someBeyond({ id: 'twoInThree', needed: 2, of: 3, sigmas: 2 }),
  someBeyond({ id: 'fourInFive', needed: 4, of: 5, sigmas: 1 }),
  shift(8),
]

/** The four zone rules of the Western Electric handbook, in its order. The handbook marks the completing point only; ours flag from the first. */
export const westernElectric: RuleSet = {
  id: 'westernElectric',
  label: 'Western Electric',
  citation: 'Western Electric Company 1956, Statistical Quality Control Handbook, pages 25–27',
  version: '1',
  rules,
  lines: linesOf(rules),
}
