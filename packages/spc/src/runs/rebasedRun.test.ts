import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aWording } from '../../test/aSeries.ts'
import { reading } from '../reading.ts'
import { signals } from '../signals.ts'
import { rebasedMedians } from './rebasedMedian.ts'
import { rebasedRun } from './rebasedRun.ts'

const SERIES = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  {
    minLength: 20,
    maxLength: 80,
    size: 'max',
  },
)

test('the centre line is the median that holds at each point', () => {
  fc.assert(
    fc.property(SERIES, fc.constantFrom(1, 100), (numerators, multiplier) => {
      const { analysis, medians } = rebasedRun({ numerators, direction: 'higher', multiplier })
      const { centre } = rebasedMedians(analysis.values)
      fc.pre(medians.length > 0)
      for (const [i, line] of analysis.centre.entries()) expect(line).toBeCloseTo(centre[i]!, 9)
      expect(analysis.phases).toHaveLength(medians.length)
    }),
  )
})

test('a median made of the values off the old one is not the median of the phase', () => {
  // The fourth of the run lies on the old median of 5 and does not count.
  const numerators = [4, 6, 4, 6, 8, 9, 7, 5, 7]
  const { analysis } = rebasedRun({ numerators, direction: 'higher' }, { medianRows: 4, runLength: 4 })
  expect([...analysis.centre]).toEqual([5, 5, 5, 5, 7.5, 7.5, 7.5, 7.5, 7.5])
})

test('an excluded point makes no run', () => {
  const numerators = [4, 6, 4, 6, 8, 9, 7]
  const options = { medianRows: 4, runLength: 3 }
  expect(rebasedRun({ numerators, direction: 'higher' }, options).medians).toHaveLength(2)
  expect(rebasedRun({ numerators, direction: 'higher', excluded: [5] }, options).medians).toHaveLength(1)
})

test('too few values: a plain run chart, and how many are to come', () => {
  const { analysis, medians, valuesToCome } = rebasedRun({ numerators: [1, 2, 3], direction: 'higher' })
  expect({ medians, valuesToCome, centre: [...analysis.centre] }).toEqual({
    medians: [],
    valuesToCome: 10,
    centre: [2, 2, 2],
  })
})

test('it reads as any run chart', () => {
  const steady = [4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4]
  const { analysis } = rebasedRun({ numerators: [...steady, 8, 9, 8, 9, 8, 9, 8, 9, 8], direction: 'higher' })
  expect(analysis.phases.map(({ start }) => start)).toEqual([0, 13])
  expect(reading(analysis, signals(analysis), aWording).rest).toContain('is part of no shift and no trend')
})
