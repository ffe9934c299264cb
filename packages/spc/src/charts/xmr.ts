import { meanMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType } from './chartType.ts'
import { centreOf } from './limits.ts'
import { sigmaByDeviation } from './process.ts'
import { SCREENED_AT } from './sharedWords.ts'
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
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{x} = \frac{1}{n} \sum_{i} x_i` },
      { of: 'Mean moving range', tex: String.raw`\overline{MR} = \frac{1}{m} \sum_{i} |x_i - x_{i-1}|` },
      { of: 'Limits', tex: String.raw`\bar{x} \pm 2.66 \, \overline{MR}` },
    ],
    letters:
      'x_i: the value at point i; n: points of the baseline that have a value; m: pairs of neighbours that both have a value',
    constants: [
      {
        value: '2.66',
        is: '3-sigma limits in mean moving ranges, 3 ÷ 1.128 rounded',
        source: 'NHS England, Making Data Count',
      },
      {
        value: '1.128',
        is: 'd2 for pairs: the mean range of two normal values, in sigma',
        source: 'Montgomery, appendix VI',
      },
      SCREENED_AT,
    ],
    needs:
      'One number a period, in order of time; two neighbours at least, and 13 points before limits are called final. A value may be a count, a mean, a share or a rate: where it comes with a denominator it is divided by it.',
    reads:
      'A point outside the limits, or a pattern of the rule set, is a special cause: ask what happened then. All others differ by chance: explain none of them. Limits are what to expect of the process as it is, not what is wanted of it. They are not cut at 0 or at 100%, so a limit may lie where no value can.',
    sources: [
      'NHS England, Making Data Count',
      'NHSRplotthedots 0.2.2',
      'Montgomery, Introduction to Statistical Quality Control, 6.4',
      'Provost & Murray 2011, The Health Care Data Guide',
    ],
    example: {
      title: 'Patients home before noon, per cent',
      numerators: [24, 27, 22, 26, 25, 23, 28, 24, 26, 22, 25, 27, 24, 31, 33, 30, 32, 34, 31, 33],
      direction: 'higher',
    },
  },
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
