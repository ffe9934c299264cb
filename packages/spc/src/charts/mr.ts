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
  about: {
    formulas: [
      { of: 'Points', tex: 'MR_i = |x_i - x_{i-1}|' },
      { of: 'Centre line', tex: String.raw`\overline{MR}` },
      { of: 'Upper limit', tex: String.raw`3.267 \, \overline{MR}` },
    ],
    letters: 'x_i: the value at point i; n: points of the baseline that have a value',
    constants: [{ value: '3.267', is: 'D4 for pairs', source: 'Montgomery, appendix VI' }],
    needs: 'As XmR, beside which it stands.',
    reads:
      'A point outside says that the value jumped; the jump may be up or down. The lower limit is 0. Patterns on one side say that the spread changed, and then the limits of the XmR chart are not to be trusted.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 6.4'],
    example: {
      title: 'Patients home before noon, moving range',
      numerators: [24, 27, 22, 26, 25, 23, 28, 24, 26, 22, 25, 27, 24, 31, 33, 30, 32, 34, 31, 33],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  points: 'movingRanges',
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
