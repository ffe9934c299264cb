import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aSeries } from '../test/aSeries.ts'
import { analyse } from './analyse.ts'
import { trendLine } from './trendLine.ts'

test('values on a straight line have that line, empty periods too', () => {
  const line = trendLine(analyse(aSeries([1, 3, Number.NaN, 7, 9])))
  expect([...line].map((value) => Number(value.toFixed(12)))).toEqual([1, 3, 5, 7, 9])
})

test('each phase has a line of its own, and an excluded point pulls none', () => {
  const { phases, ...analysis } = analyse(aSeries([1, 2, 90, 4, 8, 6], { phases: [{ start: 4 }], excluded: [2] }))
  const line = trendLine({ ...analysis, phases })
  expect([...line].map((value) => Number(value.toFixed(12)))).toEqual([1, 2, 3, 4, 8, 6])
})

test('no values, no line; one value, a level one', () => {
  expect([...trendLine(analyse(aSeries([Number.NaN, Number.NaN])))]).toEqual([Number.NaN, Number.NaN])
  expect([...trendLine(analyse(aSeries([Number.NaN, 5, Number.NaN])))]).toEqual([5, 5, 5])
})

test('no other line lies nearer', () => {
  const some = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 20 })
  const nudge = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  fc.assert(
    fc.property(some, nudge, (values, [up, turn]) => {
      const line = trendLine(analyse(aSeries(values)))
      const distance = (other: (at: number) => number) =>
        values.reduce((sum, value, at) => sum + (value - line[at]! - other(at)) ** 2, 0)
      expect(distance(() => 0)).toBeLessThanOrEqual(distance((at) => up + turn * at) + 1e-6)
    }),
  )
})
