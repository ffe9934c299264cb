import { mean } from '../numbers/mean.ts'
import { D2_FOR_PAIRS, meanMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { SCREENED_AT } from './sharedWords.ts'

/** Time between events to this power is close to normal. */
const TO_NORMAL = 1 / 3.6

/**
 * Time between rare events. An individuals chart of time^(1/3.6), turned back; a line that would be negative is 0.
 *
 * @see Nelson 1994, Journal of Quality Technology 26:239
 */
export const t: ChartType = {
  id: 't',
  label: 't (time between rare events)',
  useWhen: 'Days or hours from one rare event to the next.',
  about: {
    formulas: [
      { of: 'To nearly normal', tex: 'y_i = t_i^{1/3.6}' },
      {
        of: 'Lines',
        tex: String.raw`\left( \bar{y} \right)^{3.6}, \quad \left( \bar{y} \pm 3 \, \frac{\overline{MR}(y)}{1.128} \right)^{3.6}`,
      },
    ],
    letters: 't_i: time between event i − 1 and event i; MR(y): moving ranges of y, screened',
    constants: [
      { value: '3.6', is: 'the power that makes times between events nearly normal', source: 'Nelson 1994' },
      {
        value: '1.128',
        is: 'd2 for pairs: the mean range of two normal values, in sigma',
        source: 'Montgomery, appendix VI',
      },
      SCREENED_AT,
    ],
    needs:
      'One number an event: days, hours or minutes since the one before, more exactly the better. Two events at one moment have a time of 0.',
    reads: 'As g. Limits are not symmetrical. A lower line that would be negative is drawn at 0.',
    sources: ['Nelson 1994, Journal of Quality Technology 26:239'],
    example: {
      title: 'Days between never events',
      numerators: [31, 12, 55, 20, 8, 41, 26, 17, 63, 22, 35, 14, 48, 29, 19, 37, 210, 44],
      noun: 'event',
      direction: 'higher',
    },
  },
  needsDenominator: false,
  needsCounts: true,
  centreName: 'mean',
  points: 'intervals',
  draw(stretch, method, lines) {
    const { judged, start, baselineEnd, end } = stretch
    const scores = judged.map((time) => time ** TO_NORMAL)
    const centre = Number.isNaN(method.centre) ? mean(scores, start, baselineEnd) : method.centre ** TO_NORMAL
    lines.centre.fill(centre ** 3.6, start, end)
    const range = meanMovingRange(scores, stretch, method.screenRanges)
    if (Number.isNaN(range)) return tooFew(stretch) ?? 'noNeighbours'
    const why = range === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      drawLimits(lines, i, centre, range / D2_FOR_PAIRS, method, 0)
      for (const line of [lines.lower, lines.lowerWarning, lines.upperWarning, lines.upper]) line[i] = line[i]! ** 3.6
    }
    return null
  },
}
