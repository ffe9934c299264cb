import { messagesOf } from '../../messages/index.ts'
import { nouns, percent } from '../../words/counting.ts'
import { plain } from '../checks/check.ts'
import { farthestSize, MOST_APART } from '../checks/denominatorsVary.ts'
import { dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { isCounted } from '../examined.ts'
import { type Adviser, onChart } from './advice.ts'
import { sigmaZReason } from './dispersion.ts'

const COUNTED = { count: 'c', proportion: 'p', rate: 'u' } as const
/** Smaller expected counts than this are ruled by counting: its limits are known, and need not be guessed from how values move. */
const FEW_EXPECTED = 10
/** With denominators that vary much it pays for larger counts too, since each point then has limits of its own. */
const FEW_WHERE_SIZES_VARY = 50
/** Farther than this from 1, something beside counting is at work, though nobody can be sure of it. */
const NEARLY_COUNTING = 1.4
const FEWEST_POINTS = 13

/**
 * Small numbers on an XmR chart, whose spread is no more and no less than that of counting: c, p and u charts know their limits
 * from the counts, and widen them where a denominator is small.
 */
export const smallNumbers: Adviser = {
  id: 'smallNumbers',
  citation:
    'Provost & Murray 2011, The Health Care Data Guide; Montgomery, Introduction to Statistical Quality Control, 7.3',
  advise(examined, wording) {
    const { input, sizes } = examined
    if (input.chart !== 'xmr' || !isCounted(input.kind) || sizes.length < FEWEST_POINTS) return null
    const farthest = farthestSize(sizes)
    const few = farthest > MOST_APART ? FEW_WHERE_SIZES_VARY : FEW_EXPECTED
    const found = dispersionOf(examined)
    if (!found || found.expected >= few || found.sigmaZ > NEARLY_COUNTING) return null
    if (isOverDispersed(found) || isUnderDispersed(found)) return null
    const chart = COUNTED[input.kind]
    const say = messagesOf(wording)
    const { why, expected: name } = say.advice.advisers.smallNumbers
    const noun = nouns(say, 1, wording.noun)
    const expected = plain(found.expected)
    const sizesDo = farthest > MOST_APART ? 'vary' : 'alike'
    return {
      chart,
      why: why({ noun, expected, chart, sizes: sizesDo, farthest: percent(say, farthest) }),
      reasons: [{ name: name({ noun, few }), is: found.expected, said: expected }, sigmaZReason(say, found)],
      redrawn: onChart(examined, chart),
    }
  },
}
