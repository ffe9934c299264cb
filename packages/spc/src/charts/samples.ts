import { c4 } from '../numbers/samples.ts'
import type { Method, Samples, Stretch } from './chartType.ts'

/**
 * Standard deviation within the samples of the baseline: the plain mean of theirs where all are of one size, else pooled,
 * √(Σ (n − 1) s² ÷ Σ (n − 1)); or always pooled. Samples of one value have none and are left out. NaN without any.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3; qicharts2 0.8.1 (mean if equal), PowerBI-SPC 1.7.4 (pooled)
 */
export function deviationWithin({ sizes, deviations }: Samples, stretch: Stretch, { sampleSpread }: Method): number {
  const { judged, start, baselineEnd } = stretch
  let plain = 0
  let squares = 0
  let degrees = 0
  let count = 0
  let first = 0
  let isEqual = true
  for (let i = start; i < baselineEnd; i++) {
    const [size, deviation] = [sizes[i]!, deviations[i]!]
    if (Number.isNaN(judged[i]!)) continue
    if (first === 0) first = size
    if (size !== first) isEqual = false
    if (Number.isNaN(deviation)) continue
    plain += deviation
    squares += (size - 1) * deviation ** 2
    degrees += size - 1
    count++
  }
  return isEqual && sampleSpread === 'meanIfEqual' ? plain / count : Math.sqrt(squares / degrees)
}

/** How far deviations of samples of n values spread, as a share of their mean: √(1 − c4²) ÷ c4. */
export function spreadOfDeviations(size: number): number {
  const unbiased = c4(size)
  return Math.sqrt(1 - unbiased ** 2) / unbiased
}
