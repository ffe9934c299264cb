import { messagesOf } from '../../messages/index.ts'
import { nouns, percent } from '../../words/counting.ts'
import { farthestSize, MOST_APART } from '../checks/denominatorsVary.ts'
import { type Adviser, onChart } from './advice.ts'

const FEWEST_POINTS = 5

/** Counts on a c chart although what they come from changes from period to period. */
export const exposure: Adviser = {
  id: 'exposure',
  citation: 'Montgomery, Introduction to Statistical Quality Control, 7.3.2: limits of their own beyond 25%',
  advise(examined, wording) {
    const { input, sizes } = examined
    if (input.chart !== 'c' || !input.denominators || sizes.length < FEWEST_POINTS) return null
    const farthest = farthestSize(sizes)
    if (!(farthest > MOST_APART)) return null
    const say = messagesOf(wording)
    const { why, farthest: name } = say.advice.advisers.exposure
    const said = percent(say, farthest)
    return {
      chart: 'u',
      why: why({ noun: nouns(say, 1, wording.noun), farthest: said }),
      reasons: [{ name: name(), is: farthest, said }],
      redrawn: onChart(examined, 'u'),
    }
  },
}
