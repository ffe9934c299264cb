import { describe, expect, test } from 'vitest'
import { aSeries } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import type { SeriesInput } from '../analysis.ts'
import { c4 } from '../numbers/samples.ts'
import { subgroups } from '../subgroups.ts'

/** Samples as lists of values, on an x̄ or S chart. */
function ofSamples(chart: 'xbar' | 's', lists: readonly (readonly number[])[], rest: Partial<SeriesInput> = {}) {
  const rows = lists.flatMap((values, x) => values.map((numerator) => ({ x, numerator })))
  const { sizes, means, deviations } = subgroups(rows)
  return aSeries([...(chart === 's' ? deviations : means)], { chart, samples: { sizes, deviations }, ...rest })
}

test.each([
  [2, 0.7978845608],
  [5, 0.9399856029],
  [10, 0.9726592741],
  [25, 0.9896403756],
  [1, Number.NaN],
  [0, Number.NaN],
  [2.5, Number.NaN],
])('c4 of %d is %d', (size, expected) => {
  if (Number.isNaN(expected)) expect(c4(size)).toBeNaN()
  else expect(c4(size)).toBeCloseTo(expected, 9)
})

test('c4 of large samples goes on where that of smaller ones ends', () => {
  const [before, here, after] = [c4(999), c4(1000), c4(1001)]
  expect(after - here).toBeCloseTo(here - before, 8)
  expect(here).toBeLessThan(after)
})

describe('samples of one size', () => {
  const lists = [
    [1, 3],
    [2, 6],
    [4, 4],
  ]
  const within = (Math.SQRT2 + 2 * Math.SQRT2 + 0) / 3
  test('x̄: limits by the plain mean of the deviations', () => {
    const { centre, upper } = analyse(ofSamples('xbar', lists))
    expect(centre[0]).toBeCloseTo(20 / 6, 12)
    expect(upper[0]).toBeCloseTo(20 / 6 + (3 * within) / (Math.sqrt(2 / Math.PI) * Math.SQRT2), 12)
  })
  test('S: the same mean is the centre, and the lower limit is not below 0', () => {
    const { centre, lower, upper } = analyse(ofSamples('s', lists))
    expect(centre[0]).toBeCloseTo(within, 12)
    expect(lower[0]).toBe(0)
    expect(upper[0]! / within).toBeCloseTo(3.2665, 3)
  })
  test('or pooled, where that is asked for', () => {
    const { centre } = analyse(ofSamples('s', lists, { method: { sampleSpread: 'pooled' } }))
    expect(centre[0]).toBeCloseTo(Math.sqrt((2 + 8 + 0) / 3), 12)
  })
})

describe('samples of several sizes', () => {
  const lists = [[1, 3], [2, 6, 4], [9]]
  const pooled = Math.sqrt((1 * 2 + 2 * 4) / 3)
  test('x̄: centre by size, limits by each size from the pooled deviation, none for a single value', () => {
    const { centre, upper } = analyse(ofSamples('xbar', lists))
    expect(centre[0]).toBeCloseTo(25 / 6, 12)
    expect(upper[1]).toBeCloseTo(25 / 6 + (3 * pooled) / (c4(3) * Math.sqrt(3)), 12)
    expect(upper[2]).toBeNaN()
  })
  test('an excluded sample and those after the baseline stand behind nothing', () => {
    const more = [...lists, [0, 50], [0, 90]]
    const rest = { excluded: [3], phases: [{ start: 0, baseline: 4 }] }
    expect(analyse(ofSamples('xbar', more, rest)).upper[0]).toBe(analyse(ofSamples('xbar', lists)).upper[0])
  })
})

test.each<[string, Partial<SeriesInput>, string]>([
  ['without samples', {}, 'An xbar chart needs the sizes and deviations of its samples'],
  ['with too few', { samples: { sizes: [2], deviations: [1, 1] } }, '2 points have 1 sizes and 2 deviations'],
  ['with half a value', { samples: { sizes: [2, 1.5], deviations: [1, 1] } }, 'Sample 2 has a size of 1.5'],
  [
    'with a deviation below 0',
    { samples: { sizes: [2, 2], deviations: [-1, 1] } },
    'Sample 1 has a standard deviation of -1',
  ],
])('x̄ %s is refused', (_, rest, message) => {
  expect(() => analyse(aSeries([1, 2], { chart: 'xbar', ...rest }))).toThrow(message)
})

test('samples that all are of one value have no limits', () => {
  const analysis = analyse(
    ofSamples('xbar', [
      [5, 5],
      [5, 5],
    ]),
  )
  expect(analysis.phases[0]!.noLimits).toBe('allEqual')
  expect(analyse(ofSamples('xbar', [[1], [2]])).phases[0]!.noLimits).toBe('noSpread')
})
