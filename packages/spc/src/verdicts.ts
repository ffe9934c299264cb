import type { Direction, PointVerdict, Variation } from './analysis.ts'

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

/** The codes of points flagged on the high side and on the low one. */
export function flaggedCodes(direction: Direction): readonly [high: number, low: number] {
  return FLAGGED[direction]
}

/** Whether the rule that gives the verdict, the first of its set (the lowest bit), flags the low side. */
export function isLow(bits: number): boolean {
  return (bits & -bits & LOW_SIDES) !== 0
}

/** What a signal on this side says, whatever else flags its points. */
export function sideVerdict(
  side: 'high' | 'low',
  direction: Direction,
): 'improving' | 'concerning' | 'neutralHigh' | 'neutralLow' {
  return VERDICTS[FLAGGED[direction][side === 'low' ? 1 : 0]!] as 'improving'
}

/** The verdict on what the process does: that of its latest point, with the side of the rule that gave it. */
export function variationOf(bits: number, direction: Direction): Variation {
  if (bits === 0) return 'commonCause'
  const side = isLow(bits) ? 'Low' : 'High'
  if (direction === 'neither') return `neutral${side}`
  return (side === 'High') === (direction === 'higher') ? `improving${side}` : `concerning${side}`
}
