/** Median of the numbers in [from, to), NaN left out: the middle one, or the mean of the middle two; NaN when there are none. */
export function median(values: Float64Array, from: number, to: number): number {
  const sorted = values
    .slice(from, to)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
