import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMeasure } from '#test/support/figures.ts'
import { MEASURE_KINDS } from '#understand/measureKind.ts'
import { otherReadings } from '#understand/otherReadings.ts'

const ofKind = (kind: string, change: object = {}) =>
  aMeasure({ code: 'x', kind, period: /Between|rare/.test(kind) ? 'event' : 'month', denominator: 'all', ...change })

const cases: readonly [name: string, before: object, after: object, fields: readonly string[]][] = [
  ['a count as a share', { kind: 'count' }, { kind: 'proportion' }, ['kind']],
  ['a count as an average', { kind: 'count' }, { kind: 'average' }, ['kind']],
  ['months as weeks', { period: 'month' }, { period: 'week' }, ['period']],
  ['weeks to Sunday as weeks to Friday', { period: 'week' }, { period: 'week', weekEnds: 5 }, ['weekEnds']],
  [
    'a published value by another multiplier',
    { kind: 'published' },
    { kind: 'published', multiplier: 100 },
    ['multiplier'],
  ],
  ['a rate per 100 as one per 1,000', { kind: 'rate', multiplier: 100 }, { kind: 'rate' }, []],
  ['another name, target and unit', {}, { name: 'Y', unit: 'falls', targets: [{ value: 3 }] }, []],
]

test.each(cases)('%s', (_, before, after, fields) => {
  const faults = otherReadings(
    aMeasure({ code: 'x', denominator: 'all', ...before }),
    aMeasure({ code: 'x', denominator: 'all', ...after }),
  )
  expect(faults.map(({ field }) => field)).toEqual(fields)
})

test('a fault names both values and the remedy', () => {
  const [fault] = otherReadings(ofKind('count', { name: 'Falls' }), ofKind('proportion'))
  expect(fault!.message).toBe(
    '“Falls” has figures by “Count”, and they cannot be read as “Proportion”. Define another measure, with a code of its own, or take the imports of these figures back first',
  )
})

test('figures of one kind are never read as another, whichever two they are', () => {
  const kinds = fc.constantFrom(...MEASURE_KINDS)
  fc.assert(
    fc.property(kinds, kinds, (before, after) => {
      const fields = otherReadings(ofKind(before), ofKind(after)).map(({ field }) => field)
      expect(fields.includes('kind')).toBe(before !== after)
    }),
  )
})
