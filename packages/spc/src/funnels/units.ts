import { SpcInputError } from '../inputError.ts'
import { roundTo } from '../numbers/roundTo.ts'
import type { FunnelInput, NoFunnelValue } from './funnel.ts'
import type { FunnelMethod } from './method.ts'

/** A unit's own figures, its rows added up; null where one of them is missing. */
export interface UnitFigures {
  readonly unit: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly noValue: NoFunnelValue | null
}

/** @throws SpcInputError for arrays of unequal length, and for figures that cannot be */
export function unitsOf(input: FunnelInput, { denominatorDecimals }: FunnelMethod): readonly UnitFigures[] {
  const { kind, numerators, denominators, units } = input
  for (const [what, { length }] of [['denominators', denominators] as const, ['units', units ?? numerators] as const]) {
    if (length !== numerators.length) throw new SpcInputError(`${numerators.length} numerators have ${length} ${what}`)
  }
  const sums = new Map<string, { numerator: number; denominator: number }>()
  for (let row = 0; row < numerators.length; row++) {
    const unit = units?.[row] ?? `Unit ${row + 1}`
    const numerator = figure(numerators[row]!, 'numerator', row)
    const denominator = figure(denominators[row]!, 'denominator', row)
    const sum = sums.get(unit)
    sums.set(unit, {
      numerator: (sum?.numerator ?? 0) + numerator,
      denominator: (sum?.denominator ?? 0) + denominator,
    })
  }
  return [...sums].map(([unit, { numerator, denominator: exact }]) => {
    const denominator = denominatorDecimals === null ? exact : roundTo(exact, denominatorDecimals)
    if (kind === 'proportion' && numerator > denominator) {
      throw new SpcInputError(`${unit} has ${numerator} of ${denominator}: a part cannot exceed the whole`)
    }
    return {
      unit,
      numerator: Number.isNaN(numerator) ? null : numerator,
      denominator: Number.isNaN(denominator) ? null : denominator,
      noValue:
        Number.isNaN(numerator) || Number.isNaN(denominator) ? 'missing' : denominator === 0 ? 'noDenominator' : null,
    }
  })
}

function figure(value: number, what: string, row: number): number {
  if (value >= 0 && value !== Number.POSITIVE_INFINITY) return value
  if (Number.isNaN(value)) return value
  throw new SpcInputError(`Row ${row + 1} has a ${what} of ${value}: give 0 or above`)
}
