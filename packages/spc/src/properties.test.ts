import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import type { Analysis, ChartTypeId, SeriesInput } from './analysis.ts'
import { CHART_TYPES, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from './charts/index.ts'
import { type FunnelInput, funnel } from './funnels/funnel.ts'

const EVERY_CHART: readonly ChartTypeId[] = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map(
  ({ id }) => id,
)
/** Charts of values that may be anything: a shift of the values is a shift of the lines. */
const SHIFTED: readonly ChartTypeId[] = ['run', 'xmr', 'xmrMedian', 'xmrMedianRange', 'ewma', 'movingAverage', 'xbar']
/** Charts whose lines are in the values' own unit: twice the values have lines twice as far. */
const SCALED: readonly ChartTypeId[] = [...SHIFTED, 'mr', 'cusum', 'iPrime', 's', 'r', 't']
/** Charts whose limits do not hang on the order of points. */
const UNORDERED: readonly ChartTypeId[] = ['run', 'p', 'u', 'c', 'np', 'g', 'xbar', 's', 'r']
/** Charts whose moving ranges are the same forwards and backwards. */
const REVERSIBLE: readonly ChartTypeId[] = [...UNORDERED, 'xmr', 'xmrMedian', 'xmrMedianRange', 'pPrime', 'uPrime', 't']
/** A point of these is made of those before it too. */
const OF_PAST: readonly ChartTypeId[] = ['mr', 'ewma', 'cusum', 'movingAverage']

interface Point {
  /** Missing where NaN. */
  readonly value: number
  readonly whole: number
  readonly size: number
  readonly spread: number
}

const point: fc.Arbitrary<Point> = fc.record({
  value: fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 40 }), weight: 9 },
    { arbitrary: fc.constant(Number.NaN), weight: 1 },
  ),
  whole: fc.integer({ min: 50, max: 90 }),
  size: fc.integer({ min: 2, max: 9 }),
  spread: fc.integer({ min: 1, max: 9 }),
})
const points = fc.array(point, { minLength: 3, maxLength: 40 })

/** `change` may move or stretch what was measured; samples spread as their chart shows them. */
function seriesOf(
  chart: ChartTypeId,
  list: readonly Point[],
  rest: Partial<SeriesInput> = {},
  change: { readonly by?: number; readonly times?: number } = {},
): SeriesInput {
  const { by = 0, times = 1 } = change
  const spreads = list.map(({ spread }) => spread * times)
  const isSpread = chart === 's' || chart === 'r'
  return {
    chart,
    direction: 'higher',
    numerators: list.map(({ value }, i) =>
      isSpread ? (Number.isNaN(value) ? value : spreads[i]!) : value * times + by,
    ),
    ...(DIVIDED.includes(chart) ? { denominators: list.map(({ whole }) => whole) } : {}),
    samples: { sizes: list.map(({ size }) => size), deviations: spreads, ranges: spreads },
    ...rest,
  }
}

const DIVIDED: readonly ChartTypeId[] = ['p', 'pPrime', 'u', 'uPrime', 'np', 'iPrime']

describe.each(SHIFTED)('%s', (chart) => {
  test('values moved by an amount have lines moved by it', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: -500, max: 500 }), (list, by) => {
        const [here, moved] = [analyse(seriesOf(chart, list)), analyse(seriesOf(chart, list, {}, { by }))]
        for (const line of ['centre', 'lower', 'upper', 'values'] as const) {
          expectNear(
            moved[line],
            here[line].map((height) => height + by),
          )
        }
      }),
    )
  })
})

describe.each(SCALED)('%s', (chart) => {
  test('values in another unit have the same lines in that unit', () => {
    fc.assert(
      fc.property(points, fc.constantFrom(2, 10, 0.25, 60), (list, times) => {
        const [here, scaled] = [analyse(seriesOf(chart, list)), analyse(seriesOf(chart, list, {}, { times }))]
        for (const line of ['centre', 'lower', 'upper', 'values'] as const) {
          expectNear(
            scaled[line],
            here[line].map((height) => height * times),
          )
        }
      }),
    )
  })
})

