import { type Dispersion, dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { plain, type QualityCheck } from './check.ts'

/** Charts whose limits take for granted that counting alone explains the spread. */
const BY_COUNTING: readonly string[] = ['p', 'np', 'u', 'c']

const CITATION = 'Laney 2002, Quality Engineering 14:531 (sigma z); Cochran 1954, Biometrics 10:417 (χ²)'

/** Counts spread more than counting explains: limits of p, u and c charts are too narrow. */
export const overDispersed: QualityCheck = {
  id: 'overDispersion',
  label: 'More spread than counting explains',
  measures: 'Laney’s sigma z, which counting alone keeps below the threshold; χ² must agree (chance below 1%)',
  citation: CITATION,
  look(examined, { noun }) {
    const dispersion = dispersionOf(examined)
    if (!dispersion || !isOverDispersed(dispersion)) return null
    const isMisled = BY_COUNTING.includes(examined.input.chart)
    return {
      weight: isMisled ? 'caution' : 'note',
      found: dispersion.sigmaZ,
      threshold: dispersion.sigmaZLimits.upper,
      at: [],
      sentence: `From ${noun} to ${noun} figures differ ${plain(dispersion.sigmaZ)} times as much as counting alone explains (${inNumbers(dispersion, dispersion.chanceOfMore)}). ${
        isMisled
          ? 'Limits from counting alone are too narrow.'
          : 'This chart does not rest on counting alone, so its limits hold.'
      }`,
    }
  },
}

/** Counts spread less than counting explains: somebody smooths them, plans them, or counts the same cases again. */
export const underDispersed: QualityCheck = {
  id: 'underDispersion',
  label: 'Less spread than counting explains',
  measures: 'Laney’s sigma z, which counting alone keeps above the threshold; χ² must agree (chance below 1%)',
  citation: CITATION,
  look(examined, { noun }) {
    const dispersion = dispersionOf(examined)
    if (!dispersion || !isUnderDispersed(dispersion)) return null
    return {
      weight: BY_COUNTING.includes(examined.input.chart) ? 'caution' : 'note',
      found: dispersion.sigmaZ,
      threshold: dispersion.sigmaZLimits.lower,
      at: [],
      sentence: `From ${noun} to ${noun} figures differ only ${plain(dispersion.sigmaZ, 2)} times as much as counting alone would make them (${inNumbers(dispersion, dispersion.chanceOfLess)}). Ask whether they are rolling averages, are planned, or hold the same cases again.`,
    }
  },
}

/** "χ² 61.2 with 23 degrees of freedom, a chance of less than 1 in 1,000" */
export function inNumbers({ chiSquare, degrees }: Dispersion, chance: number): string {
  const rare = chance < 0.0011 ? 'less than 1 in 1,000' : `${plain(chance * 100)}%`
  return `χ² ${plain(chiSquare)} with ${degrees} degrees of freedom, a chance of ${rare}`
}
