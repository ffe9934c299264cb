import { messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import { plain } from '../checks/check.ts'
import { isCounted } from '../examined.ts'
import { skewness } from '../shape.ts'
import { type Adviser, onChart } from './advice.ts'

/** Values with a long tail on an XmR chart, whose limits are even on both sides. Counts have advisers of their own. */
export const skewed: Adviser = {
  id: 'skewed',
  citation: 'Anhøj & Olesen 2014, PLoS ONE 9:e113825; for times: Nelson 1994, Journal of Quality Technology 26:239',
  advise(examined, wording) {
    const { input, values } = examined
    if (input.chart !== 'xmr' || isCounted(input.kind)) return null
    const measured = skewness(examined)
    if (!measured) return null
    const isTime = input.kind === 'timeBetween' && measured.is > 0 && values.every((value) => value >= 0)
    const chart = isTime ? 't' : 'run'
    const say = messagesOf(wording)
    const { why, skewness: name } = say.advice.advisers.skewed
    return {
      chart,
      why: why({
        ...{ side: measured.is > 0 ? 'high' : 'low', chart, noun: nouns(say, 1, wording.noun) },
        ...{ is: plain(measured.is), limit: plain(measured.limit) },
      }),
      reasons: [
        {
          name: name({ limit: plain(measured.limit, 2) }),
          is: measured.is,
          said: plain(measured.is, 2),
        },
      ],
      redrawn: onChart(examined, chart),
    }
  },
}
