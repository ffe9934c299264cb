import { plain } from '../checks/check.ts'
import { autocorrelation } from '../shape.ts'
import type { Adviser } from './advice.ts'

/** Values that follow each other: no chart mends it, and so it is said what the limits cannot tell. */
export const following: Adviser = {
  id: 'following',
  title: 'What limits can’t tell here',
  citation: 'Maragah & Woodall 1992, Journal of Statistical Computation and Simulation 40:29',
  advise(examined, { noun }) {
    const measured = autocorrelation(examined)
    if (!measured || examined.input.chart === 'run') return null
    const { is, limit } = measured
    return {
      chart: null,
      why:
        is > 0
          ? `Each ${noun} carries much of the one before (correlation ${plain(is, 2)}). Limits and runs take for granted that it does not, so more points are marked than the rules promise: a mark here is a question, not an answer. Look for what makes figures carry over, such as rolling averages, waiting lists or seasons.`
          : `High and low ${noun}s take turns (correlation ${plain(is, 2)}). The limits are too wide for that, so a change may hide within them. Look for what makes figures swing, such as work that moves from one ${noun} into the next.`,
      reasons: [
        {
          name: `Correlation of neighbours, ${plain(limit, 2)} at most by chance on either side`,
          is,
          said: plain(is, 2),
        },
      ],
      redrawn: null,
    }
  },
}
