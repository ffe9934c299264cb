import { areNeighbours, type Examined } from './examined.ts'
import { average, levelsOf } from './steps.ts'

/** A number beside what chance alone keeps it within. */
export interface Measured {
  readonly is: number
  readonly limit: number
}

/** Fewer points say nothing of how they follow each other, or of their shape. */
const FEWEST_POINTS = 20
/** 99 of 100 normal numbers lie within so many standard errors; 90 of 100 within the second. */
const WITHIN_99 = 2.576
const WITHIN_90 = 1.645

/** Skewness below this moves limits too little to matter. */
const LEAST_SKEWNESS = 1

/**
 * How much one value says of the next: autocorrelation at lag 1, over pairs of neighbouring periods, with the limit that 99
 * of 100 steady series keep within (2.576 ÷ √pairs).
 *
 * A change of level looks the same. So where the values fall into levels, what is left without them must still be correlated,
 * beyond the limit of 90 in 100.
 *
 * @returns null where the values keep within the limit, are all equal, or have fewer than 20 pairs
 * @see Bartlett 1946, Supplement to the Journal of the Royal Statistical Society 8:27
 */
export function autocorrelation(examined: Examined): Measured | null {
  const { values } = examined
  const pairs = values.flatMap((_, i) => (i > 0 && areNeighbours(examined, i - 1, i) ? [i] : []))
  if (pairs.length < FEWEST_POINTS) return null
  const is = lagOne(values, pairs)
  const limit = WITHIN_99 / Math.sqrt(pairs.length)
  if (!(Math.abs(is) > limit)) return null
  const left = lagOne(withoutLevels(values), pairs)
  return left * Math.sign(is) > WITHIN_90 / Math.sqrt(pairs.length) ? { is, limit } : null
}

/**
 * Skewness (G1) that stays when levels, and then the value farthest from the middle, are taken away: one special point is no
 * shape. With its limit: 1, or what 99 of 100 normal series keep within where that is more.
 *
 * @returns null where it is less, or for fewer than 20 values
 * @see Joanes & Gill 1998, The Statistician 47:183
 */
export function skewness({ values }: Examined): Measured | null {
  if (values.length < FEWEST_POINTS) return null
  const rest = withoutLevels(values)
  const error = Math.sqrt(6 / rest.length)
  const limit = Math.max(LEAST_SKEWNESS, WITHIN_99 * error)
  const is = skewnessOf(rest)
  if (!(Math.abs(is) > limit)) return null
  const farthest = rest.reduce((far, value, i) => (Math.abs(value) > Math.abs(rest[far]!) ? i : far), 0)
  const without = skewnessOf(rest.toSpliced(farthest, 1))
  return without * Math.sign(is) > WITHIN_90 * error ? { is, limit } : null
}

function withoutLevels(values: readonly number[]): readonly number[] {
  return levelsOf(values).flatMap(({ from, to, mean }) => values.slice(from, to).map((value) => value - mean))
}

function lagOne(values: readonly number[], pairs: readonly number[]): number {
  const mean = average(values)
  const spread = average(values.map((value) => (value - mean) ** 2))
  if (!(spread > 0)) return 0
  return average(pairs.map((i) => (values[i]! - mean) * (values[i - 1]! - mean))) / spread
}

function skewnessOf(values: readonly number[]): number {
  const n = values.length
  const mean = average(values)
  const second = average(values.map((value) => (value - mean) ** 2))
  if (!(second > 0)) return 0
  const third = average(values.map((value) => (value - mean) ** 3))
  return ((Math.sqrt(n * (n - 1)) / (n - 2)) * third) / second ** 1.5
}
