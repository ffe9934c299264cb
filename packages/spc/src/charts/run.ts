import { median } from '../numbers/median.ts'
import type { ChartType } from './chartType.ts'
import { tooFew } from './limits.ts'

/** Values about their median, without limits: only rules that need none apply. */
export const run: ChartType = {
  id: 'run',
  label: 'Run chart',
  useWhen: 'Few points, or values whose spread no control chart describes.',
  about: {
    formulas: [{ of: 'Centre line', tex: String.raw`\tilde{x} = \operatorname{median}(x_1, \dots, x_n)` }],
    letters: 'x_i: the value at point i; n: points of the baseline that have a value',
    needs: 'One number a period, in order of time; about ten before runs say anything.',
    reads:
      'It has no limits, so no single point is special; only patterns are: long runs on one side, too few crossings, trends. The rule sets Anhøj and IHI are made for it.',
    sources: ['Provost & Murray 2011, The Health Care Data Guide', 'Anhøj & Olesen 2014, PLoS ONE 9:e113825'],
    example: {
      title: 'Average length of stay, days',
      numerators: [6.1, 6.4, 5.9, 6.6, 6.2, 5.8, 6.5, 6.3, 6.0, 6.4, 5.2, 5.4, 5.1, 5.5, 5.0, 5.3, 5.2, 4.9],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  centreName: 'median',
  draw(stretch, method, lines) {
    const { judged, start, baselineEnd, end } = stretch
    const centre = Number.isNaN(method.centre) ? median(judged, start, baselineEnd) : method.centre
    lines.centre.fill(centre, start, end)
    return tooFew(stretch) === 'noValues' ? 'noValues' : 'runChart'
  },
}
