/**
 * A value this close to a line, relative to the line, lies on it. The last bits of a computed line are chance, and must not
 * decide whether a point is special.
 */
const ON_LINE = 1e-12

/** Strictly above the line. False when either is missing. */
export function above(value: number, line: number): boolean {
  return value > line + ON_LINE * Math.abs(line)
}

/** Strictly below the line. False when either is missing. */
export function below(value: number, line: number): boolean {
  return value < line - ON_LINE * Math.abs(line)
}

/** On which side of a line a value lies: 1 above, −1 below, 0 on it. */
export function sideOfLine(value: number, line: number): 1 | -1 | 0 {
  if (above(value, line)) return 1
  return below(value, line) ? -1 : 0
}
