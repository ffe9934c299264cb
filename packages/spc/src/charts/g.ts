import { type CountLimits, geometricLimits } from '../numbers/counts.ts'
import { median } from '../numbers/median.ts'
import type { ChartType, Method, Stretch } from './chartType.ts'
import { centreOf, drawCounts, drawFlat, tooFew, withoutSpread } from './limits.ts'

/** Median of a geometric count ÷ its mean, where the mean is given and not computed. */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: three digits are the method's; ln 2 would be another line
const MEDIAN_PER_MEAN = 0.693

/**
 * Cases between rare events, the event itself not counted. Limits from the geometric model: m ± 3 √(m(m + 1)) about the
 * mean m, not below 0; with `confidence`, whole counts of the geometric distribution itself. The line drawn is the median,
 * about which such skew counts fall evenly.
 *
 * Where counts include the event (`countsEvent`, as in qcc) the model is one case longer: m ± 3 √(m(m − 1)), and the line
 * drawn is the mean. A mean below 1 is then beyond the model, and has no limits.
 *
 * @see Benneyan 2001, Health Care Management Science 4:305; Provost & Murray 2011, The Health Care Data Guide; Kaminsky 1992
 */
export const g: ChartType = {
  id: 'g',
  label: 'g (cases between rare events)',
  useWhen: 'Counting what went well between one rare event and the next.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\operatorname{median}(g_1, \dots, g_n)` },
      { of: 'Limits', tex: String.raw`\bar{g} \pm 3 \sqrt{\bar{g} (\bar{g} + 1)}` },
    ],
    letters: 'g_i: cases between event i − 1 and event i, the event not counted; ḡ: their mean',
    constants: [
      {
        value: '0.693',
        is: 'median of a geometric count in means, ln 2, where the mean is given',
        source: 'qicharts2 0.8.1',
      },
    ],
    needs:
      'One number an event: how many cases went well since the one before. The chance of an event must be about the same for every case.',
    reads:
      'Higher is better where the event is a harm. The lower limit is 0, so that only a long wait is outside; a change for the worse shows as a run below the median. A wait that is still going on has no point yet.',
    sources: [
      'Benneyan 2001, Health Care Management Science 4:305',
      'Provost & Murray 2011, The Health Care Data Guide',
    ],
    example: {
      title: 'Operations between infections',
      numerators: [12, 30, 8, 19, 44, 15, 27, 9, 33, 21, 60, 18, 25, 41, 14, 29, 240, 38],
      noun: 'event',
      direction: 'higher',
    },
  },
  needsDenominator: false,
  needsCounts: true,
  centreName: 'median',
  points: 'intervals',
  centreNameBy: ({ countsEvent }) => (countsEvent ? 'mean' : 'median'),
  draw(stretch, method, lines) {
    const { start, end } = stretch
    const middle = centreOf(stretch, method)
    const line = lineOf(stretch, method, middle)
    lines.centre.fill(line, start, end)
    if (Number.isNaN(middle)) return tooFew(stretch)
    const before = method.countsEvent ? middle - 1 : middle
    if (before < 0) return 'noneByMethod'
    const why = before === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    if (!method.exact) drawFlat(lines, stretch, line, middle, method.sigmas * Math.sqrt(before * (before + 1)), 0)
    else for (let i = start; i < end; i++) drawCounts(lines, i, method, (tail) => countsOf(before, tail, method))
    return null
  },
}

function lineOf({ judged, start, baselineEnd }: Stretch, { countsEvent, centre }: Method, middle: number): number {
  if (countsEvent) return middle
  return Number.isNaN(centre) ? median(judged, start, baselineEnd) : MEDIAN_PER_MEAN * middle
}

function countsOf(before: number, tail: number, { countsEvent }: Method): CountLimits {
  const { lower, upper } = geometricLimits(1 / (before + 1), tail)
  return countsEvent ? { lower: lower + 1, upper: upper + 1 } : { lower, upper }
}
