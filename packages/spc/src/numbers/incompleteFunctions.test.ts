import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialBetween, poissonBetween } from './betweenCounts.ts'
import { betaQuantile, betaTails } from './incompleteBeta.ts'
import { gammaQuantile, gammaTails } from './incompleteGamma.ts'
import { deviance, stirlingError } from './stirling.ts'

const SHAPE = fc.double({ min: 0.05, max: 50_000, noNaN: true })
const TAIL = fc.double({ min: 1e-6, max: 0.4999, noNaN: true })

test.each([
  // ln 10! and ln √π ÷ 2 less what Stirling's formula gives.
  [10, 15.104412573075516 - 10.5 * Math.log(10) + 10 - Math.log(2 * Math.PI) / 2],
  [0.5, Math.log(Math.sqrt(Math.PI) / 2) - Math.log(0.5) + 0.5 - Math.log(2 * Math.PI) / 2],
])('what Stirling’s formula leaves at %s', (x, left) => {
  expect(stirlingError(x)).toBeCloseTo(left, 14)
})

test('the deviance near the mean keeps its digits', () => {
  // x ln(x ÷ m) + m − x = d² ÷ 2m − d³ ÷ 6m² + …
  expect(deviance(1e8 + 1, 1e8) / 5e-9).toBeCloseTo(1 - 1e-8 / 3, 14)
  expect(deviance(0, 7)).toBe(7)
})

/** Worked out with forty digits. */
test.each([
  ['0.3, 16%', 0.3, 0.16, 'lower', 0.0015523369371453065],
  ['4,000, 2.5%', 4000, 0.025, 'lower', 3876.9908482724904],
  ['27,396, 99.9%', 27_396, 0.001, 'upper', 27910.33827902929],
  ['a million, 99.9%', 1e6, 0.001, 'upper', 1003093.0823698547],
] as const)('quantile of the gamma distribution with shape %s', (_, shape, tail, side, printed) => {
  expect(gammaQuantile(shape, tail, side) / printed).toBeCloseTo(1, 13)
})

/** Clopper and Pearson's own limits, and closed forms: I(1, b) is 1 − (1 − x)^b. */
test.each([
  ['1 of 10, lower', betaQuantile(1, 10, 0.025), 0.0025285785444617848],
  ['1 of 10, upper', betaQuantile(2, 9, 0.025, 'upper'), 0.4450161170281954],
  ['0 of 40, upper', betaQuantile(1, 40, 0.001, 'upper'), 1 - 0.001 ** (1 / 40)],
  ['30 of 30, lower', betaQuantile(30, 1, 0.025), 0.025 ** (1 / 30)],
  ['half of the uniform', betaQuantile(1, 1, 0.3), 0.3],
])('limit of a proportion: %s', (_, found, printed) => {
  expect(found / printed).toBeCloseTo(1, 13)
})

test('gamma quantiles have the tail that they were asked for', () => {
  fc.assert(
    fc.property(SHAPE, TAIL, (shape, tail) => {
      const lower = gammaTails(shape, gammaQuantile(shape, tail)).below
      const upper = gammaTails(shape, gammaQuantile(shape, tail, 'upper')).above
      expect(lower / tail).toBeCloseTo(1, 9)
      expect(upper / tail).toBeCloseTo(1, 9)
    }),
  )
})

test('beta quantiles have the tail that they were asked for', () => {
  fc.assert(
    fc.property(SHAPE, SHAPE, TAIL, (a, b, tail) => {
      const x = betaQuantile(a, b, tail)
      fc.pre(x > 1e-12 && x < 1 - 1e-6)
      expect(betaTails(a, b, x).below / tail).toBeCloseTo(1, 8)
      expect(betaQuantile(b, a, tail, 'upper')).toBeCloseTo(1 - x, 12)
    }),
  )
})

test('the two tails are one, and nothing lies beyond the ends', () => {
  fc.assert(
    fc.property(SHAPE, SHAPE, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
      const { below, above } = betaTails(a, b, x)
      expect(below + above).toBe(1)
      expect(below).toBeGreaterThanOrEqual(0)
      expect(above).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(gammaTails(3, 0)).toEqual({ below: 0, above: 1 })
  expect(betaTails(3, 2, 1)).toEqual({ below: 1, above: 0 })
})

test('limits between counts are the counts themselves where the tail is that of a count', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (tries, chance) => {
      const chances = [(1 - chance) ** tries]
      for (let k = 0; k < tries; k++) chances.push(chances[k]! * ((tries - k) / (k + 1)) * (chance / (1 - chance)))
      let below = 0
      for (const [count, share] of chances.entries()) {
        below += share
        if (below > 1e-6 && below < 0.49) expect(binomialBetween(tries, chance, below).lower).toBeCloseTo(count, 7)
        const above = 1 - below + share
        if (above > 1e-6 && above < 0.49) expect(binomialBetween(tries, chance, above).upper).toBeCloseTo(count, 6)
      }
    }),
  )
})

test('the same of events', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 300, noNaN: true }), (mean) => {
      let share = Math.exp(-mean)
      let below = 0
      for (let count = 0; count < mean + 10; count++) {
        below += share
        if (below > 1e-6 && below < 0.49) expect(poissonBetween(mean, below).lower).toBeCloseTo(count, 6)
        const above = 1 - below + share
        if (above > 1e-6 && above < 0.49) expect(poissonBetween(mean, above).upper).toBeCloseTo(count, 5)
        share *= mean / (count + 1)
      }
    }),
  )
})

test('nothing can be too few or too many where it is likely enough', () => {
  expect(poissonBetween(0.5, 0.025).lower).toBe(0)
  expect(poissonBetween(0, 0.025)).toEqual({ lower: 0, upper: 0 })
  expect(binomialBetween(3, 0.5, 0.025)).toEqual({ lower: 0, upper: 3 })
  expect(binomialBetween(7, 0, 0.025)).toEqual({ lower: 0, upper: 0 })
  expect(binomialBetween(7, 1, 0.025)).toEqual({ lower: 7, upper: 7 })
})
