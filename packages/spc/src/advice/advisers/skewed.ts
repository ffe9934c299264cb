import type { ChartTypeId } from '../../analysis.ts'
import { plain } from '../checks/check.ts'
import { isCounted } from '../examined.ts'
import { skewness } from '../shape.ts'
import { type Adviser, onChart } from './advice.ts'

/** Values with a long tail on an XmR chart, whose limits are even on both sides. Counts have advisers of their own. */
export const skewed: Adviser = {
  id: 'skewed',
  title: 'Values with a long tail',
  citation: 'Anhøj & Olesen 2014, PLoS ONE 9:e113825; for times: Nelson 1994, Journal of Quality Technology 26:239',
  advise(examined, { noun }) {
    const { input, values } = examined
    if (input.chart !== 'xmr' || isCounted(input.kind)) return null
    const measured = skewness(examined)
    if (!measured) return null
    const isTime = input.kind === 'timeBetween' && measured.is > 0 && values.every((value) => value >= 0)
    const chart: ChartTypeId = isTime ? 't' : 'run'
    const tail = measured.is > 0 ? 'high' : 'low'
    return {
      chart,
      why: `Most values lie close together and a few far out on the ${tail} side (skewness ${plain(measured.is)}, where ${plain(measured.limit)} would be chance). Even limits call such a ${noun} special although it belongs to the process. ${
        isTime
          ? 'A t chart has limits of the same shape as times between events.'
          : 'A run chart stands on the median, which a long tail does not move.'
      }`,
      reasons: [
        {
          name: `Skewness, ${plain(measured.limit, 2)} at most by chance`,
          is: measured.is,
          said: plain(measured.is, 2),
        },
      ],
      redrawn: onChart(examined, chart),
    }
  },
}
