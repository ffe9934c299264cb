import fc from 'fast-check'
import { expect, test } from 'vitest'
import { px } from './markup.ts'

test('a coordinate is written as its number to two decimals would be', () => {
  for (const [value, written] of [
    [12, '12'],
    [0.1, '0.1'],
    [-0.004, '0'],
    [-3.456, '-3.46'],
    [199.999, '200'],
  ] as const)
    expect(px(value)).toBe(written)
  fc.assert(
    fc.property(fc.oneof(fc.double({ min: -2000, max: 2000, noNaN: true }), fc.double()), (value) => {
      expect(px(value)).toBe(String(Math.round(value * 100) / 100))
    }),
  )
})
