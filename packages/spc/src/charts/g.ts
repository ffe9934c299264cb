import { median } from '../numbers/median.ts'
import type { ChartType } from './chartType.ts'
import { centreOf, drawLimits, tooFew, withoutSpread } from './limits.ts'

/** Median of a geometric count ÷ its mean, where the mean is given and not computed. */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: three digits are the method's; ln 2 would be another line
const MEDIAN_PER_MEAN = 0.693

/**
 * Cases between rare events, the event itself not counted. Limits from the geometric model: m ± 3 √(m(m + 1)) about the
 * mean m, not below 0. The line drawn is the median, about which such skew counts fall evenly.
 *
 * @see Benneyan 2001, Health Care Management Science 4:305; Provost & Murray 2011, The Health Care Data Guide
 */
export const g: ChartType = {
  id: 'g',
  label: 'g (cases between rare events)',
  useWhen: 'Counting what went well between one rare event and the next.',
  needsDenominator: false,
  needsCounts: true,
  centreName: 'median',
  draw(stretch, method, lines) {
    const { judged, start, baselineEnd, end } = stretch
    const middle = centreOf(stretch, method)
    const given = !Number.isNaN(method.centre)
    lines.centre.fill(given ? MEDIAN_PER_MEAN * middle : median(judged, start, baselineEnd), start, end)
    if (Number.isNaN(middle)) return tooFew(stretch)
    const why = middle === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    const sigma = Math.sqrt(middle * (middle + 1))
    for (let i = start; i < end; i++) drawLimits(lines, i, middle, sigma, method, 0)
    return null
  },
}
