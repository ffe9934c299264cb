import { messagesOf } from '../../messages/index.ts'
import { inFigures, nouns } from '../../words/counting.ts'
import { hasDates } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** The same period twice: one of the two is an error, or the series is really two. */
export const duplicates: QualityCheck = {
  id: 'duplicates',
  citation: 'Wheeler 1993, Understanding Variation: one value for each period',
  look({ input: { kind, periods, numerators } }, wording) {
    if (hasDates(kind) || !periods) return null
    const seen = new Set<number>()
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) {
      if (seen.has(periods[i]!)) at.push(i)
      seen.add(periods[i]!)
    }
    if (at.length === 0) return null
    const say = messagesOf(wording)
    return {
      weight: 'caution',
      found: at.length,
      threshold: 0,
      at,
      sentence: say.advice.checks.duplicates.sentence({
        periods: inFigures(say, at.length, wording.noun),
        count: at.length,
        noun: nouns(say, 1, wording.noun),
      }),
    }
  },
}
