import type { Stretch } from '../charts/chartType.ts'
import { median } from './median.ts'

/** A moving range this many times the mean one or larger is screened out: the upper limit of a range chart of pairs (D4). */
export const RANGE_LIMIT = 3.267

/** Mean moving range of pairs ÷ this = sigma (d2 for n = 2). */
export const D2_FOR_PAIRS = 1.128

/**
 * Mean distance between neighbouring values of a phase's baseline; NaN when no two values are neighbours.
 *
 * A missing value keeps its place, so the ranges on both its sides are missing too. An excluded point is skipped: its
 * neighbours form a range with each other.
 *
 * With `screened`, ranges not strictly below 3.267 times the mean are dropped, once, and the mean is taken again. If that
 * drops all of them (all are nought), the mean range is 0.
 *
 * @see Nelson 1982, Journal of Quality Technology 14:172; Provost & Murray 2011, The Health Care Data Guide
 */
export function meanMovingRange(scores: Float64Array, stretch: Stretch, screened: boolean): number {
  const first = sweep(scores, stretch, Number.POSITIVE_INFINITY)
  if (!screened || !(first.mean > 0)) return first.mean
  const limit = RANGE_LIMIT * first.mean
  return first.largest < limit ? first.mean : sweep(scores, stretch, limit).mean
}

/** The same with medians: the middle range, and screened at 3.267 times it. */
export function medianMovingRange(scores: Float64Array, stretch: Stretch, screened: boolean): number {
  const ranges = rangesOf(scores, stretch)
  const first = median(ranges, 0, ranges.length)
  if (!(screened && first > 0)) return first
  const kept = ranges.filter((range) => range < RANGE_LIMIT * first)
  return median(kept, 0, kept.length)
}

function rangesOf(scores: Float64Array, { values, start, baselineEnd }: Stretch): Float64Array {
  const ranges: number[] = []
  let previous = Number.NaN
  for (let i = start; i < baselineEnd; i++) {
    const score = scores[i]!
    if (!Number.isNaN(score - previous)) ranges.push(Math.abs(score - previous))
    if (!Number.isNaN(score) || Number.isNaN(values[i]!)) previous = score
  }
  return Float64Array.from(ranges)
}

/** Mean and largest of the ranges strictly below `limit`. */
function sweep(scores: Float64Array, { values, start, baselineEnd }: Stretch, limit: number) {
  let sum = 0
  let count = 0
  let largest = 0
  let previous = Number.NaN
  for (let i = start; i < baselineEnd; i++) {
    const score = scores[i]!
    const range = Math.abs(score - previous)
    if (range < limit) {
      sum += range
      count++
      if (range > largest) largest = range
    }
    if (!Number.isNaN(score) || Number.isNaN(values[i]!)) previous = score
  }
  return { mean: sum / count, largest }
}
