import { messagesOf } from '../../messages/index.ts'
import { capitalised, counted } from '../../words/counting.ts'
import type { QualityCheck } from './check.ts'

/** A period in which there was nobody to count has no value. It is told of, since the chart shows only a gap. */
export const zeroDenominators: QualityCheck = {
  id: 'zeroDenominators',
  citation: 'by definition: nothing can be divided by 0',
  look({ input: { numerators, denominators } }, wording) {
    if (!denominators) return null
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) if (numerators[i]! >= 0 && denominators[i] === 0) at.push(i)
    if (at.length === 0) return null
    const say = messagesOf(wording)
    return {
      weight: 'note',
      found: at.length,
      threshold: 0,
      at,
      sentence: say.advice.checks.zeroDenominators.sentence({
        periods: capitalised(counted(say, at.length, wording.noun)),
        count: at.length,
      }),
    }
  },
}
