import type { QualityCheck } from './check.ts'

/** Charts whose limits follow the denominators. */
const BY_DENOMINATOR: readonly string[] = ['p', 'pPrime', 'u', 'uPrime']
const FEWEST_POINTS = 5

/**
 * Denominators that vary too little: real activity is never the same in every period. Where they are all 100 or 1,000,
 * percentages were typed as if they had been counted, and limits by that number mean nothing.
 */
export const equalDenominators: QualityCheck = {
  id: 'equalDenominators',
  label: 'Denominators that never vary',
  measures: 'different denominators',
  citation: 'Provost & Murray 2011, The Health Care Data Guide: p and u charts need the counts themselves',
  look({ input: { chart, denominators }, sizes }, { noun }) {
    if (!denominators || !BY_DENOMINATOR.includes(chart) || sizes.length < FEWEST_POINTS) return null
    const first = sizes[0]!
    if (sizes.some((size) => size !== first)) return null
    const isRound = first === 1 || first === 100 || first === 1000
    return {
      weight: isRound ? 'caution' : 'note',
      found: 1,
      threshold: 2,
      at: [],
      sentence: isRound
        ? `The denominator is ${first} in every ${noun}. If these are percentages or rates that somebody worked out before, the limits mean nothing: bring what was counted, or use an XmR chart.`
        : `The denominator is ${first} in every ${noun}. That is right for a sample of fixed size, and for nothing else.`,
    }
  },
}
