import { describe, expect, test } from 'vitest'
import { seededSeries } from '../../test/seededSeries.ts'
import { dispersionOf, isOverDispersed, isUnderDispersed } from './dispersion.ts'
import { type AdviceInput, examine } from './examined.ts'

const of = (input: AdviceInput) => dispersionOf(examine(input))
const counts = (numerators: readonly number[]): AdviceInput => ({
  chart: 'c',
  kind: 'count',
  direction: 'lower',
  numerators,
})

describe('worked by hand', () => {
  test('counts about 10: χ² is the sum of squared distances ÷ 10, sigma z the mean range ÷ √10 ÷ 1.128', () => {
    const { chiSquare, degrees, sigmaZ, expected } = of(counts([8, 12, 10, 9, 11, 14, 6, 10, 7, 13]))!
    expect(chiSquare).toBeCloseTo(60 / 10, 12)
    expect(degrees).toBe(9)
    expect(sigmaZ).toBeCloseTo(33 / 9 / Math.sqrt(10) / 1.128, 12)
    expect(expected).toBe(10)
  })

  test('the chance of a χ² is that of its curve: 21.666 with 9 degrees is the place of one in a hundred', () => {
    const far = Math.sqrt(2166.6 / 2)
    const { chiSquare, chanceOfMore } = of(counts([100 + far, 100 - far, 100, 100, 100, 100, 100, 100, 100, 100]))!
    expect(chiSquare).toBeCloseTo(21.666, 10)
    expect(chanceOfMore).toBeCloseTo(0.01, 5)
  })
})

describe('where counts are small', () => {
  test('chances and limits come from a simulation that is the same each time', () => {
    const few = seededSeries(31).counts(30, 1.5)
    expect(of(few)).toEqual(of(few))
    const { sigmaZLimits, chanceOfMore, chanceOfLess } = of(few)!
    expect(sigmaZLimits.lower).toBeLessThan(1)
    expect(sigmaZLimits.upper).toBeGreaterThan(1)
    expect(chanceOfMore + chanceOfLess).toBeGreaterThanOrEqual(1)
  })

  test('they agree with the curves where both hold', () => {
    const [below, above] = [4.99, 5.01].map((mean) => {
      const numerators = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? mean + 2.6 : mean - 2.6))
      return of(counts(numerators))!
    })
    expect(Math.abs(below!.chanceOfMore - above!.chanceOfMore)).toBeLessThan(0.03)
    expect(Math.abs(below!.sigmaZLimits.upper - above!.sigmaZLimits.upper)).toBeLessThan(0.1)
  })
})

test.each([
  ['counts of 3', (seed: number) => seededSeries(seed).counts(30, 3)],
  ['counts of 30', (seed: number) => seededSeries(seed).counts(30, 30)],
  ['shares of few', (seed: number) => seededSeries(seed).proportions(30, 0.7, [5, 12])],
  ['shares of many', (seed: number) => seededSeries(seed).proportions(30, 0.7, [100, 300])],
])('%s by counting alone are called too wide or too narrow in fewer than 2 of 100 series', (_, make) => {
  const SERIES = 200
  const called = Array.from({ length: SERIES }, (_value, seed) => of(make(1000 + seed))!).filter(
    (one) => isOverDispersed(one) || isUnderDispersed(one),
  )
  expect(called.length / SERIES).toBeLessThan(0.02)
})

test.each<[string, AdviceInput]>([
  ['values that are not counted', { ...counts(Array(20).fill(3)), kind: 'value' }],
  ['nine points', counts(Array(9).fill(3))],
  ['nothing ever counted', counts(Array(20).fill(0))],
  ['all of everything', { ...counts(Array(20).fill(7)), kind: 'proportion', denominators: Array(20).fill(7) }],
  ['a count below nought', counts([-1, ...Array(20).fill(5)])],
])('%s: nothing is said of their spread', (_, input) => {
  expect(of(input)).toBeNull()
})
