import { describe, expect, test } from 'vitest'
import { checkDefinition } from '#understand/measure.ts'
import { codeFrom, NEW_MEASURE, type TypedMeasure, typedFrom, typedFromForm, written } from '#understand/measureForm.ts'

function typed(overrides: Partial<TypedMeasure> = {}): TypedMeasure {
  return { ...NEW_MEASURE, name: 'Falls with harm', numerator: 'Falls with harm', ...overrides }
}

test('a name is enough for a new count: the rest has a usual value', () => {
  const outcome = checkDefinition(written(typed()))
  expect(outcome).toMatchObject({
    definition: { code: 'falls-with-harm', kind: 'count', chart: 'xmr', multiplier: 1, targets: [] },
  })
})

test('what a definition puts in the form comes back as the same definition', () => {
  const outcome = checkDefinition(
    written(
      typed({
        kind: 'rate',
        denominator: 'Occupied bed days',
        multiplier: '1,000',
        better: 'lower',
        targets: [
          { from: '', value: '0.6' },
          { from: '2026-04-01', value: '0.5' },
          { from: '2027-04-01', value: '' },
        ],
      }),
    ),
  )
  if (!('definition' in outcome)) throw new Error(JSON.stringify(outcome.faults))
  const { definition } = outcome
  expect(definition.targets).toEqual([
    { from: null, value: 0.6 },
    { from: '2026-04-01', value: 0.5 },
    { from: '2027-04-01', value: null },
  ])
  expect(checkDefinition(written(typedFrom(definition)))).toEqual({ definition })
})

test('the fields of a sent form are read by their names; empty rows of targets are not there', () => {
  const sent: Record<string, string> = { name: 'Falls', 'targets.0.value': '12', 'targets.2.from': '2026-04-01' }
  expect(typedFromForm((name) => sent[name] ?? '')).toMatchObject({
    name: 'Falls',
    code: '',
    targets: [
      { from: '', value: '12' },
      { from: '2026-04-01', value: '' },
    ],
  })
})

describe('what is no number is named by its field', () => {
  const cases = [
    { typed: { decimals: 'two' }, field: 'decimals' },
    { typed: { multiplier: 'thousand' }, field: 'multiplier' },
    { typed: { targets: [{ from: '', value: 'high' }] }, field: 'targets.0.value' },
    { typed: { targets: [{ from: 'spring', value: '5' }] }, field: 'targets.0.from' },
  ]
  for (const { typed: fields, field } of cases) {
    test(field, () => expect(checkDefinition(written(typed(fields)))).toMatchObject({ faults: [{ field }] }))
  }
})

test('a code is made from the name', () => {
  expect(codeFrom('A&E: seen within 4 hours')).toBe('a-e-seen-within-4-hours')
  expect(codeFrom('  Café waits  ')).toBe('cafe-waits')
  expect(codeFrom('x'.repeat(80))).toHaveLength(60)
})
