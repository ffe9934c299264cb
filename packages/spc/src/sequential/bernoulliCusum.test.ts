import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bernoulliCusum, type CusumSide } from './bernoulliCusum.ts'

/** Evidence after the last case: none where it was a signal. */
const lastSum = ({ sums, signals }: CusumSide) => (signals.at(-1) ? 0 : sums.at(-1))

const CASES = fc.array(fc.constantFrom<number>(0, 0, 0, 1), { minLength: 1, maxLength: 200 })

describe('Bernoulli CUSUM', () => {
  test('scores are log likelihood ratios of odds doubled and halved', () => {
    const { higher, lower, up, down } = bernoulliCusum([1, 0], { target: 0.2 })
    expect(higher).toBeCloseTo(1 / 3, 12)
    expect(lower).toBeCloseTo(1 / 9, 12)
    expect([...up.scores]).toEqual([Math.log(higher / 0.2), Math.log((1 - higher) / 0.8)])
    expect([...down.scores]).toEqual([Math.log(lower / 0.2), Math.log((1 - lower) / 0.8)])
  })

  test('a sum that reaches the limit is a signal, and the next begins at 0', () => {
    const { up } = bernoulliCusum([1, 1, 1, 0, 1], { target: 0.5, oddsRatio: 3, limit: 2 * Math.log(1.5) })
    const event = Math.log(1.5)
    expect(up.signals).toEqual([false, true, false, false, false])
    expect([...up.sums]).toEqual([event, 2 * event, event, 0, event])
  })

  test.each([
    ['a share', 0.1, 0.1],
    ['the mean of the first four', 4, 0.5],
    ['the mean of all', undefined, 0.25],
    ['the mean of all, when more are asked for than there are', 20, 0.25],
  ])('the target is %s', (_, target, share) => {
    const made = bernoulliCusum([1, 0, 1, 0, 0, 0, 0, 0], target === undefined ? {} : { target })
    expect(made.target).toBeCloseTo(share, 12)
  })

  test.each([
    [[0, 2], {}, 'Case 2 is 2: give 1 for an event, 0 for none'],
    [[0, 0], {}, 'The target is 0: give a share strictly between 0 and 1'],
    [[], {}, 'The target is NaN: give a share strictly between 0 and 1'],
    [[0, 1], { target: 1 }, 'The target is 1: give a share strictly between 0 and 1'],
    [[0, 1], { oddsRatio: 1 }, 'The odds ratio is 1: give one above 1'],
    [[0, 1], { limit: 0 }, 'The limit is 0: give one above 0'],
  ])('%j with %j is refused', (cases, options, message) => {
    expect(() => bernoulliCusum(cases, options)).toThrow(message)
  })

  test('a missing case changes no sum', () => {
    fc.assert(
      fc.property(CASES, fc.nat(200), (cases, place) => {
        const at = Math.min(place, cases.length)
        const without = bernoulliCusum(cases, { target: 0.2 })
        const made = bernoulliCusum(cases.toSpliced(at, 0, Number.NaN), { target: 0.2 })
        expect(made.up.signals.filter(Boolean)).toEqual(without.up.signals.filter(Boolean))
        expect(made.up.sums.at(-1)).toBe(at === cases.length ? lastSum(without.up) : without.up.sums.at(-1))
      }),
    )
  })

  test('events and cases without one change places with the sides', () => {
    fc.assert(
      fc.property(CASES, (cases) => {
        const here = bernoulliCusum(cases, { target: 0.5 })
        const there = bernoulliCusum(
          cases.map((outcome) => 1 - outcome),
          { target: 0.5 },
        )
        expect(there.down.signals).toEqual(here.up.signals)
        for (const [i, sum] of here.up.sums.entries()) expect(there.down.sums[i]! + sum).toBeCloseTo(0, 9)
      }),
    )
  })
})
