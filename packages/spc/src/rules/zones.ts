import type { Lines } from '../charts/chartType.ts'

/**
 * Where a point stands: 3 above the upper limit, 2 above the upper warning line, 1 above the centre, 0 on the centre or
 * missing, and the same below with a minus. On a line is within it. Without limits only 1, 0 and −1 occur.
 */
export type Zone = -3 | -2 | -1 | 0 | 1 | 2 | 3

export const OUTSIDE = 3
export const NEAR_LIMIT = 2

/**
 * A value this close to a line, relative to the line, lies on it. The last bits of a computed line are chance, and must not
 * decide whether a point is special.
 */
const ON_LINE = 1e-12

/** Finds the zone of every point of [start, end), once, so that no rule looks at the lines again. */
export function findZones(values: Float64Array, lines: Lines, zones: Int8Array, start: number, end: number): void {
  const { centre, lower, upper, lowerWarning, upperWarning } = lines
  for (let i = start; i < end; i++) {
    const value = values[i]!
    // Adding up answers has no branch that the next point could surprise; it takes half the time of nested conditions.
    const high =
      Number(above(value, centre[i]!)) + Number(above(value, upperWarning[i]!)) + Number(above(value, upper[i]!))
    const low =
      Number(below(value, centre[i]!)) + Number(below(value, lowerWarning[i]!)) + Number(below(value, lower[i]!))
    zones[i] = high - low
  }
}

/** Strictly above the line. False when either is missing. */
export function above(value: number, line: number): boolean {
  return value > line + ON_LINE * Math.abs(line)
}

/** Strictly below the line. False when either is missing. */
export function below(value: number, line: number): boolean {
  return value < line - ON_LINE * Math.abs(line)
}
