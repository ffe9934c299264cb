import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeries, steadyValues } from '../test/aSeries.ts'
import { analyse } from './analyse.ts'
import type { Assurance, ChartTypeId, SeriesInput } from './analysis.ts'
import { ENGINE_VERSION } from './engine.ts'
import { SpcInputError } from './inputError.ts'
import { judge } from './judge.ts'
import { workspace } from './workspace.ts'

describe('variation is judged at the latest value', () => {
  const shifted = [...steadyValues(13), ...new Array<number>(7).fill(53)]
  test.each([
    ['higher', 'improvingHigh'],
    ['lower', 'concerningHigh'],
    ['neither', 'neutralHigh'],
  ] as const)('a shift up where %s is better: %s', (direction, variation) => {
    expect(analyse(aSeries(shifted, { direction })).variation).toBe(variation)
    const down = shifted.map((value) => -value)
    const mirrored = {
      improvingHigh: 'concerningLow',
      concerningHigh: 'improvingLow',
      neutralHigh: 'neutralLow',
    } as const
    expect(analyse(aSeries(down, { direction })).variation).toBe(mirrored[variation])
  })

  test('periods without a value after it do not hide it', () => {
    const analysis = analyse(aSeries([...shifted, Number.NaN]))
    expect(analysis.latest).toBe(shifted.length - 1)
    expect(analysis.variation).toBe('improvingHigh')
  })

  test('unless the last period is asked for, as the NHS package does', () => {
    const input = aSeries([...shifted, Number.NaN], { method: { judgedAt: 'lastPeriod' } })
    expect(analyse(input).variation).toBe('commonCause')
  })

  test('outside beats trend, trend beats two in three, two in three beats shift', () => {
    // Falls from far above: each point is above the mean, but the trend decides.
    const falling = [...steadyValues(20), 56, 55.5, 55, 54.5, 54, 53.5, 53]
    expect(analyse(aSeries(falling)).verdicts.at(-1)).toBe('concerning')
  })
})

describe('assurance', () => {
  const limits = analyse(aSeries(steadyValues(20)))
  const [lower, upper] = [limits.lower[0]!, limits.upper[0]!]
  test.each<[string, number, Assurance, Assurance]>([
    ['above the upper limit', upper + 1, 'misses', 'meets'],
    ['on the upper limit', upper, 'hitOrMiss', 'hitOrMiss'],
    ['within', 50, 'hitOrMiss', 'hitOrMiss'],
    ['below the lower limit', lower - 1, 'meets', 'misses'],
  ])('target %s', (_, target, whenHigher, whenLower) => {
    expect(analyse(aSeries(steadyValues(20), { target })).assurance).toBe(whenHigher)
    expect(analyse(aSeries(steadyValues(20), { target, direction: 'lower' })).assurance).toBe(whenLower)
    expect(analyse(aSeries(steadyValues(20), { target, direction: 'neither' })).assurance).toBe('none')
  })

  test('a target that changes is judged as it is at the latest value', () => {
    const target = steadyValues(20).map((_, i) => (i < 19 ? 0 : 99))
    expect(analyse(aSeries(steadyValues(20), { target })).assurance).toBe('misses')
  })

  test('the latest phase is the one that counts', () => {
    const values = [...steadyValues(13), ...steadyValues(13).map((value) => value + 30)]
    const once = analyse(aSeries(values, { target: 60, phases: [{ start: 0 }, { start: 13 }] }))
    expect(once.assurance).toBe('meets')
  })

  test.each<[string, number[], number, Assurance]>([
    ['all meet', [100, 100, 100], 95, 'meets'],
    ['reaching the target meets it', [95, 95, 95], 95, 'meets'],
    ['none meets', [80, 80, 80], 95, 'misses'],
    ['some meet', [80, 80, 80, 97], 95, 'hitOrMiss'],
  ])('without variation by the values, and it says so: %s', (_, values, target, assurance) => {
    const analysis = analyse(aSeries(values, { target, phases: [{ start: 0, baseline: 3 }] }))
    expect(analysis).toMatchObject({ assurance, assuranceByValue: true })
  })

  test('a run chart has no limits to judge by', () => {
    expect(analyse(aSeries(steadyValues(20), { chart: 'run', target: 10 }))).toMatchObject({
      assurance: 'none',
      assuranceByValue: false,
    })
  })
})

