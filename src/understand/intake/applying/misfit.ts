import type { MappedMeasure } from '#understand/intake/mapping.ts'
import { kindOf } from '#understand/measureKind.ts'

/** What keeps a figure out of its measure. */
export type Misfit = 'above its whole' | 'below zero' | 'not whole'

/**
 * What a new measure is that a row names shows only when all its figures are there: then `measure` is null, and only the
 * mapping's pattern for it says anything.
 */
export function misfitOf(
  measure: MappedMeasure | null,
  pattern: MappedMeasure,
  numerator: number,
  whole: number,
): Misfit | null {
  const kind = kindOf((measure ?? pattern).kind)
  if (measure && kind.partOfWhole && numerator > whole) return 'above its whole'
  if (kind.counts && (numerator < 0 || whole < 0)) return 'below zero'
  // A count that is typed is whole, and so is one from a file: shown without decimals it would be another number.
  // Where a file gives averages of counts, such as beds open on a day, its measure has decimals from the start.
  const isWholeCount = measure?.kind === 'count' && measure.decimals === 0
  return isWholeCount && !Number.isInteger(numerator) ? 'not whole' : null
}

/** The fault that a misfit is: its reason and remedy. `name` is the measure's. */
export function misfitSaid(
  misfit: Misfit,
  name: string,
  numerator: number,
  whole: number,
): readonly [reason: string, remedy: string] {
  switch (misfit) {
    case 'above its whole':
      return [
        `“${name}” is a part of a whole, and here the part (${numerator}) is more than the whole (${whole})`,
        'Correct the file, or choose another denominator or kind for the measure',
      ]
    case 'below zero':
      return [
        `“${name}” is counted, and ${numerator < 0 ? numerator : whole} is below 0`,
        'Correct the cell, or choose another kind for the measure',
      ]
    case 'not whole':
      return [
        `“${name}” is counted in whole numbers, and ${numerator} is not one`,
        'Correct the cell, or choose the kind “published value” for the measure',
      ]
  }
}
