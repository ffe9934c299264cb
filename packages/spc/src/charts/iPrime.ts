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
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{x} = \frac{\sum_i y_i}{\sum_i n_i}` },
      {
        of: 'Spread of a point of size 1',
        tex: String.raw`s = \overline{\sqrt{\frac{\pi}{2}} \, \frac{|x_i - x_{i-1}|}{\sqrt{1/n_{i-1} + 1/n_i}}}`,
      },
      { of: 'Limits', tex: String.raw`\bar{x} \pm \frac{3 s}{\sqrt{n_i}}` },
    ],
    letters: 'x_i = y_i ÷ n_i: the value at point i; n_i: the size behind it',
    constants: [{ value: '3.2665', is: 'spreads of so many times their mean are screened out', source: 'Taylor 2017' }],
    needs: 'A value and its size each period: a share, a rate, or a mean of so many.',
    reads: 'As XmR, with limits that are wider for small points. With all sizes alike it is an XmR chart.',
    sources: ['Taylor 2017, Normalized Individuals Chart, variation.com'],
    example: {
      title: 'Patients seen within four hours, per cent',
      numerators: [82, 75, 88, 79, 81, 77, 90, 83, 76, 85, 84, 80, 78, 104, 102, 99, 108, 101, 106, 103],
      denominators: [
        410, 395, 420, 402, 388, 415, 430, 405, 398, 412, 420, 407, 399, 415, 402, 411, 396, 404, 418, 409,
      ],
      multiplier: 100,
      direction: 'higher',
    },
  },
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
