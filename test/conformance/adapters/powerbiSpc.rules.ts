import type { Direction, RuleSet } from '@golden-thread/spc'
import { customRuleSet } from '@golden-thread/spc'
import { type Case, NotComparable, optionOf } from '../case.ts'

/** The peer's names of its lines, as sigma. */
const LINES = new Map([
  ['1 Sigma', 1],
  ['2 Sigma', 2],
  ['3 Sigma', 3],
])

export const DIRECTIONS: Record<'increase' | 'decrease' | 'neutral', Direction> = {
  increase: 'higher',
  decrease: 'lower',
  neutral: 'neither',
}

export function directionOf(testCase: Case): Direction {
  return DIRECTIONS[optionOf(testCase, 'improvementDirection', ['increase', 'decrease', 'neutral'])]
}

/** The peer's four rules, each by its name in `points`, as its options set them. */
export const RULES = ['astronomical', 'shift', 'trend', 'twoInThree'] as const

/** The peer's rules as a set of ours. @throws NotComparable for a line or length that ours cannot have */
export function ruleSetOf({ options }: Case): RuleSet {
  return customRuleSet({
    id: 'powerbiSpc',
    label: 'PowerBI-SPC',
    citation: 'PowerBI-SPC 1.7.4, as its options set it',
    version: '1',
    rules: [
      { id: 'astronomical', rule: 'outside', sigmas: line(options.astronomicalLimit) },
      { rule: 'shift', length: lengthOf(options.shiftN) },
      { rule: 'trend', length: lengthOf(options.trendN), turningPoint: 'later' },
      {
        id: 'twoInThree',
        rule: 'someBeyond',
        needed: 2,
        of: 3,
        sigmas: line(options.twoInThreeLimit),
        others: 'notBeyondOpposite',
        isOpenAtStart: true,
        flagged: options.twoInThreeHighlightSeries === true ? 'whole' : 'counting',
        shared: 'later',
      },
    ],
  })
}

function line(name: unknown): number {
  const sigmas = LINES.get(String(name))
  if (sigmas === undefined) throw new NotComparable(`options: a line at ${JSON.stringify(name)}`)
  return sigmas
}

function lengthOf(length: unknown): number {
  if (typeof length !== 'number') throw new NotComparable(`options: a pattern of ${JSON.stringify(length)}`)
  return length
}
