import { capitalised } from '../../words/counting.ts'
import { isCounted } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** What was counted cannot be so: more than the whole it is a part of, or below nought. */
export const impossibleValues: QualityCheck = {
  id: 'impossibleValues',
  label: 'Impossible values',
  measures: 'entries whose numerator is above the denominator of a proportion, or that are below 0',
  citation: 'by definition: a part is not larger than its whole, and a count or a time is not below 0',
  look({ input: { kind, numerators, denominators } }, { period, noun }) {
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) {
      const below = kind !== 'value' && numerators[i]! < 0
      const more = kind === 'proportion' && denominators !== undefined && numerators[i]! > denominators[i]!
      if (below || more || (denominators !== undefined && denominators[i]! < 0)) at.push(i)
    }
    if (at.length === 0) return null
    const one = at[0]!
    const what = isCounted(kind) ? 'counts' : 'values'
    const more = at.length > 1 ? `, and ${at.length - 1} more ${noun}${at.length > 2 ? 's' : ''}` : ''
    return {
      weight: 'caution',
      found: at.length,
      threshold: 0,
      at,
      sentence: `${capitalised(period(one))} cannot be right${more}: ${
        numerators[one]! < 0 || (denominators?.[one] ?? 0) < 0
          ? `${what} are not below 0`
          : `${numerators[one]} is more than the ${denominators![one]} that it is a part of`
      }. Correct it at its source and bring the figures again.`,
    }
  },
}
