import { describe, expect, test } from 'vitest'
import { outside } from './outside.ts'
import { marksOf, type SignalRule } from './rule.ts'
import { shift } from './shift.ts'
import { trend } from './trend.ts'
import { twoInThree } from './twoInThree.ts'
import { DRAWN_LINES, findZones } from './zones.ts'

/** Centre 50, warning lines at 45 and 55, limits at 42.5 and 57.5. */
const CENTRE = 50
const [NEAR_HIGH, OUT_HIGH, NEAR_LOW] = [56, 60, 44]
const GAP = Number.NaN

interface RuleCase {
  readonly name: string
  readonly values: readonly number[]
  /** Indexes flagged on each side. */
  readonly high?: readonly number[]
  readonly low?: readonly number[]
}

const rules: { rule: SignalRule; cases: RuleCase[] }[] = [
  {
    rule: outside,
    cases: [
      { name: 'above the upper limit and below the lower one', values: [50, 58, 42], high: [1], low: [2] },
      { name: 'on a limit is inside', values: [57.5, 42.5] },
      { name: 'a last bit beyond the limit is on it', values: [57.5 + 1e-13] },
      { name: 'a missing value is nowhere', values: [GAP, 58], high: [1] },
    ],
  },
  {
    rule: shift(7),
    cases: [
      { name: 'seven high points, from the first', values: repeat(51, 7), high: upTo(7) },
      { name: 'six are not enough', values: repeat(51, 6) },
      { name: 'nine low points, all of them', values: [51, ...repeat(49, 9), 51], low: upTo(9).map((i) => i + 1) },
      { name: 'a point on the line breaks the run', values: [...repeat(51, 4), CENTRE, ...repeat(51, 4)] },
      { name: 'a missing point breaks the run', values: [...repeat(51, 4), GAP, ...repeat(51, 4)] },
      {
        name: 'a run right after another',
        values: [...repeat(51, 7), ...repeat(49, 7)],
        high: upTo(7),
        low: upTo(7, 7),
      },
      { name: 'no points, no signal', values: [] },
    ],
  },
  {
    rule: trend(7),
    cases: [
      { name: 'seven rising points, from the first', values: [44, 45, 46, 47, 48, 49, 50], high: upTo(7) },
      { name: 'six are not enough', values: [44, 45, 46, 47, 48, 49, 48] },
      { name: 'eight falling points, all of them', values: [57, 56, 55, 54, 53, 52, 51, 50], low: upTo(8) },
      { name: 'an equal pair breaks it', values: [44, 45, 46, 47, 47, 48, 49, 50] },
      { name: 'a missing point breaks it', values: [44, 45, 46, GAP, 48, 49, 50, 51] },
      {
        name: 'a turning point belongs to the way out',
        values: [44, 45, 46, 47, 48, 49, 50, 49, 48, 47, 46, 45, 44],
        high: upTo(6),
        low: upTo(7, 6),
      },
      {
        name: 'where one trend ends beside the next, the move out decides',
        values: [44, 45, 46, 47, 48, 49, 50, 40, 41, 42, 43, 44, 45, 46],
        high: [...upTo(6), ...upTo(7, 7)],
        low: [6],
      },
    ],
  },
  {
    rule: twoInThree,
    cases: [
      {
        name: 'two near points with a third beside them on their side',
        values: [NEAR_HIGH, 51, NEAR_HIGH],
        high: [0, 2],
      },
      { name: 'two near points need a third point', values: [NEAR_HIGH, NEAR_HIGH] },
      { name: 'the third on the other side is none', values: [49, NEAR_HIGH, NEAR_HIGH, 49] },
      { name: 'the third on the line is none', values: [CENTRE, NEAR_HIGH, NEAR_HIGH, CENTRE] },
      {
        name: 'a point outside may be the third, and is not flagged',
        values: [OUT_HIGH, NEAR_HIGH, NEAR_HIGH],
        high: [1, 2],
      },
      { name: 'a point outside does not count as near', values: [OUT_HIGH, 51, NEAR_HIGH] },
      { name: 'near on both sides is nothing', values: [NEAR_HIGH, NEAR_LOW, NEAR_HIGH] },
      { name: 'a missing point breaks it', values: [NEAR_LOW, GAP, NEAR_LOW] },
      { name: 'three near points', values: [NEAR_LOW, NEAR_LOW, NEAR_LOW], low: [0, 1, 2] },
      { name: 'on the warning line is not near', values: [55, 51, NEAR_HIGH] },
    ],
  },
]

for (const { rule, cases } of rules) {
  describe(rule.id, () => {
    test.each(cases)('$name', ({ values, high = [], low = [] }) => {
      const { bits, judged } = marked(rule, values)
      expect(flagged(bits, 1)).toEqual(high)
      expect(flagged(bits, 2)).toEqual(low)
      const patterns = rule.find(judged, marksOf(bits, 0))
      expect(new Set(patterns.flatMap(({ points }) => points))).toEqual(
        new Set([...high, ...low].sort((a, b) => a - b)),
      )
    })
  })
}

test('patterns are whole: a turning point is in both trends', () => {
  const { bits, judged } = marked(trend(7), [44, 45, 46, 47, 48, 49, 50, 49, 48, 47, 46, 45, 44])
  const found = trend(7).find(judged, marksOf(bits, 0))
  expect(found.map(({ side, from, to }) => ({ side, from, to }))).toEqual([
    { side: 'high', from: 0, to: 6 },
    { side: 'low', from: 6, to: 12 },
  ])
})

test('near points around a third one are one pattern, near points apart are two', () => {
  const { bits, judged } = marked(twoInThree, [NEAR_HIGH, 51, NEAR_HIGH, 49, 51, NEAR_HIGH, NEAR_HIGH])
  const found = twoInThree.find(judged, marksOf(bits, 0))
  expect(found.map(({ points }) => points)).toEqual([
    [0, 2],
    [5, 6],
  ])
})

test('a rule looks at its phase only', () => {
  const bits = new Uint32Array(14)
  const values = Float64Array.from(repeat(51, 14))
  const zones = new Int8Array(14).fill(1)
  shift(7).mark(
    { values, zones, lines: DRAWN_LINES, upper: new Float64Array(14), farthest: 3, start: 3, end: 9 },
    marksOf(bits, 0),
  )
  expect(bits.some((bit) => bit !== 0)).toBe(false)
})

function marked(rule: SignalRule, list: readonly number[]) {
  const values = Float64Array.from(list)
  const line = (height: number) => new Float64Array(values.length).fill(height)
  const lines = {
    centre: line(CENTRE),
    lower: line(42.5),
    upper: line(57.5),
    lowerWarning: line(45),
    upperWarning: line(55),
  }
  const zones = new Int8Array(values.length)
  const bits = new Uint32Array(values.length)
  findZones(values, lines, zones, 0, values.length)
  const judged = { values, zones, lines: DRAWN_LINES, upper: lines.upper, farthest: 3, start: 0, end: values.length }
  rule.mark(judged, marksOf(bits, 0))
  return { bits, judged }
}

function flagged(bits: Uint32Array, bit: number): number[] {
  return [...bits.keys()].filter((at) => (bits[at]! & bit) !== 0)
}

function repeat(value: number, times: number): number[] {
  return new Array<number>(times).fill(value)
}

function upTo(count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, i) => from + i)
}
