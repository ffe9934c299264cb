import { messagesOf } from '../../messages/index.ts'
import { someOfThe } from '../../words/counting.ts'
import { hasDates } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** Periods between the first and the last value that have none. Any is told of, since rules that count in a row see through it. */
export const gaps: QualityCheck = {
  id: 'gaps',
  citation: 'Provost & Murray 2011, The Health Care Data Guide: a period without data keeps its place',
  look({ input: { kind, periods, numerators }, places }, wording) {
    if (hasDates(kind) || places.length < 2) return null
    const [first, last] = [places[0]!, places.at(-1)!]
    const at: number[] = []
    for (let i = first; i <= last; i++) if (Number.isNaN(numerators[i]!)) at.push(i)
    let skipped = 0
    for (let i = first + 1; periods && i <= last; i++) skipped += Math.max(0, periods[i]! - periods[i - 1]! - 1)
    const found = at.length + skipped
    if (found === 0) return null
    const all = found + places.length
    const say = messagesOf(wording)
    return {
      weight: found * 10 > all ? 'caution' : 'note',
      found,
      threshold: 0,
      at,
      sentence: say.advice.checks.gaps.sentence({ some: someOfThe(say, found, all, wording.noun), count: found }),
    }
  },
}
