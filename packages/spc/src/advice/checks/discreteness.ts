import { messagesOf } from '../../messages/index.ts'
import { D2_FOR_PAIRS } from '../../numbers/movingRanges.ts'
import { average } from '../steps.ts'
import { plain, type QualityCheck } from './check.ts'

/** Charts whose limits come from how values differ; of counts under a model the steps are known. */
const BY_DIFFERENCES: readonly string[] = ['xmr', 'xmrMedian', 'xmrMedianRange', 'mr', 'iPrime', 'xbar']
const FEWEST_POINTS = 8
/** Fewer different values than this make a median that many points lie on. */
const FEWEST_VALUES = 5
/** What is nearer than this share of the largest value is the same value with other last bits. */
const SAME = 1e-9

/**
 * Chunky data: values come in steps so coarse that the limits measure the steps. Limits from moving ranges mean nothing where
 * the step between possible values is larger than sigma; on a run chart, where there are fewer than five values in all.
 */
export const discreteness: QualityCheck = {
  id: 'discreteness',
  citation:
    'Wheeler & Chambers 1992, Understanding Statistical Process Control: chunky data, where the step is above sigma',
  look({ input, values }, wording) {
    if (values.length < FEWEST_POINTS) return null
    const different = distinct(values)
    if (different.length < 2) return null
    const say = messagesOf(wording).advice.checks.discreteness
    if (input.chart === 'run') {
      if (different.length >= FEWEST_VALUES) return null
      return {
        weight: 'note',
        found: different.length,
        threshold: FEWEST_VALUES,
        at: [],
        sentence: say.run({ different: different.length }),
      }
    }
    if (!BY_DIFFERENCES.includes(input.chart)) return null
    const step = Math.min(...different.slice(1).map((value, i) => value - different[i]!))
    const sigma = average(values.slice(1).map((value, i) => Math.abs(value - values[i]!))) / D2_FOR_PAIRS
    const found = step / sigma
    if (!(found > 1)) return null
    return {
      weight: 'caution',
      found,
      threshold: 1,
      at: [],
      sentence: say.limits({ step: wording.value(step * (input.multiplier ?? 1), 1), times: plain(found) }),
    }
  },
}

function distinct(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const nearest = SAME * Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!))
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! > nearest)
}
