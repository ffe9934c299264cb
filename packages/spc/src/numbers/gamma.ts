import { whereReached } from './normal.ts'

/** Coefficients of Lanczos' approximation with g = 7. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 0.00000015056327351493116,
]

/** Natural logarithm of Γ(x) for x > 0. @see Lanczos 1964, SIAM Journal on Numerical Analysis 1:86 */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const base = x + 6.5
  const sum = LANCZOS.reduce((total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (x - 1 + i)), 0)
  return Math.log(Math.sqrt(2 * Math.PI) * sum) + (x - 0.5) * Math.log(base) - base
}

/** Share of a χ² distribution that lies below x. @see Abramowitz & Stegun 1964, 26.4.6 and 6.5.31 */
function chiSquareBelow(x: number, degrees: number): number {
  if (x <= 0) return 0
  const [shape, half] = [degrees / 2, x / 2]
  const scale = Math.exp(shape * Math.log(half) - half - logGamma(shape))
  return half < shape + 1 ? scale * lowerSeries(shape, half) : 1 - scale * upperFraction(shape, half)
}

/** The x that this share of a χ² distribution lies below. */
export function chiSquareQuantile(share: number, degrees: number): number {
  return whereReached((x) => chiSquareBelow(x, degrees), share, 0, degrees + 40 * Math.sqrt(2 * degrees) + 100)
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > Number.EPSILON * sum; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

/** Lentz' way of working out a continued fraction from its front. */
function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300
  let below = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / below
  let value = d
  for (let n = 1; n < 10_000; n++) {
    const above = -n * (n - shape)
    below += 2
    d = 1 / (above * d + below || tiny)
    c = below + above / c || tiny
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < Number.EPSILON) break
  }
  return value
}
