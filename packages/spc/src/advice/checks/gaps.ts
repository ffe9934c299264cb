import { hasDates } from '../examined.ts'
import { type QualityCheck, someOf } from './check.ts'

/** Periods between the first and the last value that have none. Any is told of, since rules that count in a row see through it. */
export const gaps: QualityCheck = {
  id: 'gaps',
  label: 'Missing periods',
  measures: 'periods without a value between the first and the last one',
  citation: 'Provost & Murray 2011, The Health Care Data Guide: a period without data keeps its place',
  look({ input: { kind, periods, numerators }, places }, { noun }) {
    if (hasDates(kind) || places.length < 2) return null
    const [first, last] = [places[0]!, places.at(-1)!]
    const at: number[] = []
    for (let i = first; i <= last; i++) if (Number.isNaN(numerators[i]!)) at.push(i)
    let skipped = 0
    for (let i = first + 1; periods && i <= last; i++) skipped += Math.max(0, periods[i]! - periods[i - 1]! - 1)
    const found = at.length + skipped
    if (found === 0) return null
    const all = found + places.length
    const [have, their] = found === 1 ? ['has', 'Its place stays'] : ['have', 'Their places stay']
    return {
      weight: found * 10 > all ? 'caution' : 'note',
      found,
      threshold: 0,
      at,
      sentence: `${someOf(found, all, noun)} ${have} no value. ${their} empty on the chart, and no moving range is taken across.`,
    }
  },
}
