import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FunnelAnalysis, type FunnelInput, type FunnelKind, funnel, funnelLimits } from './funnel.ts'
import type { FunnelMethodOptions } from './method.ts'

const KINDS: readonly FunnelKind[] = ['proportion', 'rate', 'standardisedRatio']

function aFunnel(overrides: Partial<FunnelInput> = {}): FunnelInput {
  return {
    kind: 'proportion',
    units: ['A', 'B', 'C', 'D', 'E'],
    numerators: [10, 22, 31, 8, 90],
    denominators: [100, 200, 300, 50, 400],
    ...overrides,
  }
}

/** Figures that can be of any kind: units of very different sizes, some with nothing counted, some missing. */
function someUnits(length: { min: number; max: number } = { min: 1, max: 30 }): fc.Arbitrary<FunnelInput> {
  const unit = fc.record({
    denominator: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 5000 }) },
      fc.constantFrom(0, Number.NaN, 1),
    ),
    share: fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      fc.constantFrom(0, 1, Number.NaN),
    ),
  })
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      units: fc.array(unit, { minLength: length.min, maxLength: length.max, size: 'max' }),
      multiplier: fc.constantFrom(1, 100, 1000),
      target: fc.option(fc.constantFrom(0, 0.2, 1), { nil: undefined }),
      method: someMethod(),
    })
    .map(({ kind, units, multiplier, target, method }) => ({
      kind,
      numerators: units.map(({ denominator, share }) => Math.floor(share * (denominator || 0))),
      denominators: units.map(({ denominator }) => denominator),
      multiplier,
      method,
      ...(target === undefined ? {} : { target }),
    }))
}

function someMethod(): fc.Arbitrary<FunnelMethodOptions> {
  return fc.record({
    scale: fc.constantFrom('root', 'log'),
    countError: fc.constantFrom('bothCounts', 'halfRoot'),
    limits: fc.constantFrom('exact', 'interval', 'approximate'),
    adjust: fc.constantFrom('whenPhiAboveOne', 'whenTauAboveZero', 'never'),
    outerScores: fc.constantFrom('winsorised', 'truncated'),
    trim: fc.constantFrom(0, 0.05, 0.1, 0.15, 0.2, 0.4),
    beyondScale: fc.constantFrom('bound', 'folded'),
  } satisfies Record<keyof Omit<FunnelMethodOptions, 'levels' | 'denominatorDecimals'>, fc.Arbitrary<unknown>>)
}

describe('target', () => {
  test.each<[string, Partial<FunnelInput>, number]>([
    ['all numerators ÷ all denominators', {}, 161 / 1050],
    ['times the multiplier', { multiplier: 100 }, 16100 / 1050],
    ['1 for standardised ratios', { kind: 'standardisedRatio' }, 1],
    ['the one given', { target: 0.2 }, 0.2],
  ])('%s', (_, overrides, target) => {
    expect(funnel(aFunnel(overrides)).target).toBeCloseTo(target, 12)
  })

  test('none where no unit has a denominator', () => {
    const made = funnel(aFunnel({ units: ['A'], numerators: [0], denominators: [0] }))
    expect(made).toMatchObject({ target: null, curves: [], adjusted: false, notAdjusted: 'tooFewUnits' })
    expect(made.points[0]).toMatchObject({ value: null, noValue: 'noDenominator', z: null, limits: null })
  })
})

