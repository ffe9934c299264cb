import { expect, test } from 'vitest'
import { aSeries } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'

/** Ranges 2, 1, 3, 2, 1, 40, 41: their median is 2, and 6 kept by screening at 3.267 × 2 have a median of 2 too. */
const VALUES = [10, 12, 11, 14, 12, 13, 53, 12]

test('about the median, at 2.66 mean ranges', () => {
  const { centre, upper } = analyse(aSeries(VALUES, { chart: 'xmrMedian', method: { screenRanges: false } }))
  expect(centre[0]).toBe(12)
  expect(upper[0]).toBeCloseTo(12 + (2.66 * 90) / 7, 9)
})

test.each([
  ['3.145 median ranges', {}, 3.145],
  ['as many as are asked for', { limitsPerMedianRange: 3 / 1.128 }, 3 / 1.128],
])('about the median, with median ranges: at %s', (_, method, ranges) => {
  const { centre, lower, upper } = analyse(aSeries(VALUES, { chart: 'xmrMedianRange', method }))
  expect([...new Set(centre)]).toEqual([12])
  expect(upper[3]).toBeCloseTo(12 + ranges * 2, 9)
  expect(lower[3]).toBeCloseTo(12 - ranges * 2, 9)
})

test('large ranges are screened out of the median as well', () => {
  const values = [0, 1, 0, 2, 0, 30, 0]
  const screened = analyse(aSeries(values, { chart: 'xmrMedianRange' })).upper[0]
  const all = analyse(aSeries(values, { chart: 'xmrMedianRange', method: { screenRanges: false } })).upper[0]
  // Ranges 1, 1, 2, 2, 30, 30: the middle is 2; without those of 6.534 or more it is 1.5.
  expect(all).toBeCloseTo(3.145 * 2, 9)
  expect(screened).toBeCloseTo(3.145 * 1.5, 9)
})

test('equal values have no limits', () => {
  expect(analyse(aSeries([7, 7, 7], { chart: 'xmrMedianRange' })).phases[0]!.noLimits).toBe('allEqual')
})

test('a baseline at the end of a phase makes limits of the latest points for all of it', () => {
  const values = [90, 95, 80, 10, 12, 11, 14]
  const late = analyse(aSeries(values, { phases: [{ start: 0, baseline: 4, baselineFrom: 'end' }] }))
  const alone = analyse(aSeries(values.slice(3)))
  expect([...late.upper]).toEqual(new Array(7).fill(alone.upper[0]))
  expect(late.phases[0]!.points).toBe(4)
  const ranges = analyse(aSeries(values, { chart: 'mr', phases: [{ start: 0, baseline: 4, baselineFrom: 'end' }] }))
  expect(ranges.centre[0]).toBe(2)
})
