import { continuedFraction } from './continuedFraction.ts'
import { solveRising } from './solve.ts'
import { deviance, stirlingError } from './stirling.ts'

/**
 * Shares of a beta distribution with shapes a and b (all at 0 with a = 0, all at 1 with b = 0) below and above x: Iₓ(a, b),
 * the regularised incomplete beta function, and 1 − Iₓ(a, b). The one on the nearer side of the mean is exact to about 14
 * digits of its own, however small.
 *
 * @see Abramowitz & Stegun 1964, 26.5.8 (continued fraction)
 */
export function betaTails(a: number, b: number, x: number): { readonly below: number; readonly above: number } {
  if (a <= 0) return { below: 1, above: 0 }
  if (b <= 0 || x <= 0) return { below: 0, above: 1 }
  if (x >= 1) return { below: 1, above: 0 }
  if (x <= (a + 1) / (a + b + 2)) {
    const below = tail(a, b, x, 1 - x)
    return { below, above: 1 - below }
  }
  const above = tail(b, a, 1 - x, x)
  return { below: 1 - above, above }
}

/**
 * The x that `share` of a beta distribution lies below (side `lower`) or above (side `upper`): its limits for a proportion
 * are those of Clopper and Pearson.
 *
 * @param share strictly between 0 and 1
 */
export function betaQuantile(a: number, b: number, share: number, side: 'lower' | 'upper' = 'lower'): number {
  return side === 'lower'
    ? solveRising((x) => betaTails(a, b, x).below, share, 0, 1)
    : solveRising((x) => -betaTails(a, b, x).above, -share, 0, 1)
}

/** Iₓ(a, b) for x on the near side of the mean, and y = 1 − x. */
function tail(a: number, b: number, x: number, y: number): number {
  const total = a + b
  const above = (n: number) => {
    const half = n >> 1
    const even = (half * (b - half)) / ((a + n - 1) * (a + n))
    const odd = (-(a + half) * (total + half)) / ((a + n - 1) * (a + n))
    return (n % 2 === 0 ? even : odd) * x
  }
  return Math.min(1, (binomialDensity(a, b, x, y) * b) / total / continuedFraction(1, above, () => 1))
}

/** Γ(a + b + 1) ÷ (Γ(a + 1) Γ(b + 1)) x^a y^b. */
function binomialDensity(a: number, b: number, x: number, y: number): number {
  const total = a + b
  const exponent =
    stirlingError(total) - stirlingError(a) - stirlingError(b) - deviance(a, total * x) - deviance(b, total * y)
  return Math.exp(exponent) * Math.sqrt(total / (2 * Math.PI * a * b))
}
