import { percent } from '../checks/check.ts'
import { farthestSize, MOST_APART } from '../checks/denominatorsVary.ts'
import { type Adviser, onChart } from './advice.ts'

const FEWEST_POINTS = 5

/** Counts on a c chart although what they come from changes from period to period. */
export const exposure: Adviser = {
  id: 'exposure',
  title: 'Counts of changing activity',
  citation: 'Montgomery, Introduction to Statistical Quality Control, 7.3.2: limits of their own beyond 25%',
  advise(examined, { noun }) {
    const { input, sizes } = examined
    if (input.chart !== 'c' || !input.denominators || sizes.length < FEWEST_POINTS) return null
    const farthest = farthestSize(sizes)
    if (!(farthest > MOST_APART)) return null
    return {
      chart: 'u',
      why: `A c chart takes for granted that every ${noun} has as much activity, and it lies up to ${percent(farthest)} from its mean here. A u chart divides by it, and gives each ${noun} limits of its own.`,
      reasons: [{ name: 'Farthest denominator from the mean, 25% at most', is: farthest, said: percent(farthest) }],
      redrawn: onChart(examined, 'u'),
    }
  },
}
