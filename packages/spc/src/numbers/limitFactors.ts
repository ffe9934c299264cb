import { d2, d3 } from './range.ts'
import { c4 } from './samples.ts'

/** The factors of tables for samples of n values, with limits at 3 sigma. All are numbers without a unit. */
export interface LimitFactors {
  /** Limits of x̄ at ± A × sigma, ± A2 × mean range, ± A3 × mean standard deviation. */
  readonly A: number
  readonly A2: number
  readonly A3: number
  /** Limits of S at B3 and B4 × mean standard deviation, B5 and B6 × sigma. */
  readonly B3: number
  readonly B4: number
  readonly B5: number
  readonly B6: number
  /** Limits of R at D1 and D2 × sigma, D3 and D4 × mean range. */
  readonly D1: number
  readonly D2: number
  readonly D3: number
  readonly D4: number
  readonly c4: number
  readonly d2: number
  readonly d3: number
}

/**
 * The factors that tables of control charts give for samples of n values, exact to about 12 digits rather than rounded to
 * three. All are NaN for fewer than two values.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, appendix VI
 */
export function limitFactors(size: number): LimitFactors {
  const [mean, range, rangeSpread] = [c4(size), d2(size), d3(size)]
  const spread = 3 * Math.sqrt(1 - mean ** 2)
  const root = Math.sqrt(size)
  return {
    A: mean > 0 ? 3 / root : Number.NaN,
    A2: 3 / (range * root),
    A3: 3 / (mean * root),
    B3: Math.max(0, 1 - spread / mean),
    B4: 1 + spread / mean,
    B5: Math.max(0, mean - spread),
    B6: mean + spread,
    D1: Math.max(0, range - 3 * rangeSpread),
    D2: range + 3 * rangeSpread,
    D3: Math.max(0, 1 - (3 * rangeSpread) / range),
    D4: 1 + (3 * rangeSpread) / range,
    c4: mean,
    d2: range,
    d3: rangeSpread,
  }
}
