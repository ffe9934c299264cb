import { continuedFraction } from './continuedFraction.ts'
import { solveRising } from './solve.ts'
import { deviance, stirlingError } from './stirling.ts'

/** Shares of a gamma distribution below and above a place; each exact to about 14 digits of its own, however small. */
interface Tails {
  readonly below: number
  readonly above: number
}

/**
 * The gamma distribution with scale 1 and this shape at x (all at 0 with shape 0): P(shape, x) and Q(shape, x), the regularised incomplete
 * gamma functions.
 *
 * @see Abramowitz & Stegun 1964, 6.5.29 (series) and 6.5.31 (continued fraction)
 */
export function gammaTails(shape: number, x: number): Tails {
  if (shape <= 0) return { below: 1, above: 0 }
  if (x <= 0) return { below: 0, above: 1 }
  const scale = poissonDensity(shape, x)
  if (x < shape + 1) {
    const below = Math.min(1, scale * lowerSeries(shape, x))
    return { below, above: 1 - below }
  }
  const fraction = continuedFraction(
    x + 1 - shape,
    (n) => -n * (n - shape),
    (n) => x + 2 * n + 1 - shape,
  )
  const above = Math.min(1, (scale * shape) / fraction)
  return { below: 1 - above, above }
}

/**
 * The x that `tail` of a gamma distribution lies below (side `lower`) or above (side `upper`). Half of this is a quantile of
 * χ² with twice the shape as degrees of freedom.
 *
 * @param tail strictly between 0 and 1
 */
export function gammaQuantile(shape: number, tail: number, side: 'lower' | 'upper' = 'lower'): number {
  const furthest = shape + 60 + 40 * Math.sqrt(shape + 1)
  return side === 'lower'
    ? solveRising((x) => gammaTails(shape, x).below, tail, 0, furthest)
    : solveRising((x) => -gammaTails(shape, x).above, -tail, 0, furthest)
}

/** x^shape e^−x ÷ Γ(shape + 1). */
function poissonDensity(shape: number, x: number): number {
  return Math.exp(-stirlingError(shape) - deviance(shape, x)) / Math.sqrt(2 * Math.PI * shape)
}

function lowerSeries(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > Number.EPSILON * sum; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}
