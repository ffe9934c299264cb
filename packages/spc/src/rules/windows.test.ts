import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf, type SignalRule } from './rule.ts'
import { shift } from './shift.ts'
import { trend } from './trend.ts'
import { twoInThree } from './twoInThree.ts'
import { DRAWN_LINES } from './zones.ts'

/**
 * The rules skip what cannot hold. Here the same rules look at every window, as the NHS package's description has them, and
 * both must flag the same points.
 */
const START = 3

/** Few different values, so that ties, runs and trends are frequent; about one in twenty is missing. */
const phase = fc.record({
  values: fc.array(
    fc.oneof(
      { weight: 19, arbitrary: fc.integer({ min: -9, max: 9 }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    ),
    { maxLength: 40 },
  ),
  /** Longer runs and trends than chance gives. */
  drift: fc.integer({ min: -2, max: 2 }),
})

interface Points {
  readonly values: Float64Array
  readonly zones: Int8Array
  readonly start: number
  readonly end: number
}

test('a shift is what some window of seven on one side holds', () => {
  sameAsWindows(shift(7), ({ zones, start, end }, flag) => {
    for (const at of windows(start, end, 7)) {
      const sides = new Set(at.map((i) => Math.sign(zones[i]!)))
      if (sides.size === 1 && !sides.has(0)) flag(at, sides.has(1))
    }
  })
})

test('two in three is what some window of three holds', () => {
  sameAsWindows(twoInThree, ({ zones, start, end }, flag) => {
    for (const at of windows(start, end, 3)) {
      const sides = new Set(at.map((i) => Math.sign(zones[i]!)))
      const near = at.filter((i) => Math.abs(zones[i]!) === 2)
      if (sides.size === 1 && !sides.has(0) && near.length >= 2) flag(near, sides.has(1))
    }
  })
})

test('a trend is what some window of six moves one way holds, and the way out of a point before the way in', () => {
  sameAsWindows(trend(7), ({ values, start, end }, flag) => {
    const part = new Set<number>()
    for (const at of windows(start, end, 7)) {
      const moves = new Set(at.slice(1).map((i) => Math.sign(values[i]! - values[i - 1]!)))
      if (moves.size === 1 && (moves.has(1) || moves.has(-1))) for (const i of at) part.add(i)
    }
    for (const i of part) {
      const move = part.has(i + 1) ? values[i + 1]! - values[i]! : values[i]! - values[i - 1]!
      flag([i], move > 0)
    }
  })
})

function sameAsWindows(
  rule: SignalRule,
  look: (points: Points, flag: (at: readonly number[], isHigh: boolean) => void) => void,
) {
  fc.assert(
    fc.property(phase, ({ values: list, drift }) => {
      // Points before and after the phase would complete many a pattern; they must not.
      const around = [4, 4, 4]
      const values = Float64Array.from([...around, ...list.map((value, i) => value + drift * i), ...around])
      const zones = Int8Array.from(values, (value) =>
        Number.isNaN(value) ? 0 : Math.max(-3, Math.min(3, Math.round(value / 2))),
      )
      const upper = new Float64Array(values.length)
      const points = { values, zones, lines: DRAWN_LINES, upper, farthest: 3, start: START, end: START + list.length }
      const [fast, slow] = [new Uint32Array(values.length), new Uint32Array(values.length)]
      rule.mark(points, marksOf(fast, 0))
      look(points, (at, isHigh) => {
        for (const i of at) slow[i] = slow[i]! | (isHigh ? 1 : 2)
      })
      expect([...fast]).toEqual([...slow])
    }),
    { numRuns: 2000 },
  )
}

/** Indexes of every window of so many neighbours. */
function windows(start: number, end: number, size: number): number[][] {
  return Array.from({ length: Math.max(0, end - start - size + 1) }, (_, first) => {
    return Array.from({ length: size }, (_, i) => start + first + i)
  })
}
