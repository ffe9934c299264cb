import type { DefinitionFault, MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { every } from '#understand/measureWords.ts'

/**
 * What a newer definition would read otherwise in figures that stand: months as weeks, a count as a share. They were
 * counted once, and mean what they meant then. Each fault names the field, both values, and what to do instead.
 */
export function otherReadings(before: MeasureDefinition, after: MeasureDefinition): readonly DefinitionFault[] {
  const isOtherWeek = after.period === 'week' && before.weekEnds !== after.weekEnds
  const [kindBefore, kindAfter] = [kindOf(before.kind), kindOf(after.kind)]
  return [
    before.kind !== after.kind && fault(before, 'kind', kindBefore.label, kindAfter.label),
    before.period !== after.period && fault(before, 'period', every(before), every(after)),
    before.period === after.period && isOtherWeek && fault(before, 'weekEnds', every(before), every(after)),
    kindBefore.storedByMultiplier &&
      before.multiplier !== after.multiplier &&
      fault(before, 'multiplier', `× ${before.multiplier}`, `× ${after.multiplier}`),
  ].filter((found) => found !== false)
}

function fault({ name }: MeasureDefinition, field: keyof MeasureDefinition, from: string, to: string): DefinitionFault {
  const message = `“${name}” has figures by “${from}”, and they cannot be read as “${to}”. Define another measure, with a code of its own, or take the imports of these figures back first`
  return { field, message }
}
