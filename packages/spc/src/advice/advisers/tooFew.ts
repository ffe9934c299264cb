import { POINTS_FOR_LIMITS } from '../../phases.ts'
import { type Adviser, onChart } from './advice.ts'

/** Before there are limits to speak of, a run chart shows the values and claims nothing more. */
export const tooFew: Adviser = {
  id: 'tooFew',
  title: 'Too few points for limits',
  citation: 'NHS England, Making Data Count; Anhøj & Olesen 2014, PLoS ONE 9:e113825',
  advise(examined, { noun }) {
    const points = examined.places.length
    // A new phase has an earlier one to stand beside; its limits are called early, and stay.
    if (examined.input.chart === 'run' || examined.start > 0 || points < 2 || points >= POINTS_FOR_LIMITS) return null
    return {
      chart: 'run',
      why: `Limits from ${points} ${noun}s would move with every new one. A run chart shows the values about their median until there are ${POINTS_FOR_LIMITS}.`,
      reasons: [{ name: `Points, of ${POINTS_FOR_LIMITS} needed`, is: points, said: String(points) }],
      redrawn: onChart(examined, 'run'),
    }
  },
}
