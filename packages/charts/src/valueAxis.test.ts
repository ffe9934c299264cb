import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchAxis, valueAxis } from './valueAxis.ts'

const cases = [
  {
    name: 'a little air, ends on a fifth of a step',
    figures: [10.4, 33],
    low: 8,
    high: 36,
    steps: [10, 15, 20, 25, 30, 35],
  },
  { name: 'does not go below 0 for air alone', figures: [0, 6.5], low: 0, high: 7.2, steps: [0, 1, 2, 3, 4, 5, 6, 7] },
  {
    name: 'ends at the ceiling',
    figures: [82, 99],
    bounds: { floor: 0, ceiling: 100 },
    low: 80,
    high: 100,
    steps: [80, 85, 90, 95, 100],
  },
  {
    name: 'ends at the floor',
    figures: [1.4, 9],
    bounds: { floor: 1, ceiling: Number.POSITIVE_INFINITY },
    low: 1,
    high: 10,
    steps: [2, 4, 6, 8, 10],
  },
  {
    name: 'a count does not go below 0 for its largest outlier',
    figures: [0, 2, 4000],
    bounds: { floor: 0, ceiling: Number.POSITIVE_INFINITY },
    low: 0,
    high: 4400,
    steps: [0, 1000, 2000, 3000, 4000],
  },
  { name: 'none', figures: [], low: 0, high: 44, steps: [0, 10, 20, 30, 40] },
  { name: 'only nought', figures: [0, 0], low: 0, high: 5.6, steps: [0, 1, 2, 3, 4, 5] },
]

for (const { name, figures, bounds, low, high, steps } of cases) {
  test(`value axis: ${name}`, () => {
    const axis = valueAxis(figures, 5, bounds)
    expect({ low: axis.low, high: axis.high }).toEqual({ low, high })
    if (steps.length <= 6) expect(axis.steps).toEqual(steps)
    else expect(axis.steps.length).toBeLessThanOrEqual(6)
  })
}

test('every figure is on the axis, with few round steps and as few decimals as tell them apart', () => {
  const figures = fc.array(
    fc.integer({ min: -1e7, max: 1e7 }).map((thousandths) => thousandths / 1000),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(figures, (list) => {
      const axis = valueAxis(list, 5)
      expect(axis.low).toBeLessThanOrEqual(Math.min(...list))
      expect(axis.high).toBeGreaterThanOrEqual(Math.max(...list))
      expect(axis.steps.length).toBeGreaterThanOrEqual(2)
      expect(axis.steps.length).toBeLessThanOrEqual(7)
      const written = axis.steps.map((step) => step.toFixed(axis.decimals))
      expect(new Set(written).size).toBe(written.length)
    }),
  )
})

test('a stretched axis keeps its steps and goes on with them', () => {
  const axis = valueAxis([10.4, 33], 5)
  expect(stretchAxis(axis, 8, 41, 5)).toMatchObject({ low: 8, high: 41, steps: [10, 15, 20, 25, 30, 35, 40] })
  expect(stretchAxis(axis, 9, 35, 5)).toBe(axis)
})

test('beyond its bounds a stretched axis has room and no step', () => {
  const percentage = { floor: 0, ceiling: 100 }
  const axis = valueAxis([4, 97], 5, percentage)
  expect(axis).toMatchObject({ low: 0, high: 100, steps: [0, 20, 40, 60, 80, 100] })
  expect(stretchAxis(axis, -22, 125, 5, percentage)).toMatchObject({ low: -22, high: 125, steps: axis.steps })
})
