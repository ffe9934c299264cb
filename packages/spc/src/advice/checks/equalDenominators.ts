import { messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import type { QualityCheck } from './check.ts'

/** Charts whose limits follow the denominators. */
const BY_DENOMINATOR: readonly string[] = ['p', 'pPrime', 'u', 'uPrime']
const FEWEST_POINTS = 5

/**
 * Denominators that vary too little: real activity is never the same in every period. Where they are all 100 or 1,000,
 * percentages were typed as if they had been counted, and limits by that number mean nothing.
 */
export const equalDenominators: QualityCheck = {
  id: 'equalDenominators',
  citation: 'Provost & Murray 2011, The Health Care Data Guide: p and u charts need the counts themselves',
  look({ input: { chart, denominators }, sizes }, wording) {
    if (!denominators || !BY_DENOMINATOR.includes(chart) || sizes.length < FEWEST_POINTS) return null
    const size = sizes[0]!
    if (sizes.some((other) => other !== size)) return null
    const isRound = size === 1 || size === 100 || size === 1000
    const say = messagesOf(wording)
    const { round, other } = say.advice.checks.equalDenominators
    return {
      weight: isRound ? 'caution' : 'note',
      found: 1,
      threshold: 2,
      at: [],
      sentence: (isRound ? round : other)({ size, noun: nouns(say, 1, wording.noun) }),
    }
  },
}