describe('limits without over-dispersion', () => {
  test('hold a count that is as likely as the tail, between whole counts too', () => {
    // P(X ≤ 1) = 20 × 0.7^19 × 0.3 + 0.7^20, of 20 with a chance of 0.3.
    const tail = 20 * 0.7 ** 19 * 0.3 + 0.7 ** 20
    const part = aFunnel({
      units: ['A'],
      numerators: [1],
      denominators: [20],
      target: 0.3,
      method: { levels: [{ share: 1 - 2 * tail }] },
    })
    expect(funnel(part).points[0]!.limits![0]!.lower).toBeCloseTo(0.05, 12)
    expect(funnel(part).points[0]!.outside).toEqual([null])
    // P(X ≤ 2) = e^−8 (1 + 8 + 32), of 8 expected.
    const events = { ...part, kind: 'standardisedRatio', numerators: [2], denominators: [8], target: 1 } as const
    const levels = [{ share: 1 - 2 * Math.exp(-8) * 41 }]
    expect(funnel({ ...events, method: { levels } }).points[0]!.limits![0]!.lower).toBeCloseTo(0.25, 12)
  })

  test('none of one is nothing unusual, although an interval about a half case excludes it', () => {
    const input = aFunnel({ units: ['A'], numerators: [0], denominators: [1], target: 0.5 })
    expect(funnel(input).points[0]!.outside).toEqual([null, null])
    expect(funnel({ ...input, method: { limits: 'interval' } }).points[0]!.outside).toEqual(['low', 'low'])
  })

  test('as an interval of a proportion are those of Clopper and Pearson', () => {
    const input = aFunnel({
      units: ['A'],
      numerators: [0],
      denominators: [10],
      target: 0.1,
      method: { limits: 'interval' },
    })
    const [pair] = funnel(input).points[0]!.limits!
    expect(pair!.lower).toBeCloseTo(0.0025285785444618, 14)
    expect(pair!.upper).toBeCloseTo(0.4450161170281954, 14)
  })

  test('as an interval of a standardised ratio are those of Garwood', () => {
    // χ² quantiles as tables print them, halved: 10 expected, 4.795 and 18.390 observed.
    const [pair] = funnel(
      aFunnel({
        kind: 'standardisedRatio',
        units: ['A'],
        numerators: [9],
        denominators: [10],
        method: { limits: 'interval' },
      }),
    ).points[0]!.limits!
    expect(pair!.lower).toBeCloseTo(0.47954, 5)
    expect(pair!.upper).toBeCloseTo(1.83904, 5)
  })

  test('stay within 0 and 1 where the arcsine would turn back', () => {
    const input = aFunnel({
      units: ['A', 'B'],
      numerators: [0, 6],
      denominators: [6, 46],
      target: 0.02,
      method: { limits: 'approximate', adjust: 'never' },
    })
    expect(funnel(input).points.map(({ limits }) => limits![1]!.lower)).toEqual([0, 0])
    const folded = funnel({ ...input, method: { ...input.method, beyondScale: 'folded' } })
    expect(folded.points[0]!.limits![1]!.lower).toBeGreaterThan(0)
  })

  test('a target of 0 leaves a logarithm without limits, and no number is made up', () => {
    const input = aFunnel({
      kind: 'rate',
      numerators: [0, 0, 0, 0, 0],
      method: { scale: 'log', limits: 'approximate' },
    })
    expect(funnel(input).points[0]).toMatchObject({
      value: 0,
      limits: [
        { lower: null, upper: null },
        { lower: null, upper: null },
      ],
    })
  })
})

describe('over-dispersion', () => {
  const far = aFunnel({ numerators: [40, 22, 150, 2, 90] })

  test('widens limits when units differ by more than chance', () => {
    const made = funnel(far)
    const plain = funnel({ ...far, method: { adjust: 'never' } })
    expect(made.dispersion.phi).toBeGreaterThan(1)
    expect(made).toMatchObject({ adjusted: true, notAdjusted: null })
    expect(plain).toMatchObject({ adjusted: false, notAdjusted: 'notAsked' })
    for (const [i, { limits }] of made.points.entries()) {
      expect(limits![0]!.upper).toBeGreaterThan(plain.points[i]!.limits![0]!.upper!)
    }
  })

  test('is found only among two units or more', () => {
    const made = funnel(aFunnel({ units: ['A'], numerators: [10], denominators: [100], target: 0.5 }))
    expect(made).toMatchObject({ adjusted: false, notAdjusted: 'tooFewUnits' })
    expect(made.dispersion.tau2).toBe(0)
  })

  test('is not found among equal units', () => {
    const made = funnel(aFunnel({ numerators: [10, 10, 10, 10, 10], denominators: [90, 90, 90, 90, 90] }))
    expect(made).toMatchObject({ adjusted: false, notAdjusted: 'notOverdispersed' })
    expect(made.dispersion.phi).toBeCloseTo(0, 20)
    expect(made.curves).toHaveLength(1)
  })

  test('truncation leaves the outer ranks out, ties together', () => {
    const numerators = Array.from({ length: 20 }, (_, i) => 40 + i)
    const made = funnel({
      kind: 'standardisedRatio',
      numerators,
      denominators: numerators.map(() => 50),
      method: { scale: 'log', outerScores: 'truncated', trim: 0.1 },
    })
    const left = made.points.map(({ trimmedZ }) => trimmedZ !== null)
    // Ranks 1 and 2 of 21 fall into the first tenth, 19 and 20 into the last.
    expect(left.indexOf(true)).toBe(2)
    expect(left.lastIndexOf(true)).toBe(17)
    expect(made.dispersion.units).toBe(16)
  })

  test('a ratio of 0 has no logarithm: no score, and it is left out of φ', () => {
    const made = funnel({
      kind: 'standardisedRatio',
      numerators: [0, 9, 11, 12],
      denominators: [10, 10, 10, 10],
      method: { scale: 'log', outerScores: 'truncated', trim: 0 },
    })
    expect(made.points[0]).toMatchObject({ value: 0, score: null, z: null, trimmedZ: null })
    expect(made.points[0]!.outside).toEqual(['low', 'low'])
    expect(made.dispersion.units).toBe(3)
  })
})

