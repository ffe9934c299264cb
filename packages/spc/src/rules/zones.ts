import type { Lines } from '../charts/chartType.ts'
import { above, below } from '../numbers/onLine.ts'

/** The lines that every chart draws, in sigma: warning lines and limits. */
export const DRAWN_LINES: readonly number[] = [2, 3]

/**
 * Finds the zone of every point of [start, end), once, so that no rule looks at the lines again: how many of centre, warning
 * line and limit it lies above; below them with a minus; 0 on the centre or missing. On a line is within it. Without limits
 * only 1, 0 and −1 occur.
 *
 * @returns how far the farthest point lies out: the largest zone, whatever its sign
 */
export function findZones(values: Float64Array, lines: Lines, zones: Int8Array, start: number, end: number): number {
  const { centre, lower, upper, lowerWarning, upperWarning } = lines
  let farthest = 1
  for (let i = start; i < end; i++) {
    const value = values[i]!
    let zone = Number(above(value, centre[i]!)) - Number(below(value, centre[i]!))
    // Nineteen points of twenty lie between the warning lines: the others alone are held against the limits.
    if (value > upperWarning[i]!) {
      zone += Number(above(value, upperWarning[i]!)) + Number(above(value, upper[i]!))
      if (zone > farthest) farthest = zone
    } else if (value < lowerWarning[i]!) {
      zone -= Number(below(value, lowerWarning[i]!)) + Number(below(value, lower[i]!))
      if (-zone > farthest) farthest = -zone
    }
    zones[i] = zone
  }
  return farthest
}

/** Counts one more pair of lines in. */
export function addZones(
  values: Float64Array,
  { lower, upper }: Pick<Lines, 'lower' | 'upper'>,
  zones: Int8Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    zones[i] = zones[i]! + Number(above(values[i]!, upper[i]!)) - Number(below(values[i]!, lower[i]!))
  }
}
