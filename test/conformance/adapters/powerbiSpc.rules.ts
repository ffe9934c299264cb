import type { Direction, RuleDescription, RuleSet } from '@golden-thread/spc'
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

/**
 * The peer's rules as a set of ours. A rule that looks at specification lines has none to look at in a case: it is left out.
 *
 * @throws NotComparable for a line or length that ours cannot have
 */
export function ruleSetOf({ options }: Case): RuleSet {
  const [outer, near] = [line(options.astronomicalLimit), line(options.twoInThreeLimit)]
  return customRuleSet({
    id: 'powerbiSpc',
    label: 'PowerBI-SPC',
    citation: 'PowerBI-SPC 1.7.4, as its options set it',
    version: '1',
    rules: [
      ...(outer === null ? [] : [{ id: 'astronomical', rule: 'outside', sigmas: outer } as const]),
      { rule: 'shift', length: lengthOf(options.shiftN) },
      { rule: 'trend', length: lengthOf(options.trendN), turningPoint: 'later' },
      ...(near === null ? [] : [twoInThree(near, options.twoInThreeHighlightSeries === true)]),
    ],
  })
}

function twoInThree(sigmas: number, isWhole: boolean): RuleDescription {
  return {
    id: 'twoInThree',
    rule: 'someBeyond',
    needed: 2,
    of: 3,
    sigmas,
    others: 'notBeyondOpposite',
    isOpenAtStart: true,
    flagged: isWhole ? 'whole' : 'counting',
    shared: 'later',
  }
}

/** Null for the specification lines, which no case has. */
function line(name: unknown): number | null {
  if (name === 'Specification') return null
  const sigmas = LINES.get(String(name))
  if (sigmas === undefined) throw new NotComparable(`options: a line at ${JSON.stringify(name)}`)
  return sigmas
}

function lengthOf(length: unknown): number {
  if (typeof length !== 'number') throw new NotComparable(`options: a pattern of ${JSON.stringify(length)}`)
  return length
}
