import { expect, test } from 'vitest'
import { limitFactors } from './limitFactors.ts'

/** As printed: Montgomery, Introduction to Statistical Quality Control, appendix VI. */
const PRINTED = [
  {
    n: 2,
    A: 2.121,
    A2: 1.88,
    A3: 2.659,
    c4: 0.7979,
    B3: 0,
    B4: 3.267,
    B5: 0,
    B6: 2.606,
    d2: 1.128,
    d3: 0.853,
    D1: 0,
    D2: 3.686,
    D3: 0,
    D4: 3.267,
  },
  {
    n: 3,
    A: 1.732,
    A2: 1.023,
    A3: 1.954,
    c4: 0.8862,
    B3: 0,
    B4: 2.568,
    B5: 0,
    B6: 2.276,
    d2: 1.693,
    d3: 0.888,
    D1: 0,
    D2: 4.358,
    D3: 0,
    D4: 2.574,
  },
  {
    n: 5,
    A: 1.342,
    A2: 0.577,
    A3: 1.427,
    c4: 0.94,
    B3: 0,
    B4: 2.089,
    B5: 0,
    B6: 1.964,
    d2: 2.326,
    d3: 0.864,
    D1: 0,
    D2: 4.918,
    D3: 0,
    D4: 2.114,
  },
  {
    n: 7,
    A: 1.134,
    A2: 0.419,
    A3: 1.182,
    c4: 0.9594,
    B3: 0.118,
    B4: 1.882,
    B5: 0.113,
    B6: 1.806,
    d2: 2.704,
    d3: 0.833,
    D1: 0.204,
    D2: 5.204,
    D3: 0.076,
    D4: 1.924,
  },
  {
    n: 10,
    A: 0.949,
    A2: 0.308,
    A3: 0.975,
    c4: 0.9727,
    B3: 0.284,
    B4: 1.716,
    B5: 0.276,
    B6: 1.669,
    d2: 3.078,
    d3: 0.797,
    D1: 0.687,
    D2: 5.469,
    D3: 0.223,
    D4: 1.777,
  },
  {
    n: 25,
    A: 0.6,
    A2: 0.153,
    A3: 0.606,
    c4: 0.9896,
    B3: 0.565,
    B4: 1.435,
    B5: 0.559,
    B6: 1.42,
    d2: 3.931,
    d3: 0.708,
    D1: 1.806,
    D2: 6.056,
    D3: 0.459,
    D4: 1.541,
  },
]

test.each(PRINTED)('factors of samples of $n are those of the table', ({ n, ...printed }) => {
  const exact = limitFactors(n)
  for (const [name, factor] of Object.entries(printed)) {
    // The table rounds what it rounded before.
    expect(Math.abs(exact[name as keyof typeof exact] - factor), name).toBeLessThan(0.0011)
  }
})

test('d2 and d3 are exact where they are known in closed form', () => {
  expect(Math.abs(limitFactors(2).d2 - 2 / Math.sqrt(Math.PI))).toBeLessThan(1e-12)
  expect(Math.abs(limitFactors(2).d3 - Math.sqrt(2 - 4 / Math.PI))).toBeLessThan(1e-12)
  expect(Math.abs(limitFactors(3).d2 - 3 / Math.sqrt(Math.PI))).toBeLessThan(1e-12)
})

test('d2 and d3 have the digits of Harter’s tables', () => {
  expect(limitFactors(10).d2).toBeCloseTo(3.07750546, 8)
  expect(limitFactors(10).d3).toBeCloseTo(0.79705067, 8)
  expect(limitFactors(100).d2).toBeCloseTo(5.01518727, 8)
})

test('fewer than two values have no spread, and so no factor', () => {
  expect(Object.values(limitFactors(1)).every(Number.isNaN)).toBe(true)
})
