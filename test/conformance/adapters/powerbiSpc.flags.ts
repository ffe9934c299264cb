import type { Analysis, Assurance, Direction } from '@golden-thread/spc'
import { type Case, optionOf } from '../case.ts'
import { directionOf, RULES, ruleSetOf } from './powerbiSpc.rules.ts'

type Flag = 'none' | 'improvement' | 'deterioration' | 'neutral_low' | 'neutral_high'

/** What the peer says of a point flagged on the high side, then on the low. */
const FLAGS: Record<Direction, readonly [high: Flag, low: Flag]> = {
  higher: ['improvement', 'deterioration'],
  lower: ['deterioration', 'improvement'],
  neither: ['neutral_high', 'neutral_low'],
}

/** Its icons, in its order, and the flag that each stands for. */
const ICONS: Record<Direction, readonly (readonly [flag: Flag, icon: string])[]> = {
  higher: [
    ['improvement', 'improvementHigh'],
    ['deterioration', 'concernLow'],
  ],
  lower: [
    ['improvement', 'improvementLow'],
    ['deterioration', 'concernHigh'],
  ],
  neither: [
    ['neutral_low', 'neutralLow'],
    ['neutral_high', 'neutralHigh'],
  ],
}

const ASSURANCES: Record<Assurance, string> = {
  meets: 'consistentPass',
  misses: 'consistentFail',
  hitOrMiss: 'inconsistent',
  none: 'none',
}

export type Flags = Record<(typeof RULES)[number], readonly Flag[]>

/** One list of flags a rule, at the points that the peer shows. Flags of another kind than it is asked for are left out. */
export function flagsOf(testCase: Case, { marks }: Analysis, shown: readonly number[]): Flags {
  const asked = optionOf(testCase, 'processFlagType', ['both', 'improvement', 'deterioration'])
  const [high, low] = FLAGS[directionOf(testCase)]
  const { rules } = ruleSetOf(testCase)
  const flagsBy = (rule: (typeof RULES)[number]) =>
    shown.map((at): Flag => {
      const place = rules.findIndex(({ id }) => id === rule)
      const bits = place < 0 ? 0 : (marks![at]! >> (2 * place)) & 3
      const flag = bits === 0 ? 'none' : bits === 1 ? high : low
      return asked === 'both' || flag === asked ? flag : 'none'
    })
  return {
    astronomical: flagsBy('astronomical'),
    shift: flagsBy('shift'),
    trend: flagsBy('trend'),
    twoInThree: flagsBy('twoInThree'),
  }
}

/** An icon for each kind of flag, at the last point or anywhere. */
export function variationIcons(testCase: Case, flags: Flags): readonly string[] {
  const present = RULES.flatMap((rule) =>
    testCase.options.flagOnlyLastPoint === false ? flags[rule] : flags[rule].slice(-1),
  )
  const icons = ICONS[directionOf(testCase)].flatMap(([flag, icon]) => (present.includes(flag) ? [icon] : []))
  return icons.length > 0 ? icons : ['commonCause']
}

/** The peer judges no target on a run chart. */
export function assuranceIcon({ chart }: Case, { assurance }: Analysis): string {
  return chart === 'run' ? 'none' : ASSURANCES[assurance]
}
