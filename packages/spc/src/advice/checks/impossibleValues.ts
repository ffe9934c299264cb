import { messagesOf } from '../../messages/index.ts'
import { capitalised, nouns } from '../../words/counting.ts'
import { isCounted } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** What was counted cannot be so: more than the whole it is a part of, or below nought. */
export const impossibleValues: QualityCheck = {
  id: 'impossibleValues',
  citation: 'by definition: a part is not larger than its whole, and a count or a time is not below 0',
  look({ input: { kind, numerators, denominators } }, wording) {
    const at: number[] = []
    for (let i = 0; i < numerators.length; i++) {
      const below = kind !== 'value' && numerators[i]! < 0
      const more = kind === 'proportion' && denominators !== undefined && numerators[i]! > denominators[i]!
      if (below || more || (denominators !== undefined && denominators[i]! < 0)) at.push(i)
    }
    if (at.length === 0) return null
    const one = at[0]!
    const say = messagesOf(wording)
    const { sentence, below, above } = say.advice.checks.impossibleValues
    const isBelow = numerators[one]! < 0 || (denominators?.[one] ?? 0) < 0
    const more = at.length - 1
    return {
      weight: 'caution',
      found: at.length,
      threshold: 0,
      at,
      sentence: sentence({
        period: capitalised(wording.period(one)),
        ...{ more, noun: nouns(say, more, wording.noun) },
        why: isBelow
          ? below({ what: isCounted(kind) ? 'counts' : 'values' })
          : above({ part: String(numerators[one]), whole: String(denominators![one]) }),
      }),
    }
  },
}
