import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortNumber } from './seriesState.ts'

test('a number of a sparkline is the one that five digits say', () => {
  const nearHalves = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((halves) => halves / 20)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        nearHalves,
        fc.float({ min: -200_000, max: 200_000, noNaN: true }),
      ),
      (value) => {
        expect(shortNumber(value)).toBe(Number(value.toPrecision(5)))
      },
    ),
    { numRuns: 10_000 },
  )
  expect(shortNumber(Number.NaN)).toBeNull()
})
