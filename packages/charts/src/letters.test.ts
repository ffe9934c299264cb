import type { Signal } from '@golden-thread/spc'
import { expect, test } from 'vitest'
import { signalLetters } from './letters.ts'

test('letters go from A to Z, then AA, AB: each signal has its own', () => {
  const signal: Signal = { rule: 'outside', side: 'high', verdict: 'improving', from: 0, to: 0, points: [0], phase: 1 }
  const letters = signalLetters(Array<Signal>(800).fill(signal))
  expect([letters[0], letters[25], letters[26], letters[27], letters[701], letters[702]]).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'ZZ',
    'AAA',
  ])
  expect(new Set(letters).size).toBe(800)
})
