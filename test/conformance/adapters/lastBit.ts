import type { Case, Excuse } from '../case.ts'
import { compare } from '../compare.ts'

/** A value this near to a line lies on it for us, and on either side of it for a peer whose last bit fell so. */
const ON_LINE = 1e-12

/** With more such values there are too many ways to fall to try them all. */
const MOST_VALUES = 7

/** A figure of the input, and the line that it lies on, in the figure's own unit. */
export interface OnLine {
  readonly row: number
  readonly line: number
}

/** The column of the input that holds what is drawn, or what is drawn once it is divided. */
function figureColumn({ input }: Case): 'value' | 'numerator' {
  return input.value ? 'value' : 'numerator'
}

/**
 * Excuses flags that only the last bit of the peer's arithmetic decided: some value lies on a line, and when it is moved a
 * hair to one side or the other, everything that is expected comes out.
 */
export function lastBitExcuse(
  onLines: (testCase: Case) => readonly OnLine[],
  answer: (testCase: Case) => unknown,
): Excuse {
  const decided = new WeakMap<Case, boolean>()
  return {
    reason: 'a value lies on a line to the last bit of the arithmetic; ours is inside, the peer’s fell beside it',
    covers(testCase, [first]) {
      if (first === 'error') return false
      const known = decided.get(testCase) ?? isDecidedByLastBit(testCase, onLines(testCase), answer)
      decided.set(testCase, known)
      return known
    },
  }
}

function isDecidedByLastBit(testCase: Case, points: readonly OnLine[], answer: (testCase: Case) => unknown): boolean {
  const column = figureColumn(testCase)
  // Equal values on one line fall together.
  const values = [...Map.groupBy(points, ({ row, line }) => `${testCase.input[column]?.[row]} on ${line}`).values()]
  if (values.length === 0 || values.length > MOST_VALUES) return false
  return Array.from({ length: 3 ** values.length }, (_, way) => way).some((way) => {
    const moved = moveAll(testCase, values, way)
    return compare(testCase.expected, answer(moved), testCase.peer).differences.length === 0
  })
}

/** Each value stays, or moves up or down by a little more than what still counts as on the line: one digit of `way` in base 3 each. */
function moveAll(testCase: Case, values: readonly (readonly OnLine[])[], way: number): Case {
  const column = figureColumn(testCase)
  const figures = [...(testCase.input[column] ?? [])]
  for (const [place, points] of values.entries()) {
    const digit = Math.floor(way / 3 ** place) % 3
    const by = [0, 4, -4][digit]!
    for (const { row, line } of points) figures[row] = (figures[row] as number) + by * ON_LINE * Math.abs(line)
  }
  return { ...testCase, input: { ...testCase.input, [column]: figures } }
}

/** Whether a value and a line are the same but for the last bits. */
export function isOnLine(value: number, line: number): boolean {
  return Math.abs(value - line) <= ON_LINE * Math.abs(line)
}
