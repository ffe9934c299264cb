import { deserialize, serialize } from 'node:v8'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeriesFacts } from '#understand/intake/facts.ts'
import { type PackedSeries, packSeries, unpackSeries } from '#understand/intake/packedSeries.ts'

const series: fc.Arbitrary<SeriesFacts> = fc.nat(5).chain((length) => {
  const exactly = { minLength: length, maxLength: length }
  const figures = fc.array(fc.oneof(fc.double(), fc.constant(Number.NaN)), exactly).map((all) => Float64Array.from(all))
  return fc.record({
    measure: fc.string(),
    holder: fc.string(),
    stratum: fc.string(),
    periods: fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), exactly),
    numerators: figures,
    denominators: fc.option(figures),
    spreads: fc.option(figures),
    provisional: fc.option(fc.array(fc.boolean(), exactly)),
  })
})

test('series that go from one process to another are the same there', () => {
  fc.assert(
    fc.property(fc.array(series), (all) => {
      const sent = deserialize(serialize(packSeries(all))) as PackedSeries
      expect(unpackSeries(sent)).toEqual(all)
    }),
  )
})
