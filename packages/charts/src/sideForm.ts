import type { Direction, PointVerdict } from '@golden-thread/spc'

/** Square on the better side, diamond on the worse one, triangles where no side is better, circle within. */
export function formOf(side: 'high' | 'low' | null, direction: Direction): PointVerdict {
  if (side === null) return 'commonCause'
  if (direction === 'neither') return side === 'high' ? 'neutralHigh' : 'neutralLow'
  return (side === 'high') === (direction === 'higher') ? 'improving' : 'concerning'
}
