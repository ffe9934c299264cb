import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialLimits, geometricLimits, poissonLimits } from './counts.ts'
import { chiSquareQuantile } from './gamma.ts'
import { normalBelow, normalQuantile } from './normal.ts'
import { rangeBelow, rangeQuantile } from './range.ts'

test.each([
  ['normal, 97.5%', normalQuantile(0.975), 1.959963984540054],
  ['normal, 0.1%', normalQuantile(0.001), -3.090232306167813],
  ['χ² with 10 degrees, 95%', chiSquareQuantile(0.95, 10), 18.307038053275146],
  ['χ² with 1 degree, 5%', chiSquareQuantile(0.05, 1), 0.00393214000001952],
  ['χ² with 100 degrees, 99%', chiSquareQuantile(0.99, 100), 135.8067231710267],
  ['range of 3, 95%', rangeQuantile(0.95, 3), 3.314493155],
  ['range of 10, 95%', rangeQuantile(0.95, 10), 4.474124222],
])('%s, as in tables', (_, found, printed) => {
  expect(found).toBeCloseTo(printed, 8)
})

test('normal shares and quantiles undo each other, far into the tails', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (x) => {
      expect(normalQuantile(normalBelow(x))).toBeCloseTo(x, 8)
    }),
  )
})

test('the share of ranges below is a share, and rises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0, max: 9, noNaN: true }), (size, width) => {
      const share = rangeBelow(width, size)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(rangeBelow(width + 0.1, size)).toBeGreaterThanOrEqual(share - 1e-12)
    }),
  )
})

test('binomial limits are those of the sum of all chances', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.constantFrom(0.001, 0.00135, 0.025, 0.05),
      (tries, chance, tail) => {
        const chances = [(1 - chance) ** tries]
        for (let k = 0; k < tries; k++) chances.push(chances[k]! * ((tries - k) / (k + 1)) * (chance / (1 - chance)))
        expectTails(binomialLimits(tries, chance, tail), chances, tail)
      },
    ),
  )
})

test('Poisson limits are those of the sum of all chances', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 40, noNaN: true }), fc.constantFrom(0.001, 0.025), (mean, tail) => {
      const chances = [Math.exp(-mean)]
      for (let k = 0; k < 200; k++) chances.push((chances[k]! * mean) / (k + 1))
      expectTails(poissonLimits(mean, tail), chances, tail)
    }),
  )
})

test('geometric limits are those of the sum of all chances', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.constantFrom(0.001, 0.025), (chance, tail) => {
      const chances = Array.from({ length: 800 }, (_, k) => chance * (1 - chance) ** k)
      expectTails(geometricLimits(chance, tail), chances, tail)
    }),
  )
})

/** Neither count may be decided by the last bits of the sum. */
function expectTails({ lower, upper }: { lower: number; upper: number }, chances: readonly number[], tail: number) {
  const below = (count: number) => chances.slice(0, count + 1).reduce((sum, chance) => sum + chance, 0)
  const above = (count: number) => chances.slice(count + 1).reduceRight((sum, chance) => sum + chance, 0)
  const hair = 1e-9
  expect(below(lower)).toBeGreaterThan(tail * (1 - hair))
  if (lower > 0) expect(below(lower - 1)).toBeLessThan(tail * (1 + hair))
  expect(above(upper)).toBeLessThan(tail * (1 + hair))
  if (upper > 0) expect(above(upper - 1)).toBeGreaterThan(tail * (1 - hair))
}

test('certain and impossible events', () => {
  expect(binomialLimits(7, 0, 0.01)).toEqual({ lower: 0, upper: 0 })
  expect(binomialLimits(7, 1, 0.01)).toEqual({ lower: 7, upper: 7 })
  expect(poissonLimits(0, 0.01)).toEqual({ lower: 0, upper: 0 })
  expect(geometricLimits(1, 0.01)).toEqual({ lower: 0, upper: 0 })
})

test('large counts keep their digits', () => {
  const { lower, upper } = poissonLimits(1e6, 0.00135)
  expect(lower).toBeCloseTo(1e6 - 3000, -1)
  expect(upper).toBeCloseTo(1e6 + 3000, -1)
})
