import { messagesOf } from '../../messages/index.ts'
import { POINTS_FOR_LIMITS } from '../../phases.ts'
import { inFigures } from '../../words/counting.ts'
import { type Adviser, onChart } from './advice.ts'

/** Before there are limits to speak of, a run chart shows the values and claims nothing more. */
export const tooFew: Adviser = {
  id: 'tooFew',
  citation: 'NHS England, Making Data Count; Anhøj & Olesen 2014, PLoS ONE 9:e113825',
  advise(examined, wording) {
    const points = examined.places.length
    // A new phase has an earlier one to stand beside; its limits are called early, and stay.
    if (examined.input.chart === 'run' || examined.start > 0 || points < 2 || points >= POINTS_FOR_LIMITS) return null
    const say = messagesOf(wording)
    const { why, points: name } = say.advice.advisers.tooFew
    const needed = POINTS_FOR_LIMITS
    return {
      chart: 'run',
      why: why({ periods: inFigures(say, points, wording.noun), needed }),
      reasons: [{ name: name({ needed }), is: points, said: String(points) }],
      redrawn: onChart(examined, 'run'),
    }
  },
}