describe('phases', () => {
  test('limits and rules know nothing of other phases', () => {
    const [before, after] = [steadyValues(15), steadyValues(16).map((value) => 3 * value)]
    const both = analyse(aSeries([...before, ...after], { phases: [{ start: 15 }] }))
    const [first, second] = [analyse(aSeries(before)), analyse(aSeries(after))]
    expect([...both.upper]).toEqual([...first.upper, ...second.upper])
    expect(both.verdicts).toEqual([...first.verdicts, ...second.verdicts])
  })

  test('fewer than 13 points behind the limits make them early', () => {
    const { phases } = analyse(aSeries(steadyValues(25), { phases: [{ start: 0 }, { start: 13 }] }))
    expect(phases.map(({ number, start, end, points, early }) => [number, start, end, points, early])).toEqual([
      [1, 0, 13, 13, false],
      [2, 13, 25, 12, true],
    ])
  })

  test('points to come count values, not periods', () => {
    const values = [...steadyValues(9), Number.NaN, Number.NaN, Number.NaN, Number.NaN]
    expect(analyse(aSeries(values)).pointsToCome).toBe(4)
    expect(analyse(aSeries(steadyValues(13))).pointsToCome).toBe(0)
  })

  test('a phase that begins after the last point is not there yet', () => {
    expect(analyse(aSeries(steadyValues(13), { phases: [{ start: 0 }, { start: 13 }] })).phases).toHaveLength(1)
  })
})

describe('refused', () => {
  const refused: [string, SeriesInput][] = [
    ['an infinite value', aSeries([1, Number.POSITIVE_INFINITY])],
    ['a negative count', aSeries([1, -1], { chart: 'c' })],
    ['a p chart without denominators', aSeries([1, 2], { chart: 'p' })],
    ['fewer denominators than numerators', aSeries([1, 2], { denominators: [1] })],
    ['a negative denominator', aSeries([1, 2], { chart: 'u', denominators: [1, -1] })],
    ['fewer targets than points', aSeries([1, 2], { target: [1] })],
    ['phases out of order', aSeries(steadyValues(9), { phases: [{ start: 0 }, { start: 5 }, { start: 3 }] })],
    ['two phases at one place', aSeries(steadyValues(9), { phases: [{ start: 5 }, { start: 5 }] })],
    ['a phase before the first point', aSeries(steadyValues(9), { phases: [{ start: -3 }] })],
    ['a phase between two points', aSeries(steadyValues(9), { phases: [{ start: 2.5 }] })],
    ['a baseline of no points', aSeries(steadyValues(9), { phases: [{ start: 0, baseline: 0 }] })],
    ['an excluded point that is not there', aSeries([1, 2], { excluded: [2] })],
    ['an unknown chart', aSeries([1, 2], { chart: 'pie' as ChartTypeId })],
    ['an unknown rule set', aSeries([1, 2], { ruleSet: 'guesswork' })],
    ['limits at 0 sigma', aSeries([1, 2], { method: { sigmas: 0 } })],
  ]
  test.each(refused)('%s', (_, input) => {
    expect(() => analyse(input)).toThrow(SpcInputError)
  })
})

test('the result names the engine and the rule set that made it', () => {
  expect(analyse(aSeries([1, 2, 3]))).toMatchObject({ engine: ENGINE_VERSION, ruleSet: 'nhs' })
})

test('a workspace used again gives the same result as a new one', () => {
  const used = workspace(60)
  judge(
    aSeries(
      steadyValues(60).map((value) => value * 9),
      { target: 3, excluded: [4] },
    ),
    used,
  )
  const again = judge(aSeries(steadyValues(20)), used)
  const fresh = analyse(aSeries(steadyValues(20)))
  expect(again).toEqual({
    phases: fresh.phases,
    variation: fresh.variation,
    assurance: fresh.assurance,
    assuranceByValue: fresh.assuranceByValue,
    pointsToCome: fresh.pointsToCome,
    latest: fresh.latest,
  })
  for (const line of ['values', 'centre', 'lower', 'upper'] as const) {
    expect([...used[line].subarray(0, 20)]).toEqual([...fresh[line]])
  }
})

