import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawLimits, pooledCentre, tooFew, withoutSpread } from './limits.ts'

/** A screened range lies strictly below this many mean ones: the 3.267 of other charts, with the digits its author gives. */
const RANGE_LIMIT = 3.2665

/**
 * Values with sizes behind them (a share, a rate, a mean of a sample) whose spread is partly the process's own: like an
 * individuals chart whose limits follow each point's size n. Centre Σ numerator ÷ Σ denominator; limits centre ± 3 s̄ ÷ √n,
 * where s is the mean over neighbours of √(π ÷ 2) |difference| ÷ √(1 ÷ n before + 1 ÷ n here), screened. With sizes all 1
 * these are the limits of an individuals chart. Not cut at 0 or 1. A point without a size has no limits.
 *
 * @see Taylor 2017, Normalized Individuals Chart, variation.com; as in qicharts2 0.8.1 ("I prime")
 */
export const iPrime: ChartType = {
  id: 'iPrime',
  label: 'I′ (values with sizes)',
  useWhen: 'A share, rate or mean of parts of unequal size, which vary by more than their size explains.',
  needsDenominator: true,
  needsCounts: false,
  centreName: 'mean',
  draw(stretch, method, lines) {
    const { denominators, start, end } = stretch
    const centre = pooledCentre(stretch, method)
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre)) return tooFew(stretch) ?? 'noValues'
    const unit = spreadOfOne(stretch, method)
    if (Number.isNaN(unit)) return tooFew(stretch) ?? 'noNeighbours'
    const why = unit === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      const size = denominators[i]!
      drawLimits(lines, i, centre, size > 0 ? unit / Math.sqrt(size) : Number.NaN, method)
    }
    return null
  },
}

/** Sigma of a point of size 1: the mean of what neighbours say of it, screened once. NaN without neighbours. */
function spreadOfOne(stretch: Stretch, method: Method): number {
  const first = meanBelow(Number.POSITIVE_INFINITY, stretch, method)
  return method.screenRanges && first > 0 ? meanBelow(RANGE_LIMIT * first, stretch, method) : first
}

function meanBelow(limit: number, stretch: Stretch, { spreadFrom }: Method): number {
  const { values, judged, denominators, start, baselineEnd, end } = stretch
  const wholePhase = spreadFrom === 'wholePhase'
  const from = wholePhase ? values : judged
  const to = wholePhase ? end : baselineEnd
  let sum = 0
  let count = 0
  let before = -1
  for (let i = start; i < to; i++) {
    if (before >= 0) {
      const apart = 1 / denominators[before]! + 1 / denominators[i]!
      const spread = (Math.sqrt(Math.PI / 2) * Math.abs(from[i]! - from[before]!)) / Math.sqrt(apart)
      if (spread < limit) {
        sum += spread
        count++
      }
    }
    // A missing value keeps its place between its neighbours; an excluded one is skipped.
    if (!Number.isNaN(from[i]!) || Number.isNaN(values[i]!)) before = i
  }
  return sum / count
}
