import type { Lines } from './charts/chartType.ts'

/** The arrays that one series is worked out in. Made once, used for many series: making them costs more than the statistics. */
export interface Workspace extends Lines {
  readonly capacity: number
  readonly numerators: Float64Array
  readonly denominators: Float64Array
  readonly values: Float64Array
  readonly judged: Float64Array
  readonly targets: Float64Array
  /** @see Analysis.sums */
  readonly upperSums: Float64Array
  readonly lowerSums: Float64Array
  readonly zones: Int8Array
  /** @see Analysis.marks */
  readonly marks: Uint32Array
  /** Places in `VERDICTS`. */
  readonly verdicts: Uint8Array
}

const NUMBERS = 12
const BYTES_A_POINT = NUMBERS * 8 + 4 + 1 + 1

/** Room for series of up to `capacity` points, in one piece of memory: a piece for each array costs more than the statistics of a short series. */
export function workspace(capacity: number): Workspace {
  const memory = new ArrayBuffer(capacity * BYTES_A_POINT)
  const numbers = (nth: number) => new Float64Array(memory, nth * capacity * 8, capacity)
  const afterNumbers = NUMBERS * capacity * 8
  return {
    capacity,
    numerators: numbers(0),
    denominators: numbers(1),
    values: numbers(2),
    judged: numbers(3),
    targets: numbers(4),
    upperSums: numbers(5),
    lowerSums: numbers(6),
    centre: numbers(7),
    lower: numbers(8),
    upper: numbers(9),
    lowerWarning: numbers(10),
    upperWarning: numbers(11),
    marks: new Uint32Array(memory, afterNumbers, capacity),
    zones: new Int8Array(memory, afterNumbers + capacity * 4, capacity),
    verdicts: new Uint8Array(memory, afterNumbers + capacity * 5, capacity),
  }
}
