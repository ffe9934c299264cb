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

/** Room for series of up to `capacity` points. */
export function workspace(capacity: number): Workspace {
  const numbers = () => new Float64Array(capacity)
  return {
    capacity,
    numerators: numbers(),
    denominators: numbers(),
    values: numbers(),
    judged: numbers(),
    targets: numbers(),
    upperSums: numbers(),
    lowerSums: numbers(),
    centre: numbers(),
    lower: numbers(),
    upper: numbers(),
    lowerWarning: numbers(),
    upperWarning: numbers(),
    zones: new Int8Array(capacity),
    marks: new Uint32Array(capacity),
    verdicts: new Uint8Array(capacity),
  }
}
