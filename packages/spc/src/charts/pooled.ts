import type { NoLimitsReason } from '../analysis.ts'
import { binomialLimits, type CountLimits, poissonLimits } from '../numbers/counts.ts'
import { deviation } from '../numbers/deviation.ts'
import { D2_FOR_PAIRS, meanMovingRange } from '../numbers/movingRanges.ts'
import type { Lines, Method, Stretch } from './chartType.ts'
import { baselineSum, drawCounts, drawLimits, tooFew, withoutSpread } from './limits.ts'

/** Standardised scores spread less than this only by rounding: they are all equal. */
const NO_SPREAD = 1e-9

/** What a proportion and a rate differ in. */
export interface PooledModel {
  /** Standard deviation of one event or unit about the pooled centre; nought or less when the centre is at the edge of what it can be. */
  readonly variance: (centre: number) => number
  readonly most: number
  /** The counts that a whole of this size keeps within, but for so small a share on each side. */
  readonly counts: (centre: number, whole: number, tail: number) => CountLimits
}

/**
 * Proportions and rates: the pooled centre Σ numerator ÷ Σ denominator, and limits that follow each point's denominator.
 * A point without a denominator has a centre but no limits.
 *
 * With `confidence`, limits are whole counts of the binomial or Poisson distribution itself ÷ the denominator.
 *
 * With `laney` the model's sigma is multiplied by sigma z, the spread of the standardised scores: their mean moving range ÷
 * 1.128. It makes limits true where denominators are so large that the model alone calls everything special.
 *
 * @see Laney 2002, Quality Engineering 14:531
 */
export function drawPooled(model: PooledModel, laney: boolean, stretch: Stretch, method: Method, lines: Lines) {
  const { numerators, denominators, start, end } = stretch
  const pooled = baselineSum(numerators, stretch) / baselineSum(denominators, stretch)
  const centre = Number.isNaN(method.centre) ? pooled : method.centre
  lines.centre.fill(centre, start, end)
  if (Number.isNaN(centre)) return tooFew(stretch) ?? 'noValues'

  const unit = Math.sqrt(Math.max(0, model.variance(centre)))
  // Scores divided by nought do not exist, so neither does their spread: nothing can be drawn on the centre either.
  if (unit === 0 && laney) return 'allEqual'
  const why = unit === 0 ? withoutSpread(stretch, method) : null
  if (why) return why
  const wider = laney ? sigmaOfScores(centre, unit, stretch, method) : 1
  if (typeof wider === 'string') return wider
  const isExact = method.exact && !laney
  for (let i = start; i < end; i++) {
    const denominator = denominators[i]!
    if (isExact && denominator > 0) {
      drawCounts(lines, i, method, (tail) => model.counts(centre, denominator, tail), denominator)
      continue
    }
    const sigma = denominator > 0 ? (unit * wider) / Math.sqrt(denominator) : Number.NaN
    drawLimits(lines, i, centre, sigma, method, 0, model.most)
  }
  return null
}

function sigmaOfScores(centre: number, unit: number, stretch: Stretch, method: Method): number | NoLimitsReason {
  const { denominators, judged, start, baselineEnd, end } = stretch
  const scores = new Float64Array(judged.length).fill(Number.NaN)
  for (let i = start; i < end; i++) scores[i] = (judged[i]! - centre) / (unit / Math.sqrt(denominators[i]!))
  const sigma =
    method.scoreSpread === 'deviation'
      ? deviation(scores, start, baselineEnd)
      : meanMovingRange(scores, stretch, method.screenRanges) / D2_FOR_PAIRS
  if (Number.isNaN(sigma)) return tooFew(stretch) ?? 'noNeighbours'
  return (sigma < NO_SPREAD && withoutSpread(stretch, method)) || sigma
}

/** Binomial: limits within 0 and 1. */
export const PROPORTION: PooledModel = {
  variance: (centre) => centre * (1 - centre),
  most: 1,
  counts: (centre, whole, tail) => binomialLimits(Math.round(whole), centre, tail),
}

/** Poisson: limits not below 0. */
export const RATE: PooledModel = {
  variance: (centre) => centre,
  most: Number.POSITIVE_INFINITY,
  counts: (centre, whole, tail) => poissonLimits(centre * whole, tail),
}
