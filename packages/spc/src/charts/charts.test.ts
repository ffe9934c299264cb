import { describe, expect, test } from 'vitest'
import { aSeries } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import type { ChartTypeId, SeriesInput } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { CHART_TYPES, chartType, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from './index.ts'

/** Worked by hand: centre, lower and upper limit at the first point. */
const cases: { name: string; input: SeriesInput; centre: number; lower: number; upper: number }[] = [
  {
    name: 'XmR: mean ± 2.66 mean moving ranges',
    input: aSeries([10, 12, 11, 13]),
    centre: 11.5,
    lower: 11.5 - (2.66 * 5) / 3,
    upper: 11.5 + (2.66 * 5) / 3,
  },
  {
    name: 'XmR: a range of 3.267 times the mean range or more is screened out, once',
    input: aSeries([10, 11, 10, 11, 10, 11, 30]),
    centre: 93 / 7,
    lower: 93 / 7 - 2.66,
    upper: 93 / 7 + 2.66,
  },
  {
    name: 'XmR: screening can be left out',
    input: aSeries([10, 11, 10, 11, 10, 11, 30], { method: { screenRanges: false } }),
    centre: 93 / 7,
    lower: 93 / 7 - 2.66 * 4,
    upper: 93 / 7 + 2.66 * 4,
  },
  {
    name: 'XmR: a missing value keeps its place, and both ranges beside it are missing',
    input: aSeries([10, 12, Number.NaN, 20, 22]),
    centre: 16,
    lower: 16 - 2.66 * 2,
    upper: 16 + 2.66 * 2,
  },
  {
    name: 'XmR: an excluded point is skipped, and its neighbours form a range',
    input: aSeries([10, 12, 99, 14, 12], { excluded: [2] }),
    centre: 12,
    lower: 12 - 2.66 * 2,
    upper: 12 + 2.66 * 2,
  },
  {
    name: 'XmR: a baseline leaves later points out of the limits',
    input: aSeries([10, 12, 10, 50, 60], { phases: [{ start: 0, baseline: 3 }] }),
    centre: 32 / 3,
    lower: 32 / 3 - 2.66 * 2,
    upper: 32 / 3 + 2.66 * 2,
  },
  {
    name: 'moving range: 0 to 3.267 times the mean range',
    input: aSeries([10, 12, 11, 13], { chart: 'mr' }),
    centre: 5 / 3,
    lower: 0,
    upper: (3.267 * 5) / 3,
  },
  {
    name: 'moving range: an excluded point is skipped, and its neighbours form a range',
    input: aSeries([10, 12, 20, 13], { chart: 'mr', excluded: [2] }),
    centre: 1.5,
    lower: 0,
    upper: 3.267 * 1.5,
  },
  {
    name: 'moving range: or only its own range is left out',
    input: aSeries([10, 12, 20, 13], { chart: 'mr', excluded: [2], method: { excludedRanges: 'kept' } }),
    centre: 4.5,
    lower: 0,
    upper: 3.267 * 4.5,
  },
  {
    name: 'p: pooled proportion, limits by the point’s own denominator',
    input: aSeries([20, 45], { chart: 'p', denominators: [100, 150] }),
    centre: 0.26,
    lower: 0.26 - 3 * Math.sqrt((0.26 * 0.74) / 100),
    upper: 0.26 + 3 * Math.sqrt((0.26 * 0.74) / 100),
  },
  {
    name: 'p: limits stay within 0 and 1',
    input: aSeries([1, 1], { chart: 'p', denominators: [2, 2] }),
    centre: 0.5,
    lower: 0,
    upper: 1,
  },
  {
    name: 'u: pooled rate; the multiplier comes after the calculation',
    input: aSeries([2, 4], { chart: 'u', denominators: [500, 1000], multiplier: 1000 }),
    centre: 4,
    lower: 0,
    upper: 4 + 3000 * Math.sqrt(0.004 / 500),
  },
  {
    name: 'p′: sigma of the scores widens the limits of p',
    input: aSeries([20, 45, 20, 45], { chart: 'pPrime', denominators: [100, 150, 100, 150] }),
    centre: 0.26,
    lower: 0,
    upper: 0.26 + (3 * Math.sqrt((0.26 * 0.74) / 100) * scoreRange()) / 1.128,
  },
  { name: 'c: mean ± 3 √mean', input: aSeries([14, 18], { chart: 'c' }), centre: 16, lower: 4, upper: 28 },
  { name: 'c: not below 0', input: aSeries([3, 5], { chart: 'c' }), centre: 4, lower: 0, upper: 10 },
  {
    name: 'g: the line is the median, the limits stand about the mean',
    input: aSeries([1, 2, 9], { chart: 'g' }),
    centre: 2,
    lower: 0,
    upper: 4 + 3 * Math.sqrt(20),
  },
  {
    name: 't: an individuals chart of time^(1/3.6), turned back',
    input: aSeries([1, 2 ** 3.6, 1, 2 ** 3.6], { chart: 't' }),
    centre: 1.5 ** 3.6,
    lower: 0,
    upper: (1.5 + 3 / 1.128) ** 3.6,
  },
]

function scoreRange(): number {
  const unit = Math.sqrt(0.26 * 0.74)
  return Math.abs((0.3 - 0.26) / (unit / Math.sqrt(150)) - (0.2 - 0.26) / (unit / Math.sqrt(100)))
}

for (const { name, input, centre, lower, upper } of cases) {
  test(name, () => {
    const analysis = analyse(input)
    expect(analysis.centre[0]).toBeCloseTo(centre, 10)
    expect(analysis.lower[0]).toBeCloseTo(lower, 10)
    expect(analysis.upper[0]).toBeCloseTo(upper, 10)
    expect(analysis.phases[0]!.noLimits).toBeNull()
  })
}

test('p′ where the order of points means nothing: the standard deviation of the scores', () => {
  const input = aSeries([20, 45, 36], { chart: 'pPrime', denominators: [100, 150, 100] })
  const centre = 101 / 350
  const scores = [0.2, 0.3, 0.36].map(
    (share, i) => (share - centre) / Math.sqrt((centre * (1 - centre)) / input.denominators![i]!),
  )
  const mean = scores.reduce((sum, score) => sum + score, 0) / 3
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 2)
  const { upper } = analyse({ ...input, method: { scoreSpread: 'deviation' } })
  expect(upper[0]).toBeCloseTo(centre + 3 * deviation * Math.sqrt((centre * (1 - centre)) / 100), 12)
})

