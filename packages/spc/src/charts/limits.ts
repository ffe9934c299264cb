import type { NoLimitsReason } from '../analysis.ts'
import type { CountLimits } from '../numbers/counts.ts'
import { mean } from '../numbers/mean.ts'
import { normalBelow } from '../numbers/normal.ts'
import type { Lines, Method, Stretch } from './chartType.ts'

/** The mean of the baseline, or the centre that the caller knows already. */
export function centreOf({ judged, start, baselineEnd }: Stretch, method: Method): number {
  return Number.isNaN(method.centre) ? mean(judged, start, baselineEnd) : method.centre
}

/** Sum of the figures of the baseline's points: the numerators or denominators behind a pooled proportion or rate. */
export function baselineSum(figures: Float64Array, { judged, start, baselineEnd }: Stretch): number {
  let sum = 0
  for (let i = start; i < baselineEnd; i++) {
    if (!Number.isNaN(judged[i]!)) sum += figures[i]!
  }
  return sum
}

/** Limits and warning lines at one point: `middle` ± sigmas, kept within what the value can be. */
export function drawLimits(
  lines: Lines,
  at: number,
  middle: number,
  sigma: number,
  method: Method,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): void {
  const far = method.sigmas * sigma
  const near = (far * 2) / 3
  lines.lower[at] = Math.max(least, middle - far)
  lines.upper[at] = Math.min(most, middle + far)
  lines.lowerWarning[at] = Math.max(least, middle - near)
  lines.upperWarning[at] = Math.min(most, middle + near)
}

/** Limits and warning lines at one point where a distribution itself has them: at its quantiles, with the tails that so many sigma leave. */
export function drawBetween(lines: Lines, at: number, { sigmas }: Method, quantile: (share: number) => number): void {
  const [far, near] = [normalBelow(-sigmas), normalBelow((-sigmas * 2) / 3)]
  lines.lower[at] = quantile(far)
  lines.upper[at] = quantile(1 - far)
  lines.lowerWarning[at] = quantile(near)
  lines.upperWarning[at] = quantile(1 - near)
}

/** The same for counts, shown as shares of `whole`. */
export function drawCounts(
  lines: Lines,
  at: number,
  { sigmas }: Method,
  limits: (tail: number) => CountLimits,
  whole = 1,
): void {
  const far = limits(normalBelow(-sigmas))
  const near = limits(normalBelow((-sigmas * 2) / 3))
  lines.lower[at] = far.lower / whole
  lines.upper[at] = far.upper / whole
  lines.lowerWarning[at] = near.lower / whole
  lines.upperWarning[at] = near.upper / whole
}

/** Why limits cannot be made of the phase's own values, before any spread is looked at; null when they can. */
export function tooFew({ judged, start, baselineEnd }: Stretch): NoLimitsReason | null {
  let count = 0
  for (let i = start; i < baselineEnd && count < 2; i++) if (!Number.isNaN(judged[i]!)) count++
  return count === 0 ? 'noValues' : count === 1 ? 'onePoint' : null
}

/** What to say of a spread of nought: why there are no limits, or null where the method draws them on the centre line. */
export function withoutSpread(stretch: Stretch, method: Method): NoLimitsReason | null {
  if (method.withoutSpread === 'onCentre') return null
  if (allEqual(stretch)) return 'allEqual'
  return method.withoutSpread === 'noLimits' ? 'noSpread' : null
}

function allEqual({ judged, start, baselineEnd }: Stretch): boolean {
  let first = Number.NaN
  for (let i = start; i < baselineEnd; i++) {
    const value = judged[i]!
    if (Number.isNaN(value)) continue
    if (Number.isNaN(first)) first = value
    else if (value !== first) return false
  }
  return true
}
