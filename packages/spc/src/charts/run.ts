import { median } from '../numbers/median.ts'
import type { ChartType } from './chartType.ts'
import { tooFew } from './limits.ts'

/** Values about their median, without limits: only rules that need none apply. */
export const run: ChartType = {
  id: 'run',
  label: 'Run chart',
  useWhen: 'Few points, or values whose spread no control chart describes.',
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
