import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RebasingOptions, rebasedMedians } from './rebasedMedian.ts'

const SHORT: RebasingOptions = { medianRows: 4, runLength: 3 }
const FIRST = [4, 6, 4, 6]

const cases: readonly { name: string; values: number[]; options?: RebasingOptions; medians: number[] }[] = [
  { name: 'a run above gives a new median', values: [...FIRST, 8, 9, 7], medians: [5, 8] },
  { name: 'two in a row do not', values: [...FIRST, 8, 9, 4, 8], medians: [5] },
  { name: 'the search goes on after the run', values: [...FIRST, 8, 9, 7, 1, 2, 3], medians: [5, 8, 2] },
  { name: 'a run of the first values does not count', values: [...FIRST, 8, 9, 4], medians: [5] },
  { name: 'a value on the median is passed over', values: [...FIRST, 8, 5, 9, 7], medians: [5, 8] },
  {
    name: 'or ends the run',
    values: [...FIRST, 8, 5, 9, 7],
    options: { ...SHORT, onMedian: 'endsRun' },
    medians: [5],
  },
  {
    name: 'it may count towards the new median',
    values: [...FIRST, 8, 5, 9, 7],
    options: { ...SHORT, newMedianOf: 'allWithin' },
    medians: [5, 7.5],
  },
  { name: 'a missing value is passed over', values: [...FIRST, 8, Number.NaN, 9, 7], medians: [5, 8] },
  {
    name: 'only runs below, when asked',
    values: [...FIRST, 8, 9, 7, 1, 2, 3],
    options: { ...SHORT, direction: 'below' },
    medians: [5, 2],
  },
  { name: 'all values on the median', values: Array(20).fill(5), medians: [5] },
  { name: 'no values', values: [], medians: [] },
]

describe('medians', () => {
  test.each(cases)('$name', ({ values, options, medians }) => {
    expect(rebasedMedians(values, options ?? SHORT).medians.map(({ median }) => median)).toEqual(medians)
  })

  test('hold from their run’s first value to the next', () => {
    const { medians, centre } = rebasedMedians([...FIRST, 5, 8, 9, 7, 6], SHORT)
    expect(medians).toEqual([
      { kind: 'baseline', median: 5, from: 0, to: 3, end: 5, side: null },
      { kind: 'sustained', median: 8, from: 5, to: 7, end: 9, side: 'high' },
    ])
    expect([...centre]).toEqual([5, 5, 5, 5, 5, 8, 8, 8, 8])
  })

  test('too few values: it says how many are still to come', () => {
    expect(rebasedMedians([1, 2, Number.NaN, 3])).toMatchObject({ medians: [], valuesToCome: 10 })
  })

  test.each([
    [[1, Number.POSITIVE_INFINITY], {}, 'Value 2 is not a finite number'],
    [[1], { medianRows: 0 }, 'A first median of 0 values: give a whole number above 0'],
    [[1], { runLength: 2.5 }, 'A run of 2.5 values: give a whole number above 0'],
  ])('%j with %j is refused', (values, options, message) => {
    expect(() => rebasedMedians(values, options)).toThrow(message)
  })
})

const SERIES = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 80, size: 'max' })

test('medians move with the values, and change sides with them', () => {
  fc.assert(
    fc.property(SERIES, (values) => {
      const here = rebasedMedians(values)
      const raised = rebasedMedians(values.map((value) => value + 100))
      const turned = rebasedMedians(values.map((value) => -value))
      expect(raised.medians.map(({ median }) => median - 100)).toEqual(here.medians.map(({ median }) => median))
      expect(turned.medians.map(({ from, to }) => [from, to])).toEqual(here.medians.map(({ from, to }) => [from, to]))
    }),
  )
})

test('medians cover the series without gap or overlap, and no later value changes an earlier one', () => {
  fc.assert(
    fc.property(SERIES, fc.nat(40), (values, more) => {
      const { medians, centre } = rebasedMedians(values)
      expect(centre.every(Number.isFinite)).toBe(true)
      expect(medians.at(-1)!.end).toBe(values.length)
      for (const [i, { end }] of medians.slice(0, -1).entries()) expect(medians[i + 1]!.from).toBe(end)
      const longer = rebasedMedians([...values, ...Array<number>(more).fill(20)])
      expect(longer.medians.slice(0, medians.length - 1)).toEqual(medians.slice(0, -1))
    }),
  )
})
