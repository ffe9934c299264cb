import type { ChartTypeId } from '../../analysis.ts'
import { percent, plain } from '../checks/check.ts'
import { farthestSize, MOST_APART } from '../checks/denominatorsVary.ts'
import { dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { type Adviser, onChart } from './advice.ts'
import { sigmaZReason } from './dispersion.ts'

const COUNTED: Readonly<Record<string, ChartTypeId>> = { count: 'c', proportion: 'p', rate: 'u' }
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
  title: 'Small numbers, spread as counting spreads them',
  citation:
    'Provost & Murray 2011, The Health Care Data Guide; Montgomery, Introduction to Statistical Quality Control, 7.3',
  advise(examined, { noun }) {
    const { input, sizes } = examined
    const chart = COUNTED[input.kind]
    if (input.chart !== 'xmr' || !chart || sizes.length < FEWEST_POINTS) return null
    const farthest = farthestSize(sizes)
    const few = farthest > MOST_APART ? FEW_WHERE_SIZES_VARY : FEW_EXPECTED
    const found = dispersionOf(examined)
    if (!found || found.expected >= few || found.sigmaZ > NEARLY_COUNTING) return null
    if (isOverDispersed(found) || isUnderDispersed(found)) return null
    const within = chart === 'p' ? 'below 0% or above 100%' : 'below 0'
    const own =
      farthest > MOST_APART
        ? `, and are wider where few were counted (denominators lie up to ${percent(farthest)} from their mean)`
        : ''
    return {
      chart,
      why: `A ${noun} is expected to have only ${plain(found.expected)} events, and from ${noun} to ${noun} they differ as much as counting makes them. A ${chart} chart takes its limits from that: they are never ${within}, and stand on every case instead of on how values move${own}.`,
      reasons: [
        { name: `Events expected in a ${noun}, few below ${few}`, is: found.expected, said: plain(found.expected) },
        sigmaZReason(found),
      ],
      redrawn: onChart(examined, chart),
    }
  },
}
