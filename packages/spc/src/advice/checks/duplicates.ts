import { hasDates } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** The same period twice: one of the two is an error, or the series is really two. */
export const duplicates: QualityCheck = {
  id: 'duplicates',
  label: 'Periods that are there twice',
  measures: 'entries of a period that an earlier entry has already',
  citation: 'Wheeler 1993, Understanding Variation: one value for each period',
  look({ input: { kind, periods, numerators } }, { noun }) {
    if (hasDates(kind) || !periods) return null
    const seen = new Set<number>()
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) {
      if (seen.has(periods[i]!)) at.push(i)
      seen.add(periods[i]!)
    }
    if (at.length === 0) return null
    return {
      weight: 'caution',
      found: at.length,
      threshold: 0,
      at,
      sentence: `${at.length} ${at.length === 1 ? `${noun} is` : `${noun}s are`} there twice. Keep one figure for each ${noun}, or make two series of them.`,
    }
  },
}
