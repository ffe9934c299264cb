import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeries } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import type { SeriesInput } from '../analysis.ts'

/** Values given as numerators of sizes. */
function sized(values: readonly number[], sizes: readonly number[], rest: Partial<SeriesInput> = {}): SeriesInput {
  return aSeries(
    values.map((value, i) => value * sizes[i]!),
    { chart: 'iPrime', denominators: sizes, ...rest },
  )
}

/** What one difference says of a point of size 1. */
const spread = (difference: number, before: number, here: number) =>
  (Math.sqrt(Math.PI / 2) * difference) / Math.sqrt(1 / before + 1 / here)

describe('I′', () => {
  test('limits follow each point’s size', () => {
    const { centre, lower, upper } = analyse(sized([5, 6, 4], [100, 400, 100]))
    const middle = 3300 / 600
    const sigma = (spread(1, 100, 400) + spread(2, 400, 100)) / 2
    expect(centre[0]).toBeCloseTo(middle, 12)
    expect(upper[0]).toBeCloseTo(middle + (3 * sigma) / 10, 12)
    expect(lower[1]).toBeCloseTo(middle - (3 * sigma) / 20, 12)
  })

  test('with sizes all 1 they are those of an individuals chart, but for the digits of its constants', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 40 }), (values) => {
        const method = { screenRanges: false, limitsPerRange: 3 * (Math.sqrt(Math.PI) / 2) }
        const individuals = analyse(aSeries(values, { method }))
        const ours = analyse(
          sized(
            values,
            values.map(() => 1),
            { method },
          ),
        )
        expect(ours.phases).toEqual(individuals.phases)
        for (const [i, limit] of individuals.upper.entries()) {
          if (Number.isNaN(limit)) expect(ours.upper[i]).toBeNaN()
          else expect(ours.upper[i]).toBeCloseTo(limit, 9)
        }
      }),
    )
  })

  test.each<[string, Partial<SeriesInput>, number]>([
    ['an excluded point is skipped', { excluded: [1] }, spread(1, 4, 4)],
    [
      'unless the whole phase is asked for',
      { excluded: [1], method: { spreadFrom: 'wholePhase' } },
      (spread(4, 4, 4) + spread(5, 4, 4)) / 2,
    ],
    ['later points than the baseline’s are left out', { phases: [{ start: 0, baseline: 2 }] }, spread(4, 4, 4)],
    [
      'unless the whole phase is asked for, here too',
      { phases: [{ start: 0, baseline: 2 }], method: { spreadFrom: 'wholePhase' } },
      (spread(4, 4, 4) + spread(5, 4, 4)) / 2,
    ],
  ])('%s', (_, rest, sigma) => {
    const { centre, upper } = analyse(sized([5, 9, 4], [4, 4, 4], rest))
    expect(upper[0]! - centre[0]!).toBeCloseTo((3 * sigma) / 2, 12)
  })

  test('a point without a size has no limits, and the ranges beside it are missing', () => {
    const { upper, centre } = analyse(sized([5, 6, 0, 7, 9], [4, 4, 0, 4, 4]))
    expect(upper[2]).toBeNaN()
    expect(upper[0]! - centre[0]!).toBeCloseTo((3 * (spread(1, 4, 4) + spread(2, 4, 4))) / 2 / 2, 12)
  })

  test.each<[string, SeriesInput, string]>([
    ['values all equal', sized([5, 5, 5], [1, 2, 3]), 'allEqual'],
    ['one value', sized([5], [2]), 'onePoint'],
    ['no value', sized([Number.NaN], [2]), 'noValues'],
    ['no neighbours', sized([5, Number.NaN, 6], [1, 1, 1]), 'noNeighbours'],
  ])('%s: no limits', (_, input, reason) => {
    expect(analyse(input).phases[0]!.noLimits).toBe(reason)
  })
})
