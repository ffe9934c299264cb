/** Samples larger than this: the first terms of the series are exact to 12 digits, and the long way round is too long. */
const LARGE = 1000

/**
 * Standard deviation of samples of n normal values ÷ this = sigma: c4 = √(2 ÷ (n − 1)) Γ(n ÷ 2) ÷ Γ((n − 1) ÷ 2), exact to the
 * last digits. NaN for fewer than two values, which have no deviation.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3
 */
export function c4(size: number): number {
  if (!(Number.isInteger(size) && size >= 2)) return Number.NaN
  if (size > LARGE) return 1 - 1 / (4 * size) - 7 / (32 * size ** 2) - 19 / (128 * size ** 3)
  // Γ(n ÷ 2) ÷ Γ((n − 1) ÷ 2), from n = 2 upwards: each times the one before is a simple number.
  let ratio = 1 / Math.sqrt(Math.PI)
  for (let n = 2; n < size; n++) ratio = (n - 1) / 2 / ratio
  return Math.sqrt(2 / (size - 1)) * ratio
}
