import { type Messages, messagesOf } from '../../messages/index.ts'
import { nouns } from '../../words/counting.ts'
import { type Dispersion, dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { plain, type QualityCheck } from './check.ts'

/** Charts whose limits take for granted that counting alone explains the spread. */
const BY_COUNTING: readonly string[] = ['p', 'np', 'u', 'c']

const CITATION = 'Laney 2002, Quality Engineering 14:531 (sigma z); Cochran 1954, Biometrics 10:417 (χ²)'

/** Counts spread more than counting explains: limits of p, u and c charts are too narrow. */
export const overDispersed: QualityCheck = {
  id: 'overDispersion',
  citation: CITATION,
  look(examined, wording) {
    const dispersion = dispersionOf(examined)
    if (!dispersion || !isOverDispersed(dispersion)) return null
    const say = messagesOf(wording)
    const isMisled = BY_COUNTING.includes(examined.input.chart)
    return {
      weight: isMisled ? 'caution' : 'note',
      found: dispersion.sigmaZ,
      threshold: dispersion.sigmaZLimits.upper,
      at: [],
      sentence: say.advice.checks.overDispersion.sentence({
        noun: nouns(say, 1, wording.noun),
        times: plain(dispersion.sigmaZ),
        chiSquare: inNumbers(say, dispersion, dispersion.chanceOfMore),
        misled: isMisled ? 'yes' : 'no',
      }),
    }
  },
}

/** Counts spread less than counting explains: somebody smooths them, plans them, or counts the same cases again. */
export const underDispersed: QualityCheck = {
  id: 'underDispersion',
  citation: CITATION,
  look(examined, wording) {
    const dispersion = dispersionOf(examined)
    if (!dispersion || !isUnderDispersed(dispersion)) return null
    const say = messagesOf(wording)
    return {
      weight: BY_COUNTING.includes(examined.input.chart) ? 'caution' : 'note',
      found: dispersion.sigmaZ,
      threshold: dispersion.sigmaZLimits.lower,
      at: [],
      sentence: say.advice.checks.underDispersion.sentence({
        noun: nouns(say, 1, wording.noun),
        times: plain(dispersion.sigmaZ, 2),
        chiSquare: inNumbers(say, dispersion, dispersion.chanceOfLess),
      }),
    }
  },
}

/** "χ² 61.2 with 23 degrees of freedom, a chance of less than 1 in 1,000" */
export function inNumbers(say: Messages, { chiSquare, degrees }: Dispersion, chance: number): string {
  const rare = chance < 0.0011 ? 'yes' : 'no'
  return say.advice.chiSquare({ is: plain(chiSquare), degrees, rare, chance: plain(chance * 100) })
}
