import { english } from '../../messages/index.ts'
import { POINTS_FOR_LIMITS } from '../../phases.ts'
import { counted } from '../../words/counting.ts'
import type { QualityCheck } from './check.ts'

/** Rules on runs about a median need as many useful points. Anhøj & Olesen 2014 */
const POINTS_FOR_RUNS = 10

/** Fewer points than limits, or the rules of a run chart, need. */
export const tooFewPoints: QualityCheck = {
  id: 'tooFewPoints',
  label: 'Too few points',
  measures: 'points with a value in the latest phase',
  citation: 'NHS England, Making Data Count: 13 points; for run charts 10: Anhøj & Olesen 2014, PLoS ONE 9:e113825',
  look({ input: { chart }, places }, { noun }) {
    const threshold = chart === 'run' ? POINTS_FOR_RUNS : POINTS_FOR_LIMITS
    if (places.length >= threshold) return null
    const more = counted(english, threshold - places.length, noun)
    return {
      weight: 'caution',
      found: places.length,
      threshold,
      at: [],
      sentence:
        chart === 'run'
          ? `The median stands on ${places.length} of the ${threshold} points that its rules need. It takes ${more} more.`
          : `Limits would stand on ${places.length} of the ${threshold} points that they need. They still move until ${more} more ${more.startsWith('one ') ? 'has' : 'have'} a value.`,
    }
  },
}
