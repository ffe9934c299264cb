import { messagesOf } from '../../messages/index.ts'
import { nouns, percent } from '../../words/counting.ts'
import { dispersionOf } from '../dispersion.ts'
import { average } from '../steps.ts'
import type { QualityCheck } from './check.ts'

/** Denominators farther from their mean than this need limits of their own. Montgomery 7.3.2 */
export const MOST_APART = 0.25

/** Beyond this sigma z counting explains less than half of the spread, and so the size of a denominator hardly matters. */
const COUNTING_EXPLAINS_HALF = Math.SQRT2

/** Charts that draw the same limits for every point. */
const ONE_PAIR_OF_LIMITS: readonly string[] = ['xmr', 'xmrMedian', 'xmrMedianRange', 'mr', 'c']

/** How far the denominator farthest from the mean lies from it, as a share of the mean. */
export function farthestSize(sizes: readonly number[]): number {
  const mean = average(sizes)
  return sizes.reduce((far, size) => Math.max(far, Math.abs(size - mean) / mean), 0)
}

/**
 * Denominators that vary too much for a chart that draws one pair of limits for all: points of small ones lie outside by
 * chance, and those of large ones hide behind limits that are too wide. Told only where counting explains half of the spread
 * or more, for otherwise the denominator hardly matters.
 */
export const denominatorsVary: QualityCheck = {
  id: 'denominatorsVary',
  citation: 'Montgomery, Introduction to Statistical Quality Control, 7.3.2: limits of their own beyond 25%',
  look(examined, wording) {
    const { input, sizes } = examined
    if (!input.denominators || !ONE_PAIR_OF_LIMITS.includes(input.chart)) return null
    const found = farthestSize(sizes)
    const dispersion = dispersionOf(examined)
    if (!(found > MOST_APART) || !dispersion || dispersion.sigmaZ > COUNTING_EXPLAINS_HALF) return null
    const say = messagesOf(wording)
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
    return {
      weight: 'caution',
      found,
      threshold: MOST_APART,
      at: [],
      sentence: say.advice.checks.denominatorsVary.sentence({
        ...{ least, most, farthest: percent(say, found) },
        noun: nouns(say, 1, wording.noun),
      }),
    }
  },
}
