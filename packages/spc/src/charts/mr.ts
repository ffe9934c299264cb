import { mean } from '../numbers/mean.ts'
import { RANGE_LIMIT } from '../numbers/movingRanges.ts'
import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawFlat, tooFew, withoutSpread } from './limits.ts'

/**
 * Moving ranges: how far each value lies from the one before it in its phase. Centre is their mean, the upper limit 3.267
 * times that, the lower one 0. Never screened. The first value of a phase, and one after a gap, has no range.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.4
 */
export const mr: ChartType = {
  id: 'mr',
  label: 'Moving range',
  useWhen: 'Beside an XmR chart, to see whether the spread from one point to the next changes.',
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  plot: plotRanges,
  draw(stretch, method, lines) {
    const { judged, start, baselineStart, baselineEnd, end } = stretch
    // The baseline's first value has a range only to what lies before the baseline.
    const centre = Number.isNaN(method.centre) ? mean(judged, baselineStart + 1, baselineEnd) : method.centre
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre)) return tooFew(stretch)
    const why = centre === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    drawFlat(lines, stretch, centre, 0, (RANGE_LIMIT * centre * method.sigmas) / 3, 0)
    return null
  },
}

function plotRanges({ values, judged, start, end }: Stretch, { excludedRanges }: Method): void {
  let previous = Number.NaN
  for (let i = start; i < end; i++) {
    const value = values[i]!
    const excluded = !Number.isNaN(value) && Number.isNaN(judged[i]!)
    values[i] = Math.abs(value - previous)
    judged[i] = excluded ? Number.NaN : values[i]!
    if (!excluded || excludedRanges === 'kept') previous = value
  }
}
