import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentDone, timeLeft } from '#understand/imports.progress.ts'

describe('time left is said as a person would', () => {
  const cases = [
    { name: 'nothing in the first moments', done: 500, of: 1_000, elapsedMs: 1_000, says: '' },
    { name: 'nothing while the length is unknown', done: 500, of: null, elapsedMs: 10_000, says: '' },
    { name: 'nothing before the first row', done: 0, of: 1_000, elapsedMs: 10_000, says: '' },
    { name: 'the end', done: 990, of: 1_000, elapsedMs: 20_000, says: 'A few seconds left.' },
    { name: 'tens of seconds', done: 111_600, of: 180_000, elapsedMs: 30_000, says: 'About 20 seconds left.' },
    { name: 'a minute', done: 250, of: 1_000, elapsedMs: 19_000, says: 'About a minute left.' },
    { name: 'minutes', done: 100, of: 1_000, elapsedMs: 20_000, says: 'About 3 minutes left.' },
  ]
  for (const { name, says, elapsedMs, ...progress } of cases) {
    test(name, () => expect(timeLeft(progress, elapsedMs)).toBe(says))
  }
})

test('a bar is full only when everything is done', () => {
  expect(percentDone({ done: 9_999, of: 10_000 })).toBe(99)
  expect(percentDone({ done: 10_000, of: 10_000 })).toBe(100)
  expect(percentDone({ done: 7, of: null })).toBeNull()
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (done, of) => {
      const percent = percentDone({ done, of })!
      expect(percent === 100).toBe(done >= of)
      expect(percent).toBeGreaterThanOrEqual(0)
    }),
  )
})
