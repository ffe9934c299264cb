import { messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import { autocorrelation } from '../shape.ts'
import { plain, type QualityCheck } from './check.ts'

/** One value says something of the next, which limits and rules take for granted that it does not. */
export const autocorrelated: QualityCheck = {
  id: 'autocorrelation',
  citation: 'Bartlett 1946, Supplement to the JRSS 8:27; Wheeler 1995, Advanced Topics in Statistical Process Control',
  look(examined, wording) {
    const measured = autocorrelation(examined)
    if (!measured) return null
    const { is, limit } = measured
    const say = messagesOf(wording)
    const { alike, inTurn } = say.advice.checks.autocorrelation
    const follows = is > 0 ? alike : inTurn
    return {
      weight: 'caution',
      found: is,
      threshold: Math.sign(is) * limit,
      at: [],
      sentence: follows({ noun: nouns(say, 1, wording.noun), is: plain(is, 2), limit: plain(limit, 2) }),
    }
  },
}
