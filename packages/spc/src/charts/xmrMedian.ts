import { median } from '../numbers/median.ts'
import { meanMovingRange, medianMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType, Method, Stretch } from './chartType.ts'
import { SCREENED_AT } from './sharedWords.ts'
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
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\tilde{x} = \operatorname{median}(x_1, \dots, x_n)` },
      { of: 'Limits', tex: String.raw`\tilde{x} \pm 2.66 \, \overline{MR}` },
    ],
    letters:
      'x_i: the value at point i; n: points of the baseline that have a value; MR: moving ranges as on an XmR chart',
    constants: [{ value: '2.66', is: 'as XmR', source: 'NHS England, Making Data Count' }, SCREENED_AT],
    needs: 'As XmR.',
    reads: 'As XmR. Rules about one side look at the median, on each side of which half of the values lie.',
    sources: ['PowerBI-SPC 1.7.4 (i_m)'],
    example: {
      title: 'Days from referral to first visit',
      numerators: [14, 17, 12, 16, 13, 15, 18, 14, 12, 16, 15, 17, 13, 14, 26, 15, 12, 11, 13, 12],
      direction: 'lower',
    },
  },
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
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\tilde{x} = \operatorname{median}(x_1, \dots, x_n)` },
      { of: 'Limits', tex: String.raw`\tilde{x} \pm 3.145 \, \widetilde{MR}` },
    ],
    letters:
      'x_i: the value at point i; n: points of the baseline that have a value; MR with a tilde: the median moving range',
    constants: [
      { value: '3.145', is: '3 ÷ 0.954, the median range of two normal values in sigma', source: 'Wheeler 2000' },
      SCREENED_AT,
    ],
    needs: 'As XmR. With few different values the median range jumps in steps: prefer XmR there.',
    reads: 'As XmR. A few extreme values move neither line, so they stand out the more.',
    sources: ['Wheeler 2000, Understanding Variation', 'PowerBI-SPC 1.7.4 (i_mm)'],
    example: {
      title: 'Days from referral to first visit',
      numerators: [14, 17, 12, 16, 13, 15, 18, 14, 12, 16, 15, 17, 13, 14, 26, 15, 12, 11, 13, 12],
      direction: 'lower',
    },
  },
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
