import type { NoLimitsReason } from '../analysis.ts'
import { binomialLimits, type CountLimits, poissonLimits } from '../numbers/counts.ts'
import { deviation } from '../numbers/deviation.ts'
import { D2_FOR_PAIRS, meanMovingRange } from '../numbers/movingRanges.ts'
import type { Lines, Method, Stretch } from './chartType.ts'
import { drawCounts, drawLimits, NEAR, pooledCentre, tooFew, withoutSpread } from './limits.ts'

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
  const centre = pooledCentre(stretch, method)
  const spread = spreadOfOne(centre, model, laney, stretch, method)
  if (typeof spread === 'string') {
    lines.centre.fill(centre, stretch.start, stretch.end)
    return spread
  }
  if (method.exact && !laney) drawExactly(model, centre, stretch, method, lines)
  else drawBySize(centre, spread, model.most, stretch, method, lines)
  return null
}

/** Sigma of a point with a denominator of 1, or why there are no limits. */
function spreadOfOne(
  centre: number,
  model: PooledModel,
  laney: boolean,
  stretch: Stretch,
  method: Method,
): number | NoLimitsReason {
  if (Number.isNaN(centre)) return tooFew(stretch) ?? 'noValues'
  const unit = Math.sqrt(Math.max(0, model.variance(centre)))
  // Scores divided by nought do not exist, so neither does their spread: nothing can be drawn on the centre either.
  if (unit === 0 && laney) return 'allEqual'
  const why = unit === 0 ? withoutSpread(stretch, method) : null
  if (why) return why
  if (!laney) return unit
  const wider = sigmaOfScores(centre, unit, stretch, method)
  return typeof wider === 'string' ? wider : unit * wider
}

/** Whole counts of the distribution itself, as shares of each point's denominator. */
function drawExactly(model: PooledModel, centre: number, stretch: Stretch, method: Method, lines: Lines): void {
  const { denominators, start, end } = stretch
  for (let i = start; i < end; i++) {
    const denominator = denominators[i]!
    lines.centre[i] = centre
    if (denominator > 0) drawCounts(lines, i, method, (tail) => model.counts(centre, denominator, tail), denominator)
    else drawLimits(lines, i, centre, Number.NaN, method)
  }
}

/** Centre ± sigmas × the spread of one ÷ √denominator: `drawLimits`, written out where most of a chart's time is spent. */
function drawBySize(
  middle: number,
  spread: number,
  most: number,
  { denominators, start, end }: Stretch,
  { sigmas }: Method,
  { centre, lower, lowerWarning, upperWarning, upper }: Lines,
): void {
  for (let i = start; i < end; i++) {
    const denominator = denominators[i]!
    const far = denominator > 0 ? sigmas * (spread / Math.sqrt(denominator)) : Number.NaN
    const near = NEAR * far
    centre[i] = middle
    lower[i] = Math.max(0, middle - far)
    lowerWarning[i] = Math.max(0, middle - near)
    upperWarning[i] = Math.min(most, middle + near)
    upper[i] = Math.min(most, middle + far)
  }
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
