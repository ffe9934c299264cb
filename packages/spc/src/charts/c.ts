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
  needsDenominator: false,
  needsCounts: true,
  centreName: 'mean',
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