describe('properties', () => {
  const value = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: -500, max: 500 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  const values = fc.array(value, { maxLength: 40 })
  const close = (ours: Float64Array, theirs: readonly number[]) => {
    for (const [i, number] of theirs.entries()) {
      if (Number.isNaN(number)) expect(ours[i]).toBeNaN()
      else expect(ours[i]).toBeCloseTo(number, 6)
    }
  }

  test('adding a constant moves the lines by it and changes no verdict', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (list, by) => {
        const [before, after] = [analyse(aSeries(list)), analyse(aSeries(list.map((one) => one + by)))]
        close(
          after.upper,
          [...before.upper].map((limit) => limit + by),
        )
        close(
          after.centre,
          [...before.centre].map((limit) => limit + by),
        )
        expect(after.verdicts).toEqual(before.verdicts)
      }),
    )
  })

  test('another unit stretches the lines and changes no verdict', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1000 }), (list, by) => {
        const [before, after] = [analyse(aSeries(list)), analyse(aSeries(list, { multiplier: by }))]
        close(
          after.lower,
          [...before.lower].map((limit) => limit * by),
        )
        expect(after.verdicts).toEqual(before.verdicts)
      }),
    )
  })

  test('turned upside down, high is low', () => {
    const mirror: Record<string, string> = { improving: 'concerning', concerning: 'improving' }
    fc.assert(
      fc.property(values, (list) => {
        const [before, after] = [analyse(aSeries(list)), analyse(aSeries(list.map((one) => -one)))]
        // Where two trends meet, an equal move counts as down either way up: the NHS package's convention is not symmetric.
        fc.pre(!trendsMeet(before.marks!) && !trendsMeet(after.marks!))
        expect(after.verdicts).toEqual(before.verdicts.map((verdict) => mirror[verdict] ?? verdict))
      }),
    )
  })

  test('limits of XmR are the same backwards in time', () => {
    fc.assert(
      fc.property(values, (list) => {
        const [before, after] = [analyse(aSeries(list)), analyse(aSeries([...list].reverse()))]
        close(after.upper, [...before.upper])
        close(after.lower, [...before.lower])
      }),
    )
  })

  test('the order of the values matters for XmR', () => {
    const [up, mixed] = [analyse(aSeries([1, 2, 3, 4, 5, 6])), analyse(aSeries([1, 4, 2, 5, 3, 6]))]
    expect(up.upper[0]).not.toBeCloseTo(mixed.upper[0]!, 3)
  })

  test('the input is left as it was, and infinities never come out', () => {
    const charts: ChartTypeId[] = ['run', 'xmr', 'mr', 'p', 'pPrime', 'u', 'uPrime', 'c', 'g', 't']
    const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...charts),
        counts,
        fc.array(fc.integer({ min: 0, max: 29 })),
        (chart, pairs, excluded) => {
          const input: SeriesInput = Object.freeze({
            chart,
            direction: 'lower' as const,
            numerators: Object.freeze(pairs.map(([count]) => count)),
            denominators: Object.freeze(pairs.map(([, size]) => size)),
            excluded: Object.freeze(excluded.filter((at) => at < pairs.length)),
            target: 0.4,
          })
          const before = structuredClone(input)
          const analysis = analyse(input)
          expect(input).toEqual(before)
          for (const line of [analysis.values, analysis.centre, analysis.lower, analysis.upper]) {
            expect(line.every((number) => Number.isNaN(number) || Number.isFinite(number))).toBe(true)
          }
          const upside = [...analysis.upper].filter((upper, i) => upper < analysis.lower[i]!)
          expect(upside).toEqual([])
        },
      ),
    )
  })
})

/** Whether some point is flagged by a trend one way beside, or as part of, a trend the other way. */
function trendsMeet(marks: Uint32Array): boolean {
  return marks.some((bits, i) => (bits & 0b1100) !== 0 && ((bits ^ (marks[i + 1] ?? bits)) & 0b1100) === 0b1100)
}
