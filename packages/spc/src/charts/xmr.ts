import { meanMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType } from './chartType.ts'
import { centreOf } from './limits.ts'
import { sigmaByDeviation } from './process.ts'
import { drawStraightLines } from './straightLines.ts'

/**
 * Single values in time order: mean ± 2.66 mean moving ranges, ranges screened, no truncation at 0 or 1; or ± 3 SD ÷ c4(n),
 * where `sigmaFrom` says so.
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
    const centre = centreOf(stretch, method)
    if (method.sigmaFrom === 'deviation') {
      return drawStraightLines(centre, sigmaByDeviation(stretch.judged, stretch), 3, stretch, method, lines)
    }
    const range = meanMovingRange(stretch.judged, stretch, method.screenRanges)
    return drawStraightLines(centre, range, method.limitsPerRange, stretch, method, lines)
  },
}
