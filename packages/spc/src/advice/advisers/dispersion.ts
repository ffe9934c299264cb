import type { ChartTypeId } from '../../analysis.ts'
import { type Messages, messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import { plain } from '../checks/check.ts'
import { inNumbers } from '../checks/dispersed.ts'
import { type Dispersion, dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { average } from '../steps.ts'
import { type Adviser, onChart, type Reason } from './advice.ts'

/** What each chart of counting alone is changed for, when counting alone does not explain the spread. */
const BY_WHAT_IT_DOES: Readonly<Partial<Record<ChartTypeId, 'pPrime' | 'uPrime' | 'xmr'>>> = {
  p: 'pPrime',
  np: 'pPrime',
  u: 'uPrime',
  c: 'xmr',
}

/** p, u and c charts whose figures spread more, or less, than counting explains. */
export const dispersion: Adviser = {
  id: 'dispersion',
  citation: 'Laney 2002, Quality Engineering 14:531; Mohammed et al. 2013, BMJ Quality & Safety 22:362',
  advise(examined, wording) {
    const chart = BY_WHAT_IT_DOES[examined.input.chart]
    const found = chart ? dispersionOf(examined) : null
    if (!chart || !found) return null
    const isWide = isOverDispersed(found)
    if (!isWide && !isUnderDispersed(found)) return null
    const say = messagesOf(wording)
    const { wide, narrow } = say.advice.advisers.dispersion
    const noun = nouns(say, 1, wording.noun)
    const mean = average(examined.sizes)
    return {
      chart,
      why: isWide
        ? wide({
            ...{ chart, noun, nouns: nouns(say, 2, wording.noun), times: plain(found.sigmaZ) },
            ...{ sizes: mean > 1 ? 'many' : 'one', mean: Math.round(mean) },
          })
        : narrow({ chart, noun, times: plain(found.sigmaZ, 2) }),
      reasons: reasonsOf(say, found),
      redrawn: onChart(examined, chart),
    }
  },
}

/** The numbers of both tests. */
function reasonsOf(say: Messages, found: Dispersion): readonly Reason[] {
  return [
    sigmaZReason(say, found),
    {
      name: say.advice.advisers.dispersion.chiSquare(),
      is: found.chiSquare,
      said: inNumbers(say, found, Math.min(found.chanceOfMore, found.chanceOfLess)),
    },
  ]
}

/** Sigma z alone, for where χ² would count a change of level as spread. */
export function sigmaZReason(say: Messages, { sigmaZ, sigmaZLimits: { lower, upper } }: Dispersion): Reason {
  return {
    name: say.advice.advisers.dispersion.sigmaZ({ lower: plain(lower, 2), upper: plain(upper, 2) }),
    is: sigmaZ,
    said: plain(sigmaZ, 2),
  }
}
