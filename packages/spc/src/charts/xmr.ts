import { meanMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType } from './chartType.ts'
import { centreOf, tooFew, withoutSpread } from './limits.ts'

/**
 * Single values in time order: mean ± 2.66 mean moving ranges, ranges screened, no truncation at 0 or 1.
 *
 * @see NHS England, Making Data Count; NHSRplotthedots 0.2.2; Montgomery, Introduction to Statistical Quality Control, 6.4
 */
export const xmr: ChartType = {
  id: 'xmr',
  label: 'XmR (individuals)',
  useWhen: 'Each point is one value, such as a weekly waiting time, or a share or rate of large numbers.',
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  draw(stretch, method, lines) {
    const { start, end } = stretch
    const centre = centreOf(stretch, method)
    lines.centre.fill(centre, start, end)
    const range = meanMovingRange(stretch.judged, stretch, method.screenRanges)
    if (Number.isNaN(range)) return tooFew(stretch) ?? 'noNeighbours'
    const why = range === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    const far = (method.limitsPerRange * range * method.sigmas) / 3
    const near = (2 / 3) * far
    lines.lower.fill(centre - far, start, end)
    lines.upper.fill(centre + far, start, end)
    lines.lowerWarning.fill(centre - near, start, end)
    lines.upperWarning.fill(centre + near, start, end)
    return null
  },
}
