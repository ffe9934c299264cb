import { mean } from './mean.ts'

/** Standard deviation (n − 1) of the numbers in [from, to), NaN left out; NaN for fewer than two. */
export function deviation(values: Float64Array, from: number, to: number): number {
  const centre = mean(values, from, to)
  let squares = 0
  let count = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    squares += (value - centre) ** 2
    count++
  }
  return count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1))
}
