import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatternOptions } from './options.ts'
import { beyond } from './outside.ts'
import { type Judged, marksOf, type SignalRule } from './rule.ts'
import { type ShiftOptions, shift } from './shift.ts'
import { type SomeBeyondOptions, someBeyond } from './someBeyond.ts'
import { type AlternatingOptions, alternating, hugging, mixture } from './spread.ts'
import { type TrendOptions, trend } from './trend.ts'

/**
 * Every rule with every option, against a model that takes the points that take part out of the phase and looks at every
 * window of them. What `mark` flags, what `find` tells and what the model flags must be the same points, and on which sides.
 */
const LINES = [1, 2, 3]
const START = 2

/** A point of the model: its place, its value, and how many of the centre and the three lines it lies beyond. */
interface Point {
  readonly at: number
  readonly value: number
  readonly zone: number
}

interface Model {
  /** Points that take part. */
  members(points: readonly Point[]): readonly Point[]
  /** What a window of so many flags, and on which side: 'own' is where each point stands. */
  readonly size: number
  readonly opens?: boolean
  look(window: readonly Point[]): readonly { readonly flag: readonly Point[]; readonly side: 'high' | 'low' | 'own' }[]
  readonly isLaterWins?: boolean
}

const gaps = fc.constantFrom('break', 'skip')
const flagged = fc.constantFrom('whole', 'counting', 'completing')

describe('as every window would have it', () => {
  test('a shift', () => {
    const options = fc.record({ gaps, flagged, onCentre: fc.constantFrom('break', 'skip', 'count') })
    fc.assert(
      fc.property(phase(), fc.integer({ min: 2, max: 7 }), options, (series, length, asked) => {
        const { onCentre, ...chosen } = asked as Required<ShiftOptions>
        agrees(series, shift(length, asked as ShiftOptions), {
          size: length,
          members: (points) =>
            kept(points, chosen).filter(({ value, zone }) => onCentre !== 'skip' || zone !== 0 || Number.isNaN(value)),
          look: (window) =>
            SIDES.flatMap(({ sign, side }) => {
              const isOn = ({ zone, value }: Point) => onCentre === 'count' && zone === 0 && !Number.isNaN(value)
              const all = window.every((point) => sign * point.zone > 0 || isOn(point))
              return all && window.some(({ zone }) => zone !== 0)
                ? [{ flag: flag(window, window, length, chosen), side }]
                : []
            }),
        })
      }),
      RUNS,
    )
  })

  test('a trend', () => {
    const options = fc.record({
      gaps,
      flagged,
      ties: fc.constantFrom('break', 'skip'),
      turningPoint: fc.constantFrom('later', 'both'),
    })
    fc.assert(
      fc.property(phase(), fc.integer({ min: 3, max: 6 }), options, (series, length, asked) => {
        const { ties, turningPoint, ...chosen } = asked as Required<TrendOptions>
        agrees(series, trend(length, asked as TrendOptions), {
          size: length,
          members: (points) => withoutTies(kept(points, chosen), ties),
          isLaterWins: turningPoint === 'later',
          look: (window) =>
            SIDES.flatMap(({ sign, side }) =>
              moves(window).every((move) => move === sign)
                ? [{ flag: flag(window, window, length, chosen), side }]
                : [],
            ),
        })
      }),
      RUNS,
    )
  })

  test('some of several beyond a line', () => {
    const options = fc.record({
      gaps,
      flagged,
      others: fc.constantFrom('anywhere', 'sameSide', 'notBeyondOpposite'),
      outsideLimits: fc.constantFrom('counted', 'notCounted'),
      isOpenAtStart: fc.boolean(),
      shared: fc.constantFrom('both', 'later'),
    })
    const some = fc.constantFrom([2, 3, 2], [4, 5, 1], [2, 4, 1], [3, 3, 1] as const)
    fc.assert(
      fc.property(phase(), some, options, (series, [needed, of, sigmas], asked) => {
        const chosen = asked as Required<SomeBeyondOptions>
        const rule = someBeyond({ id: 'some', needed: needed!, of: of!, sigmas: sigmas! }, chosen)
        agrees(series, rule, {
          size: of!,
          opens: chosen.isOpenAtStart,
          members: (points) => kept(points, chosen),
          isLaterWins: chosen.shared === 'later',
          look: (window) =>
            SIDES.flatMap(({ sign, side }) => {
              const counting = window.filter(
                ({ zone }) => sign * zone > sigmas! && (chosen.outsideLimits === 'counted' || sign * zone <= 3),
              )
              const breaks = window.some(
                ({ value, zone }) =>
                  Number.isNaN(value) ||
                  (chosen.others === 'sameSide' && sign * zone <= 0) ||
                  (chosen.others === 'notBeyondOpposite' && -sign * zone > sigmas!),
              )
              return !breaks && counting.length >= needed!
                ? [{ flag: flag(window, counting, needed!, chosen), side }]
                : []
            }),
        })
      }),
      RUNS,
    )
  })

  test('points that keep to the middle, and points that keep away from it', () => {
    fc.assert(
      fc.property(phase(), fc.integer({ min: 2, max: 6 }), fc.record({ gaps, flagged }), (series, length, asked) => {
        const chosen = asked as Required<PatternOptions>
        const model = (holds: (window: readonly Point[]) => boolean): Model => ({
          size: length,
          members: (points) => kept(points, chosen),
          look: (window) => (holds(window) ? [{ flag: flag(window, window, length, chosen), side: 'own' }] : []),
        })
        const isNear = ({ value, zone }: Point) => !Number.isNaN(value) && Math.abs(zone) <= 1
        agrees(
          series,
          hugging(length, 1, chosen),
          model((window) => window.every(isNear)),
        )
        agrees(
          series,
          mixture(length, 1, chosen),
          model(
            (window) =>
              window.every(({ zone }) => Math.abs(zone) > 1) && new Set(window.map(({ zone }) => zone > 0)).size === 2,
          ),
        )
      }),
      RUNS,
    )
  })

  test('points that go up and down in turn', () => {
    const options = fc.record({ gaps, flagged, ties: fc.constantFrom('break', 'skip') })
    fc.assert(
      fc.property(phase(), fc.integer({ min: 4, max: 7 }), options, (series, length, asked) => {
        const { ties, ...chosen } = asked as Required<AlternatingOptions>
        agrees(series, alternating(length, asked as AlternatingOptions), {
          size: length,
          members: (points) => withoutTies(kept(points, chosen), ties),
          look: (window) => {
            const steps = moves(window)
            const turns = steps.every((move, i) => move !== 0 && (i === 0 || move === -steps[i - 1]!))
            return turns ? [{ flag: flag(window, window, length, chosen), side: 'own' }] : []
          },
        })
      }),
      RUNS,
    )
  })

  test('a point beyond a line', () => {
    fc.assert(
      fc.property(phase(), fc.constantFrom(1, 2, 3), (series, sigmas) => {
        agrees(series, beyond(sigmas), {
          size: 1,
          members: (points) => points,
          look: ([point]) => (Math.abs(point!.zone) > sigmas ? [{ flag: [point!], side: 'own' }] : []),
        })
      }),
      RUNS,
    )
  })
})

