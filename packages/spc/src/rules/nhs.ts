import { outside } from './outside.ts'
import type { RuleSet } from './ruleSet.ts'
import { shift } from './shift.ts'
import { trend } from './trend.ts'
import { twoInThree } from './twoInThree.ts'

/** The rules of NHS England's Making Data Count, as the NHS-R Community's own package computes them. */
export const nhs: RuleSet = {
  id: 'nhs',
  label: 'NHS Making Data Count',
  citation: 'NHS England, Making Data Count; computed as NHSRplotthedots 0.2.2 does',
  version: '1',
  rules: [outside, trend(7), twoInThree, shift(7)],
}
