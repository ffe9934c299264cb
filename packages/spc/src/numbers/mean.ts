/**
 * Mean of the numbers in [from, to), NaN left out; NaN when there are none.
 *
 * The mean of the remainders is added in a second pass: of equal values, or of values around a round number, the plain sum
 * can end one bit beside the mean, and then a point on the centre line seems to lie beside it.
 */
export function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0
  let count = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (!Number.isNaN(value)) {
      sum += value
      count++
    }
  }
  if (count === 0) return Number.NaN
  const first = sum / count
  let rest = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (!Number.isNaN(value)) rest += value - first
  }
  return first + rest / count
}
