import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeries, steadyValues } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import { RULE_SETS, ruleSet } from '../rules/ruleSets.ts'
import { type Chances, chances, expectedFalseSignals, LENGTHS, simulateChances } from './chance.ts'
import { normalNumbers } from './normalNumbers.ts'
import { pointsUntilFinal, pointsUntilFound } from './outlook.ts'
import { CHANCES } from './table.ts'

/** A sample lies farther from the table than so many standard errors of both once in a few thousand times; seeds are fixed. */
const ERRORS_APART = 4

/** Enough to find a table that belongs to other rules. */
const SAMPLE = { share: 4_000, waits: 150 }
const OTHER_SEED = 7

const NUMBERS: readonly (keyof Chances)[] = ['falseSignal', 'steady', 'oneSigma', 'twoSigma']

describe('the table', () => {
  const lines = CHANCES.filter(({ points }) => points === LENGTHS[1])
  test.each(lines)('$ruleSet, $chart, $points points: a sample simulated anew agrees with it', (line) => {
    const situation = { ruleSet: ruleSet(line.ruleSet), chart: line.chart, points: line.points }
    const sample = simulateChances(situation, SAMPLE, OTHER_SEED)
    for (const name of NUMBERS) {
      const apart = Math.abs(sample[name].is - line[name].is)
      // A share of nought in the sample has an error of nought too: one series counts as its error.
      const error = Math.hypot(sample[name].error, line[name].error, 1 / SAMPLE.share)
      expect(apart / error, name).toBeLessThan(ERRORS_APART)
    }
  })

  test('has every length of the rule sets that it has, in the version of today', () => {
    for (const { ruleSet: id, version } of CHANCES) expect(version).toBe(ruleSet(id).version)
    for (const id of new Set(CHANCES.map((line) => line.ruleSet))) {
      expect(CHANCES.filter((line) => line.ruleSet === id)).toHaveLength(2 * LENGTHS.length)
    }
  })

  test('a change that is larger is found sooner, and a false signal is rarer than either', () => {
    for (const { steady, oneSigma, twoSigma } of CHANCES) {
      expect(twoSigma.is).toBeLessThan(oneSigma.is)
      expect(oneSigma.is).toBeLessThan(steady.is)
    }
  })
})

describe('chances of a chart', () => {
  test('lie between those of the lengths beside its own, and stay beyond the last', () => {
    const [short, middle, long] = [24, 30, 36].map((points) => chances('xmr', points, 'nhs').falseSignal.is)
    expect(middle).toBeCloseTo((short! + long!) / 2, 12)
    expect(chances('p', 500, 'nhs')).toEqual(chances('xmr', 60, 'nhs'))
    expect(chances('c', 3, 'nhs')).toEqual(chances('xmr', 13, 'nhs'))
  })

  test.each([1, 0, 2.5, Number.NaN])('%d points are refused', (points) => {
    expect(() => chances('xmr', points, 'nhs')).toThrow(/give 2 or more/)
  })

  test('of a hundred charts of three years about two have a false signal at their latest point', () => {
    const hundred = Array.from({ length: 100 }, () => ({ chart: 'xmr', points: 36, ruleSet: 'nhs' }) as const)
    expect(expectedFalseSignals(hundred).is).toBeCloseTo(100 * chances('xmr', 36, 'nhs').falseSignal.is, 9)
    expect(expectedFalseSignals(hundred).is).toBeGreaterThan(1)
    expect(expectedFalseSignals(hundred).is).toBeLessThan(4)
    expect(expectedFalseSignals([])).toEqual({ is: 0, error: 0 })
  })
})

test('random numbers are normal, and the same for the same seed', () => {
  const [random, again] = [normalNumbers(1), normalNumbers(1)]
  const numbers = Array.from({ length: 20_000 }, random)
  expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, again))
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const variance = numbers.reduce((sum, number) => sum + number ** 2, 0) / numbers.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(variance - 1)).toBeLessThan(0.04)
  expect(numbers.filter((number) => Math.abs(number) > 1.96).length / numbers.length).toBeCloseTo(0.05, 2)
})

describe('until limits are final', () => {
  test.each([
    [4, 9],
    [13, 0],
    [30, 0],
  ])('with %i points %i more are needed', (points, more) => {
    expect(pointsUntilFinal(analyse(aSeries(steadyValues(points))))).toBe(more)
  })

  test('the latest phase counts, and a baseline may ask for more', () => {
    const analysis = analyse(aSeries(steadyValues(30), { phases: [{ start: 25 }] }))
    expect(pointsUntilFinal(analysis)).toBe(8)
    expect(pointsUntilFinal(analysis, 20)).toBe(15)
  })
})

describe('until a small change could be found', () => {
  const ending = (...last: number[]) => analyse(aSeries([...steadyValues(20), 50, ...last]))
  test.each([
    ['nothing on that side before', ending(49), 'high', 7],
    ['two points on that side already', ending(51, 51), 'high', 5],
    ['the other side', ending(51, 51), 'low', 7],
    ['a run chart by Anhøj’s rules', analyse(aSeries([1, 3, 2], { chart: 'run', ruleSet: 'anhoej' })), 'low', 7],
  ] as const)('%s: %s', (_, analysis, side, points) => {
    expect(pointsUntilFound(analysis, side)).toBe(points)
  })

  test('adding as many points as that does find it, and one fewer does not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 1), { maxLength: 12 }), fc.constantFrom('high', 'low'), (last, side) => {
        const method = { centre: 50 }
        const phases = [{ start: 0, baseline: 20 }]
        const values = [...steadyValues(20), ...last.map((by) => 50 + by)]
        const before = analyse(aSeries(values, { method, phases }))
        const needed = pointsUntilFound(before, side)!
        const after = (count: number) =>
          analyse(aSeries([...values, ...new Array<number>(count).fill(side === 'high' ? 51 : 49)], { method, phases }))
        expect(after(needed).variation).not.toBe('commonCause')
        if (needed > 1) expect(after(needed - 1).variation).toBe('commonCause')
      }),
    )
  })
})

test('every rule set that the library has can be asked for its chances', () => {
  for (const { id } of RULE_SETS) {
    const { falseSignal } = chances('xmr', 24, id)
    expect(falseSignal.is).toBeGreaterThanOrEqual(0)
    expect(falseSignal.is).toBeLessThan(0.3)
  }
})
