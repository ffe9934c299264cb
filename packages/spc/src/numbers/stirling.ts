/** Coefficients of Stirling's series for ln Γ: B₂ₖ ÷ (2k (2k − 1)). @see Abramowitz & Stegun 1964, 6.1.40 */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156]

/** From here the series is exact to the last bit. */
const SERIES_FROM = 16

/**
 * What Stirling's formula leaves of ln Γ(x + 1): ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x above 0. It is small where
 * ln Γ is large, so that densities made of it keep their digits.
 *
 * @see Loader 2000, Fast and Accurate Computation of Binomial Probabilities
 */
export function stirlingError(x: number): number {
  let steps = 0
  let at = x
  for (; at < SERIES_FROM; at++) steps += (at + 0.5) * Math.log1p(1 / at) - 1
  const square = at * at
  return steps + SERIES.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / at
}

/** x ln(x ÷ mean) + mean − x, without loss of digits where x is near the mean. @see Loader 2000 */
export function deviance(x: number, mean: number): number {
  const distance = x - mean
  if (x === 0) return mean
  if (Math.abs(distance) > 0.1 * (x + mean)) return x * Math.log(x / mean) - distance
  const share = distance / (x + mean)
  let sum = distance * share
  let term = 2 * x * share
  for (let n = 3; ; n += 2) {
    term *= share * share
    const next = sum + term / n
    if (next === sum) return sum
    sum = next
  }
}
