import { expect, test } from 'vitest'
import { type DeclinedRebase, isDeclined } from '#understand/declinedRebase.ts'

const PERIODS = Array.from({ length: 40 }, (_, i) => 24_000 + i)
const lines = (centre: number) => ({ centre, lower: null, upper: null, points: 12 })
/** Two sigma of 4 higher since the 20th period. */
const suggestion = { start: 20, side: 'high', before: lines(10), after: lines(18), sigmas: 2 } as const
const declined: DeclinedRebase = {
  id: 'one',
  start: 24_020,
  side: 'high',
  mean: 18,
  points: 12,
  reason: 'winter',
  recordedBy: 'Ada',
  recordedAt: new Date(0),
  undone: null,
}

test.each<[string, Partial<DeclinedRebase>, boolean]>([
  ['the same', {}, true],
  ['a start two periods away', { start: 24_018 }, true],
  ['a start three periods away', { start: 24_017 }, false],
  ['the other side', { side: 'low' }, false],
  ['a level one sigma away', { mean: 14 }, true],
  ['a level further away', { mean: 13.9 }, false],
  ['taken back since', { undone: { by: 'Ada', at: new Date(0) } }, false],
  ['a start after the last figure', { start: 25_000 }, false],
])('what was declined: %s', (_, change, expected) => {
  expect(isDeclined(suggestion, PERIODS, [{ ...declined, ...change }])).toBe(expected)
})

test('nothing declined, nothing kept back', () => {
  expect(isDeclined(suggestion, PERIODS, [])).toBe(false)
})
