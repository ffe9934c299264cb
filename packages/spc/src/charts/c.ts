import { poissonLimits } from '../numbers/counts.ts'
import type { ChartType } from './chartType.ts'
import { centreOf, drawCounts, drawFlat, tooFew, withoutSpread } from './limits.ts'

/**
 * Counts of events where the chance of one stays the same: mean ± 3 √mean, not below 0; with `confidence`,
 * whole counts of the Poisson distribution itself.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 7.3
 */
export const c: ChartType = {
  id: 'c',
  label: 'c (count)',
  useWhen: 'Events counted in periods of about the same activity, such as pressure ulcers a month.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{c} = \frac{1}{n} \sum_i c_i` },
      { of: 'Limits', tex: String.raw`\bar{c} \pm 3 \sqrt{\bar{c}}` },
    ],
    letters: 'c_i: events at point i; n: points of the baseline',
    needs:
      'Counts of independent events in periods of about the same activity. Where activity varies by more than a quarter, u is the chart.',
    reads:
      'Limits do not go below 0. Of rare events (a mean below about 2) most points are 0 or 1 and the chart tells little: g or t is then better.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 7.3'],
    example: {
      title: 'Pressure ulcers a month',
      numerators: [14, 17, 12, 16, 13, 15, 18, 14, 12, 16, 15, 17, 13, 14, 26, 15, 12, 11, 13, 12],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: true,
  centreName: 'mean',
  points: 'counts',
  draw(stretch, method, lines) {
    const { start, end } = stretch
    const centre = centreOf(stretch, method)
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre)) return tooFew(stretch)
    const why = centre === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    if (!method.exact) drawFlat(lines, stretch, centre, centre, method.sigmas * Math.sqrt(centre), 0)
    else for (let i = start; i < end; i++) drawCounts(lines, i, method, (tail) => poissonLimits(centre, tail))
    return null
  },
}