describe.each(REVERSIBLE)('%s', (chart) => {
  test('read backwards, each point has the lines that it had', () => {
    fc.assert(
      fc.property(points, (list) => {
        const here = analyse(seriesOf(chart, list))
        expectSameLines(analyse(seriesOf(chart, list.toReversed())), here, (at) => list.length - 1 - at)
      }),
    )
  })
})

describe.each(UNORDERED)('%s', (chart) => {
  test('in any other order, each point has the lines that it had', () => {
    fc.assert(
      fc.property(
        points.chain((list) => fc.tuple(fc.constant(list), shuffled(list.length))),
        ([list, order]) => {
          const mixed = order.map((at) => list[at]!)
          expectSameLines(analyse(seriesOf(chart, mixed)), analyse(seriesOf(chart, list)), (at) => order[at]!)
        },
      ),
    )
  })
})

describe.each(EVERY_CHART)('%s', (chart) => {
  test('points that are added change nothing of earlier phases', () => {
    fc.assert(
      fc.property(points, points, (first, second) => {
        const phases = [{ start: 0 }, { start: first.length }]
        const before = analyse(seriesOf(chart, first))
        const after = analyse(seriesOf(chart, [...first, ...second], { phases }))
        expect(after.phases[0]).toEqual(before.phases[0])
        expect(pointsOf(after, 0, first.length)).toEqual(pointsOf(before, 0, first.length))
      }),
    )
  })

  test('a phase has the lines and verdicts that it would have alone', () => {
    fc.assert(
      fc.property(points, points, (first, second) => {
        const phases = [{ start: 0 }, { start: first.length }]
        const together = analyse(seriesOf(chart, [...first, ...second], { phases }))
        const alone = analyse(seriesOf(chart, second))
        expect(pointsOf(together, first.length, first.length + second.length)).toEqual(
          pointsOf(alone, 0, second.length),
        )
      }),
    )
  })

  test('frozen limits are those of their baseline alone', () => {
    fc.assert(
      fc.property(points, points, (baseline, later) => {
        const phases = [{ start: 0, baseline: baseline.length }]
        const frozen = analyse(seriesOf(chart, [...baseline, ...later], { phases }))
        const alone = analyse(seriesOf(chart, baseline))
        for (const line of ['centre', 'lower', 'upper', 'values'] as const) {
          expectNear(frozen[line].subarray(0, baseline.length), alone[line])
        }
        expect(frozen.phases[0]!.noLimits).toBe(alone.phases[0]!.noLimits)
        expect(frozen.phases[0]!.points).toBe(alone.phases[0]!.points)
      }),
    )
  })

  test('what an excluded point measured is in no limit and in no verdict of another', () => {
    fc.assert(
      fc.property(points, fc.nat(), point, (list, chosen, other) => {
        const at = chosen % list.length
        // A missing value would not be excluded but missing: ranges are not made across it.
        const known = list.map((one) => ({ ...one, value: one.value || 20 }))
        const changed = known.with(at, { ...known[at]!, value: other.value || 7, spread: other.spread })
        const [here, there] = [known, changed].map((one) => analyse(seriesOf(chart, one, { excluded: [at] })))
        for (const line of ['centre', 'lower', 'upper'] as const) expectNear(there![line], here![line])
        const others = (analysis: Analysis) => [...analysis.verdicts].filter((_, i) => i !== at)
        expect(others(there!)).toEqual(others(here!))
        if (!OF_PAST.includes(chart)) expect(here!.marks![at]).toBe(0)
      }),
    )
  })

  test('another direction turns improving and concerning round, and moves no line', () => {
    fc.assert(
      fc.property(points, (list) => {
        const [higher, lower] = (['higher', 'lower'] as const).map((direction) =>
          analyse(seriesOf(chart, list, { direction })),
        )
        expect([...lower!.upper]).toEqual([...higher!.upper])
        expect([...lower!.marks!]).toEqual([...higher!.marks!])
        expect(lower!.verdicts).toEqual(higher!.verdicts.map((verdict) => TURNED[verdict] ?? verdict))
      }),
    )
  })

  test('the lines stand in order, and the limits of more sigma are farther out', () => {
    fc.assert(
      fc.property(points, (list) => {
        const [near, far] = [2, 3].map((sigmas) => analyse(seriesOf(chart, list, { method: { sigmas } })))
        for (const i of list.keys()) {
          expect(far!.lower[i]! > near!.lower[i]! + 1e-9).toBe(false)
          expect(far!.upper[i]! < near!.upper[i]! - 1e-9).toBe(false)
          expect(far!.lower[i]! > far!.upper[i]!).toBe(false)
        }
      }),
    )
  })

  test('the same input gives the same answer, and is left as it was', () => {
    fc.assert(
      fc.property(points, (list) => {
        const input = seriesOf(chart, list)
        const copy = structuredClone(input)
        expect(analyse(input)).toEqual(analyse(input))
        expect(input).toEqual(copy)
      }),
      { numRuns: 20 },
    )
  })
})

