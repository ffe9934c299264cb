import type { NoLimitsReason } from '../analysis.ts'
import { deviation } from '../numbers/deviation.ts'
import { mean } from '../numbers/mean.ts'
import { meanMovingRange } from '../numbers/movingRanges.ts'
import { c4 } from '../numbers/samples.ts'
import type { Lines, Method, Stretch } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'

/** The process of single values behind a chart that draws something worked out of them. */
export interface Process {
  /** The values, NaN where not judged. */
  readonly scores: Float64Array
  readonly centre: number
  /** Of single values, as on an XmR chart; NaN where too few values, or no neighbours, leave it open. */
  readonly sigma: number
}

/** The process behind the values of a stretch, before or after what is drawn has been worked out of them. */
export function processOf(stretch: Stretch, method: Method): Process {
  const { start, baselineEnd } = stretch
  const scores = singleValues(stretch)
  const centre = Number.isNaN(method.centre) ? mean(scores, start, baselineEnd) : method.centre
  return { scores, centre, sigma: sigmaOf(scores, stretch, method) }
}

/**
 * Lines about the centre of the process behind what is drawn: limits stand so many sigma of single values away as `spreadsOf`
 * says for each point of the stretch, in order.
 */
export function drawAround(
  stretch: Stretch,
  method: Method,
  lines: Lines,
  spreadsOf: (scores: Float64Array) => (at: number) => number,
): NoLimitsReason | null {
  const { start, end } = stretch
  const { scores, centre, sigma } = processOf(stretch, method)
  lines.centre.fill(centre, start, end)
  const why = whyNone(centre, sigma, stretch, method)
  if (why) return why
  const spreadAt = spreadsOf(scores)
  for (let i = start; i < end; i++) drawLimits(lines, i, centre, sigma * spreadAt(i), method)
  return null
}

/** Why there are no limits about this process. */
export function whyNone(centre: number, sigma: number, stretch: Stretch, method: Method): NoLimitsReason | null {
  if (Number.isNaN(centre) || Number.isNaN(sigma)) return tooFew(stretch) ?? 'noNeighbours'
  return sigma === 0 ? withoutSpread(stretch, method) : null
}

/** Standard deviation of the baseline's values ÷ c4 of their number. */
export function sigmaByDeviation(scores: Float64Array, { start, baselineEnd }: Stretch): number {
  let count = 0
  for (let i = start; i < baselineEnd; i++) if (!Number.isNaN(scores[i]!)) count++
  return deviation(scores, start, baselineEnd) / c4(count)
}

function sigmaOf(scores: Float64Array, stretch: Stretch, { sigmaFrom, limitsPerRange, screenRanges }: Method): number {
  return sigmaFrom === 'deviation'
    ? sigmaByDeviation(scores, stretch)
    : (limitsPerRange * meanMovingRange(scores, stretch, screenRanges)) / 3
}

/** Numerator ÷ denominator. */
function singleValues({ numerators, denominators, judged, start, end }: Stretch): Float64Array {
  const scores = new Float64Array(end).fill(Number.NaN)
  for (let i = start; i < end; i++) if (!Number.isNaN(judged[i]!)) scores[i] = numerators[i]! / denominators[i]!
  return scores
}