test('run: the median of the values, and no limits', () => {
  const analysis = analyse(aSeries([5, 1, 9, 3], { chart: 'run' }))
  expect([...analysis.centre]).toEqual([4, 4, 4, 4])
  expect(analysis.upper.every(Number.isNaN)).toBe(true)
  expect(analysis.phases[0]!.noLimits).toBe('runChart')
})

test('mr: the first value of a phase, and one after a gap, has no range', () => {
  const analysis = analyse(aSeries([1, 2, Number.NaN, 4, 6, 9], { chart: 'mr', phases: [{ start: 0 }, { start: 4 }] }))
  expect([...analysis.values]).toEqual([Number.NaN, 1, Number.NaN, Number.NaN, Number.NaN, 3])
})

describe('a point without a denominator', () => {
  const attributes: ChartTypeId[] = ['p', 'pPrime', 'u', 'uPrime']
  test.each(attributes)('%s: loses its value and its limits; the others keep theirs', (chart) => {
    const denominators = [100, 0, 150, Number.NaN, 140, 120, 130]
    const analysis = analyse(aSeries([20, 3, 45, 30, 44, 21, 50], { chart, denominators }))
    const isWithout = denominators.map((denominator) => !(denominator > 0))
    expect([...analysis.values].map(Number.isNaN)).toEqual(isWithout)
    expect([...analysis.upper].map(Number.isNaN)).toEqual(isWithout)
    expect(analysis.centre.every(Number.isFinite)).toBe(true)
    expect(analysis.verdicts[1]).toBe('missing')
  })
})

describe('what limits cannot be made of is said', () => {
  const without: { name: string; input: SeriesInput; reason: string }[] = [
    { name: 'equal values', input: aSeries([5, 5, 5]), reason: 'allEqual' },
    { name: 'equal but for one jump', input: aSeries([5, 5, 5, 5, 5, 9]), reason: 'noSpread' },
    { name: 'no value', input: aSeries([Number.NaN, Number.NaN]), reason: 'noValues' },
    { name: 'no point at all', input: aSeries([]), reason: 'noValues' },
    { name: 'one value', input: aSeries([5, Number.NaN]), reason: 'onePoint' },
    { name: 'no two neighbours', input: aSeries([5, Number.NaN, 6]), reason: 'noNeighbours' },
    { name: 'counts of nought', input: aSeries([0, 0, 0], { chart: 'c' }), reason: 'allEqual' },
    { name: 'all of everything', input: aSeries([7, 9], { chart: 'p', denominators: [7, 9] }), reason: 'allEqual' },
    {
      name: 'one ratio',
      input: aSeries([1, 3, 2], { chart: 'uPrime', denominators: [10, 30, 20] }),
      reason: 'allEqual',
    },
    { name: 'one time', input: aSeries([4, 4, 4], { chart: 't' }), reason: 'allEqual' },
  ]
  test.each(without)('$name: $reason', ({ input, reason }) => {
    const analysis = analyse(input)
    expect(analysis.phases[0]!.noLimits).toBe(reason)
    expect(analysis.lower.every(Number.isNaN)).toBe(true)
    expect(analysis.upper.every(Number.isNaN)).toBe(true)
  })

  test('the centre of equal values is still drawn', () => {
    expect([...analyse(aSeries([5, 5, 5])).centre]).toEqual([5, 5, 5])
  })
})

test('every chart type is found by its id and says when to use it', () => {
  for (const type of [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES]) {
    expect(chartType(type.id)).toBe(type)
    expect(type.useWhen).toMatch(/\.$/)
  }
  expect(() => chartType('pareto' as ChartTypeId)).toThrow(SpcInputError)
})
