import type { Direction, PointVerdict, Variation } from './analysis.ts'
import type { RuleSet } from './rules/ruleSet.ts'

/** Point verdicts as they stand in typed arrays. */
export const VERDICTS: readonly PointVerdict[] = [
  'commonCause',
  'improving',
  'concerning',
  'neutralHigh',
  'neutralLow',
  'missing',
]
export const COMMON_CAUSE = 0
export const MISSING = 5

/** Verdict of a point flagged on the high side, then on the low side. */
const FLAGGED: Record<Direction, readonly [high: number, low: number]> = {
  higher: [1, 2],
  lower: [2, 1],
  neither: [3, 4],
}

/** Every odd bit: a rule's low side. @see Analysis.marks */
const LOW_SIDES = 0xaaaaaaaa
const HIGH_SIDES = 0x55555555

/** How marks of one rule set become verdicts in one direction. */
export interface MarkReader {
  readonly direction: Direction
  /** Bits that go before all others. 0: the lowest bit, the first rule of the set, decides. */
  readonly preferred: number
  /** Bits of rules that are neither better nor worse. */
  readonly sideless: number
}

export function markReader({ rules, precedence = 'firstRule' }: RuleSet, direction: Direction): MarkReader {
  let sideless = 0
  for (let place = 0; place < rules.length; place++) if (rules[place]!.isSideless) sideless |= 3 << (2 * place)
  const isFirst = precedence === 'firstRule' || direction === 'neither'
  const wanted = (precedence === 'improving') === (direction === 'higher') ? HIGH_SIDES : LOW_SIDES
  return { direction, sideless, preferred: isFirst ? 0 : wanted & ~sideless }
}

/** Place in `VERDICTS` of what a point's marks say. */
export function codeOf(bits: number, reader: MarkReader): number {
  return bits === 0 ? COMMON_CAUSE : codeOfBit(decidingBit(bits, reader), reader)
}

/** Everything that a point's marks say, each once, the verdict itself first. */
export function codesOf(bits: number, reader: MarkReader): readonly number[] {
  const codes: number[] = []
  for (let rest = bits; rest !== 0; ) {
    const bit = decidingBit(rest, reader)
    codes.push(codeOfBit(bit, reader))
    rest &= ~bit
  }
  return [...new Set(codes)]
}

function decidingBit(bits: number, { preferred }: MarkReader): number {
  const first = bits & preferred || bits
  return first & -first
}

function codeOfBit(bit: number, { direction, sideless }: MarkReader): number {
  const code = FLAGGED[(bit & sideless) === 0 ? direction : 'neither']
  return (bit & LOW_SIDES) === 0 ? code[0] : code[1]
}

/** What a signal on this side says, whatever else flags its points. */
export function sideVerdict(
  side: 'high' | 'low',
  direction: Direction,
): 'improving' | 'concerning' | 'neutralHigh' | 'neutralLow' {
  return VERDICTS[FLAGGED[direction][side === 'low' ? 1 : 0]!] as 'improving'
}

/** The verdict on what the process does, from that on a point: improving or concerning, with the side that it follows from. */
export function variationOf(code: number, direction: Direction): Variation {
  switch (VERDICTS[code]) {
    case 'improving':
      return direction === 'higher' ? 'improvingHigh' : 'improvingLow'
    case 'concerning':
      return direction === 'higher' ? 'concerningLow' : 'concerningHigh'
    case 'neutralHigh':
      return 'neutralHigh'
    case 'neutralLow':
      return 'neutralLow'
    default:
      return 'commonCause'
  }
}
