import type { Judged, Marks, Pattern } from './rule.ts'

/**
 * Joins flagged points to maximal patterns: neighbours on the same side, and points on both sides of unflagged ones that
 * `bridges` lets through (it is given the point and the side, +1 or −1).
 */
export function stretches(
  judged: Judged,
  marks: Marks,
  bridges: (at: number, side: 1 | -1) => boolean = () => false,
): readonly Pattern[] {
  const high = oneSide(judged, marks.bits, marks.high, 'high', (at) => bridges(at, 1))
  const low = oneSide(judged, marks.bits, marks.low, 'low', (at) => bridges(at, -1))
  return [...high, ...low].sort((a, b) => a.from - b.from)
}

function oneSide(
  { start, end }: Judged,
  bits: Uint32Array,
  bit: number,
  side: Pattern['side'],
  bridges: (at: number) => boolean,
): Pattern[] {
  const found: Pattern[] = []
  let points: number[] = []
  const close = () => {
    if (points.length > 0) found.push({ side, from: points[0]!, to: points.at(-1)!, points })
    points = []
  }
  for (let i = start; i < end; i++) {
    if ((bits[i]! & bit) !== 0) points.push(i)
    else if (!bridges(i)) close()
  }
  close()
  return found
}
