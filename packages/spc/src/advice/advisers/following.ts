import { messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import { plain } from '../checks/check.ts'
import { autocorrelation } from '../shape.ts'
import type { Adviser } from './advice.ts'

/** Values that follow each other: no chart mends it, and so it is said what the limits cannot tell. */
export const following: Adviser = {
  id: 'following',
  citation: 'Maragah & Woodall 1992, Journal of Statistical Computation and Simulation 40:29',
  advise(examined, wording) {
    const measured = autocorrelation(examined)
    if (!measured || examined.input.chart === 'run') return null
    const { is, limit } = measured
    const say = messagesOf(wording)
    const { alike, inTurn, correlation } = say.advice.advisers.following
    const [noun, said] = [nouns(say, 1, wording.noun), plain(is, 2)]
    return {
      chart: null,
      why: is > 0 ? alike({ noun, is: said }) : inTurn({ noun, nouns: nouns(say, 2, wording.noun), is: said }),
      reasons: [{ name: correlation({ limit: plain(limit, 2) }), is, said }],
      redrawn: null,
    }
  },
}
