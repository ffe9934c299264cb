import { mean } from '../numbers/mean.ts'
import { D2_FOR_PAIRS, meanMovingRange } from '../numbers/movingRanges.ts'
import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'

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
  needsDenominator: false,
  needsCounts: true,
  centreName: 'mean',
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
