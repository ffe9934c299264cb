import { deviation } from '../numbers/deviation.ts'
import { mean } from '../numbers/mean.ts'
import { meanMovingRange } from '../numbers/movingRanges.ts'
import { c4 } from '../numbers/samples.ts'
import type { Method, Stretch } from './chartType.ts'

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