test('units of a funnel have the answers that they had in any other order', () => {
  const unit = fc.record({ numerator: fc.integer({ min: 0, max: 30 }), denominator: fc.integer({ min: 30, max: 200 }) })
  const units = fc.array(unit, { minLength: 2, maxLength: 25 })
  fc.assert(
    fc.property(
      units.chain((list) => fc.tuple(fc.constant(list), shuffled(list.length))),
      fc.constantFrom<FunnelInput['kind']>('proportion', 'rate', 'standardisedRatio'),
      ([list, order], kind) => {
        const inOrder = (places: readonly number[]) =>
          funnel({
            kind,
            units: places.map((at) => `unit ${at}`),
            numerators: places.map((at) => list[at]!.numerator),
            denominators: places.map((at) => list[at]!.denominator),
          })
        const byName = (places: readonly number[]) =>
          inOrder(places).points.toSorted((a, b) => a.unit.localeCompare(b.unit))
        const [here, mixed] = [byName([...list.keys()]), byName(order)]
        for (const [i, one] of here.entries()) {
          expect(mixed[i]!.unit).toBe(one.unit)
          expect(JSON.stringify(rounded(mixed[i]))).toBe(JSON.stringify(rounded(one)))
        }
      },
    ),
  )
})

const TURNED: Partial<Record<Analysis['verdicts'][number], Analysis['verdicts'][number]>> = {
  improving: 'concerning',
  concerning: 'improving',
}

function shuffled(length: number): fc.Arbitrary<readonly number[]> {
  return fc.shuffledSubarray([...Array(length).keys()], { minLength: length })
}

function pointsOf({ values, centre, lower, upper, zones, marks, verdicts }: Analysis, from: number, to: number) {
  return [values, centre, lower, upper, zones!, marks!, verdicts].map((one) => [...one].slice(from, to))
}

/** Sums in another order differ in their last bits. */
function expectNear(these: Float64Array, those: Float64Array): void {
  expect(these).toHaveLength(those.length)
  for (const [i, one] of these.entries()) {
    if (Number.isNaN(those[i])) expect(one).toBeNaN()
    else expect(Math.abs(one - those[i]!), `${one} beside ${those[i]}`).toBeLessThan(1e-9 * (1 + Math.abs(those[i]!)))
  }
}

function expectSameLines(mixed: Analysis, here: Analysis, placeOf: (at: number) => number): void {
  for (const line of ['centre', 'lower', 'upper'] as const) {
    expectNear(
      mixed[line],
      mixed[line].map((_, at) => here[line][placeOf(at)]!),
    )
  }
}

/** Ten digits of every number: what is left is the order of sums. */
function rounded(one: unknown): unknown {
  return JSON.parse(
    JSON.stringify(one, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(8)) + 0 : value)),
  )
}
