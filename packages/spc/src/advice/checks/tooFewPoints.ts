import { messagesOf } from '../../messages/index.ts'
import { POINTS_FOR_LIMITS } from '../../phases.ts'
import { counted } from '../../words/counting.ts'
import type { QualityCheck } from './check.ts'

/** Rules on runs about a median need as many useful points. Anhøj & Olesen 2014 */
const POINTS_FOR_RUNS = 10

/** Fewer points than limits, or the rules of a run chart, need. */
export const tooFewPoints: QualityCheck = {
  id: 'tooFewPoints',
  citation: 'NHS England, Making Data Count: 13 points; for run charts 10: Anhøj & Olesen 2014, PLoS ONE 9:e113825',
  look({ input: { chart }, places }, wording) {
    const threshold = chart === 'run' ? POINTS_FOR_RUNS : POINTS_FOR_LIMITS
    if (places.length >= threshold) return null
    const say = messagesOf(wording)
    const { run, limits } = say.advice.checks.tooFewPoints
    const count = threshold - places.length
    const points = { points: places.length, needed: threshold, more: counted(say, count, wording.noun) }
    return {
      weight: 'caution',
      found: places.length,
      threshold,
      at: [],
      sentence: chart === 'run' ? run(points) : limits({ ...points, count }),
    }
  },
}
