import { outside } from './outside.ts'
import { linesOf, type RuleSet } from './ruleSet.ts'
import { shift } from './shift.ts'
import { someBeyond } from './someBeyond.ts'
import { alternating, hugging, mixture } from './spread.ts'
import { trend } from './trend.ts'

const rules = [
  outside,
  shift(9),
  trend(6, { turningPoint: 'both' }),
  alternating(14),
  someBeyond({ id: 'twoInThree', needed: 2, of: 3, sigmas: 2 }),
  someBeyond({ id: 'fourInFive', needed: 4, of: 5, sigmas: 1 }),
  hugging(15, 1),
  mixture(8, 1),
]

/** Nelson's eight tests, in his order. */
export const nelson: RuleSet = {
  id: 'nelson',
  label: 'Nelson',
  citation: 'Nelson 1984, Journal of Quality Technology 16:237',
  version: '1',
  rules,
  lines: linesOf(rules),
}
