/** A value this near to a line (relative) is on it: the last bits of a computed line are chance. */
const ON_LINE = 1e-12

/** On which side of a line a value lies: 1 above, −1 below, 0 on it. */
export function sideOfLine(value: number, line: number): 1 | -1 | 0 {
  if (Math.abs(value - line) <= ON_LINE * Math.abs(line)) return 0
  return value > line ? 1 : -1
}
