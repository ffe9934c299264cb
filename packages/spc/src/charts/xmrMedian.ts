import { median } from '../numbers/median.ts'
import { meanMovingRange, medianMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawStraightLines } from './straightLines.ts'

/**
 * Single values about their median, with the limits' distance of an XmR chart.
 *
 * @see PowerBI-SPC 1.7.4 (i_m)
 */
export const xmrMedian: ChartType = {
  id: 'xmrMedian',
  label: 'XmR about the median',
  useWhen: 'As XmR, where a few extreme values would pull the mean away from where most values lie.',
  needsDenominator: false,
  needsCounts: false,
  centreName: 'median',
  draw(stretch, method, lines) {
    const range = meanMovingRange(stretch.judged, stretch, method.screenRanges)
    return drawStraightLines(medianOf(stretch, method), range, method.limitsPerRange, stretch, method, lines)
  },
}

/**
 * Single values about their median, limits at 3.145 median moving ranges: neither centre nor limits follow a few extreme values.
 *
 * @see Wheeler 2000, Understanding Variation; PowerBI-SPC 1.7.4 (i_mm)
 */
export const xmrMedianRange: ChartType = {
  id: 'xmrMedianRange',
  label: 'XmR about the median, with median ranges',
  useWhen: 'As XmR, where a few extreme values would move the mean and widen the limits.',
  needsDenominator: false,
  needsCounts: false,
  centreName: 'median',
  draw(stretch, method, lines) {
    const range = medianMovingRange(stretch.judged, stretch, method.screenRanges)
    return drawStraightLines(medianOf(stretch, method), range, method.limitsPerMedianRange, stretch, method, lines)
  },
}

function medianOf({ judged, start, baselineEnd }: Stretch, method: Method): number {
  return Number.isNaN(method.centre) ? median(judged, start, baselineEnd) : method.centre
}