test('rows of one unit are added up, in the order in which units first appear', () => {
  const made = funnel(aFunnel({ units: ['B', 'A', 'B', 'C', 'A'] }))
  expect(made.points.map(({ unit, numerator, denominator }) => [unit, numerator, denominator])).toEqual([
    ['B', 41, 400],
    ['A', 112, 600],
    ['C', 8, 50],
  ])
})

test('expected counts are rounded before all else, when asked', () => {
  const rounded = funnel(
    aFunnel({
      kind: 'standardisedRatio',
      denominators: [99.996, 200, 300, 50, 400],
      method: { denominatorDecimals: 2 },
    }),
  )
  expect(rounded.points[0]).toMatchObject({ denominator: 100, value: 0.1 })
})

describe('refused', () => {
  test.each<[Partial<FunnelInput>, string]>([
    [{ denominators: [1] }, '5 numerators have 1 denominators'],
    [{ units: ['A'] }, '5 numerators have 1 units'],
    [{ numerators: [-1, 22, 31, 8, 90] }, 'Row 1 has a numerator of -1: give 0 or above'],
    [
      { denominators: [100, Number.POSITIVE_INFINITY, 300, 50, 400] },
      'Row 2 has a denominator of Infinity: give 0 or above',
    ],
    [{ numerators: [101, 22, 31, 8, 90] }, 'A has 101 of 100: a part cannot exceed the whole'],
    [{ target: 1.2 }, 'The target of a proportion cannot be 1.2'],
    [{ target: Number.NaN }, 'The target of a proportion cannot be NaN'],
    [{ multiplier: 0 }, 'The multiplier is 0: give one above 0'],
    [{ method: { trim: 0.5 } }, 'The outer share is 0.5: give 0 to below 0.5'],
    [{ method: { levels: [{ share: 95 }] } }, 'Limits cannot hold a share of 95: give one such as 0.998'],
    [{ method: { levels: [{ share: 0.95, sigmas: 0 }] } }, 'Limits cannot stand at 0 standard errors'],
  ])('%j', (overrides, message) => {
    expect(() => funnel(aFunnel(overrides))).toThrow(message)
  })

  test('limits at no denominator', () => {
    expect(() => funnelLimits(aFunnel(), funnel(aFunnel()), 0)).toThrow('There are no limits at a denominator of 0')
  })
})

