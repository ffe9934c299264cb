import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Aggregation, aggregate, type Row } from './aggregate.ts'

const MISSING = Number.NaN
const rows: readonly Row[] = [
  { x: '2026-02', numerator: 4 },
  { x: '2026-01', numerator: 1 },
  { x: '2026-01', numerator: 2 },
  { x: '2026-01', numerator: 6 },
  { x: '2026-03', numerator: MISSING },
  { x: '2026-02', numerator: MISSING },
]

describe('rows of one x are one point, in order of x', () => {
  test.each<[Aggregation, number[]]>([
    ['mean', [3, 4, MISSING]],
    ['median', [2, 4, MISSING]],
    ['sum', [9, 4, MISSING]],
    ['deviation', [Math.sqrt(7), MISSING, MISSING]],
  ])('%s', (how, numerators) => {
    const { x, sizes, ...figures } = aggregate(rows, how)
    expect(x).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(sizes).toEqual([3, 1, 0])
    expect(figures).toEqual({ numerators: Float64Array.from(numerators) })
  })

  test('numerators and denominators add up, each row only where it has both', () => {
    const { numerators, denominators } = aggregate([
      { x: 2, numerator: 1, denominator: 10 },
      { x: 2, numerator: 3, denominator: 20 },
      { x: 2, numerator: 5, denominator: MISSING },
      { x: 10, numerator: MISSING, denominator: 7 },
    ])
    expect(numerators).toEqual(Float64Array.of(4, MISSING))
    expect(denominators).toEqual(Float64Array.of(30, MISSING))
  })

  test('some rows without any denominator are refused', () => {
    const mixed = [
      { x: 1, numerator: 1, denominator: 2 },
      { x: 2, numerator: 1 },
    ]
    expect(() => aggregate(mixed)).toThrow('1 of 2 rows have a denominator: give all one, NaN where it is missing')
  })

  test('one row of each x stays as it is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), (all) => {
        const inOrder = all.toSorted((a, b) => a - b)
        const { x, numerators } = aggregate(all.map((each) => ({ x: each, numerator: each })))
        expect(x).toEqual(inOrder)
        expect([...numerators]).toEqual(inOrder)
      }),
    )
  })
})
