import { english } from '../../messages/index.ts'
import { capitalised, counted } from '../../words/counting.ts'
import type { QualityCheck } from './check.ts'

/** A period in which there was nobody to count has no value. It is told of, since the chart shows only a gap. */
export const zeroDenominators: QualityCheck = {
  id: 'zeroDenominators',
  label: 'Denominators of nought',
  measures: 'entries with a numerator and a denominator of 0',
  citation: 'by definition: nothing can be divided by 0',
  look({ input: { numerators, denominators } }, { noun }) {
    if (!denominators) return null
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) if (numerators[i]! >= 0 && denominators[i] === 0) at.push(i)
    if (at.length === 0) return null
    return {
      weight: 'note',
      found: at.length,
      threshold: 0,
      at,
      sentence: `${capitalised(counted(english, at.length, noun))} ${at.length === 1 ? 'has' : 'have'} a denominator of 0, and so no value. Other points keep theirs, and their limits.`,
    }
  },
}