test('no number of a result is NaN or infinite, whatever the figures and the method', () => {
  fc.assert(
    fc.property(someUnits(), (input) => {
      for (const number of numbersIn(funnel(input))) expect(Number.isFinite(number)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a point without a value says why, and one with a value has limits', () => {
  fc.assert(
    fc.property(someUnits(), (input) => {
      for (const { value, noValue, limits, outside } of funnel(input).points) {
        expect(value === null).toBe(noValue !== null)
        expect(limits === null).toBe(noValue !== null)
        expect(outside).toHaveLength(2)
      }
    }),
  )
})

test('what lies outside lies beyond a limit, and inside the wider pair when inside the narrower', () => {
  fc.assert(
    fc.property(someUnits(), (input) => {
      fc.pre(input.method?.beyondScale === 'bound')
      for (const { value, limits, outside } of funnel(input).points) {
        if (outside[0] === null) expect(outside[1]).toBeNull()
        for (const [level, side] of outside.entries()) {
          if (side === 'high') expect(value!).toBeGreaterThan(limits![level]!.upper!)
          if (side === 'low') expect(value!).toBeLessThan(limits![level]!.lower!)
        }
      }
    }),
  )
})

test('another order of units gives the same points in another order', () => {
  fc.assert(
    fc.property(someUnits({ min: 2, max: 20 }), fc.nat(), (input, seed) => {
      const order = Array.from(input.numerators, (_, i) => i).sort(
        (a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101) || a - b,
      )
      const units = order.map((i) => `Unit ${i + 1}`)
      const pick = (list: ArrayLike<number>) => order.map((i) => list[i]!)
      const here = funnel(input)
      const there = funnel({
        ...input,
        units,
        numerators: pick(input.numerators),
        denominators: pick(input.denominators),
      })
      for (const point of there.points) {
        const same = here.points.find(({ unit }) => unit === point.unit)!
        expectNear(numbersIn(point), numbersIn(same))
        expect(point.outside).toEqual(same.outside)
      }
    }),
  )
})

test('a rate of twice as many events in twice the time keeps its value, and is √2 as far out', () => {
  fc.assert(
    fc.property(someUnits({ min: 2, max: 20 }), (units) => {
      const input: FunnelInput = { ...units, kind: 'rate', method: { adjust: 'never' } }
      const twice = (list: ArrayLike<number>) => Array.from(list, (figure) => figure * 2)
      const here = funnel(input)
      const there = funnel({ ...input, numerators: twice(input.numerators), denominators: twice(input.denominators) })
      for (const [i, { value, z, limits }] of here.points.entries()) {
        const doubled = there.points[i]!
        expect(doubled.value).toBe(value)
        if (z !== null) expect(doubled.z! - z * Math.SQRT2).toBeCloseTo(0, 6)
        if (limits) expect(doubled.limits![0]!.upper!).toBeLessThanOrEqual(limits[0]!.upper!)
      }
    }),
  )
})

test('limits narrow as denominators grow', () => {
  fc.assert(
    fc.property(someUnits({ min: 3, max: 20 }), (input) => {
      fc.pre(input.method?.beyondScale === 'bound')
      const { curves } = funnel(input)
      for (const [i, { limits, denominator }] of curves.slice(1).entries()) {
        expect(denominator).toBeGreaterThan(curves[i]!.denominator)
        for (const [level, { lower, upper }] of limits.entries()) {
          const before = curves[i]!.limits[level]!
          if (lower === null || upper === null) continue
          expect(lower).toBeGreaterThanOrEqual(before.lower! * (1 - 1e-9))
          expect(upper).toBeLessThanOrEqual(before.upper! * (1 + 1e-9))
        }
      }
    }),
  )
})

test('with a given target, one more unit leaves the exact limits of the others as they are', () => {
  fc.assert(
    fc.property(someUnits(), fc.integer({ min: 1, max: 400 }), (units, size) => {
      const input: FunnelInput = { ...units, target: 0.25, method: { adjust: 'never' } }
      const more = funnel({
        ...input,
        numerators: [...Array.from(input.numerators), size],
        denominators: [...Array.from(input.denominators), size * 4],
      })
      const others = (points: FunnelAnalysis['points']) =>
        points.map(({ unit, limits, outside }) => [unit, limits, outside])
      expect(others(more.points.slice(0, -1))).toEqual(others(funnel(input).points))
      expect(more.points.at(-1)!.outside).toEqual([null, null])
    }),
  )
})

test('the curves pass through the points’ own limits', () => {
  fc.assert(
    fc.property(someUnits(), (input) => {
      const made = funnel(input)
      for (const { denominator, limits } of made.points) {
        if (limits) expectNear(numbersIn(funnelLimits(input, made, denominator!)), numbersIn(limits))
      }
    }),
  )
})

function numbersIn(result: object): number[] {
  const found: number[] = []
  const look = (part: unknown): void => {
    if (typeof part === 'number') found.push(part)
    else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner)
  }
  look(result)
  return found
}

function expectNear(numbers: readonly number[], others: readonly number[]): void {
  expect(numbers).toHaveLength(others.length)
  for (const [i, number] of numbers.entries()) {
    expect(Math.abs(number - others[i]!)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(number)))
  }
}