const RUNS = { numRuns: 1000 }

const SIDES = [
  { sign: 1, side: 'high' },
  { sign: -1, side: 'low' },
] as const

/** Few different values, so that ties and patterns are frequent; about one in twenty is missing. */
function phase() {
  const value = fc.oneof(
    { weight: 19, arbitrary: fc.integer({ min: -5, max: 5 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  // Some series keep to one side, and some swing, as chance seldom makes them.
  return fc
    .tuple(fc.array(value, { maxLength: 30 }), fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 }))
    .map(([values, shifted, swing]) => values.map((one, i) => one + shifted + (i % 2 === 0 ? swing : -swing)))
}

/** The zone of a whole number: half of it, away from nought, so that 0, 1 and 2 are on the line, inside and beyond. */
function zoneOf(value: number): number {
  if (Number.isNaN(value)) return 0
  return Math.sign(value) * Math.min(4, Math.ceil(Math.abs(value) / 2))
}

function agrees(series: readonly number[], rule: SignalRule, model: Model): void {
  // Points before and after the phase would complete many a pattern; they must not.
  const values = Float64Array.from([9, 9, ...series, 9, 9])
  const end = START + series.length
  const judged: Judged = {
    values,
    zones: Int8Array.from(values, zoneOf),
    lines: LINES,
    upper: new Float64Array(values.length).fill(7),
    farthest: LINES.length + 1,
    start: START,
    end,
  }
  const bits = new Uint32Array(values.length)
  const marks = marksOf(bits, 0)
  rule.mark(judged, marks)
  const expected = slowly(judged, model)
  expect([...bits]).toEqual(expected)

  const patterns = rule.find(judged, marks)
  const told = [...new Set(patterns.flatMap(({ points }) => points))].sort((a, b) => a - b)
  expect(told).toEqual([...bits.keys()].filter((at) => bits[at] !== 0))
  for (const { from, to, points } of patterns) {
    expect(from).toBeGreaterThanOrEqual(START)
    expect(to).toBeLessThan(end)
    expect(from).toBeLessThanOrEqual(points[0]!)
    expect(to).toBeGreaterThanOrEqual(points.at(-1)!)
  }
}

function slowly({ values, zones, start, end }: Judged, model: Model): number[] {
  const bits = new Array<number>(values.length).fill(0)
  const points = Array.from({ length: end - start }, (_, i) => start + i).map((at) => ({
    at,
    value: values[at]!,
    zone: zones[at]!,
  }))
  const members = model.members(points)
  for (let last = model.opens ? 0 : model.size - 1; last < members.length; last++) {
    for (const { flag: these, side } of model.look(members.slice(Math.max(0, last - model.size + 1), last + 1))) {
      for (const { at, zone } of these) {
        const bit = (side === 'own' ? zone >= 0 : side === 'high') ? 1 : 2
        bits[at] = model.isLaterWins ? bit : bits[at]! | bit
      }
    }
  }
  return bits
}

function kept(points: readonly Point[], { gaps: how }: Pick<PatternOptions, 'gaps'>): readonly Point[] {
  return points.filter(({ value }) => how !== 'skip' || !Number.isNaN(value))
}

function withoutTies(points: readonly Point[], ties: 'break' | 'skip'): readonly Point[] {
  return points.filter(({ value }, i) => ties !== 'skip' || value !== points[i - 1]?.value)
}

function moves(window: readonly Point[]): readonly number[] {
  return window.slice(1).map(({ value }, i) => Math.sign(value - window[i]!.value))
}

function flag(
  window: readonly Point[],
  counting: readonly Point[],
  needed: number,
  { flagged: which }: Pick<PatternOptions, 'flagged'>,
): readonly Point[] {
  return which === 'completing' ? counting.slice(needed - 1) : which === 'counting' ? counting : window
}
