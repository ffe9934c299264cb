import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBy, type Entry, fold, pack, packFirst, placesOf } from './observation.ts'

const figure = fc.oneof(fc.double(), fc.constant(Number.NaN))
/** Periods in any order, some of them twice; most often as a file has them. */
const periods = fc.oneof(
  fc.array(fc.integer({ min: 24_000, max: 24_030 })),
  fc.uniqueArray(fc.integer({ min: 24_000, max: 24_030 })).map((all) => all.sort((a, b) => a - b)),
  fc.nat(20).map((length) => Array.from({ length }, (_, i) => 24_000 + i)),
)
const entries: fc.Arbitrary<Entry> = periods.chain((given) => {
  const exactly = { minLength: given.length, maxLength: given.length }
  const figures = fc.array(figure, exactly).map((values) => Float64Array.from(values))
  return fc.record({
    periods: fc.constant(given),
    numerators: figures,
    denominators: fc.option(figures),
    spreads: fc.option(figures),
    provisional: fc.option(fc.array(fc.boolean(), exactly)),
  })
})

test('the first entry of a series is packed as any other is', () => {
  fc.assert(
    fc.property(entries, fc.boolean(), (entry, dated) => {
      expect(packFirst(entry, dated)).toEqual(pack(fold([entry]), dated))
    }),
    { numRuns: 2_000 },
  )
})

test('where nothing is known every figure is added', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const change = changeBy(entry, new Map())
      expect(change).toEqual({ added: entry.periods, restated: [], unchanged: 0 })
      expect(placesOf(entry.periods)).toHaveLength(change.added.length)
    }),
  )
})
