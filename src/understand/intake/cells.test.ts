import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf, plainNumber } from '#understand/intake/cells.ts'

const number = (text: string) => plainNumber(Buffer.from(text), 0, text.length)

test('the bytes of a number say what its text says', () => {
  const texts = fc.oneof(
    fc.stringMatching(/^-?\d{1,9}(\.\d{1,6})?$/),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.stringMatching(/^[-.\d]{0,8}$/),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const read = number(text)
      if (!Number.isNaN(read)) expect(read).toBe(numberOf(text))
    }),
    { numRuns: 5_000 },
  )
})

test.each(['', '-', '.', '5.', '.5', '1.2.3', '--1', '1-', '1,000', ' 1', '1e3', '12%', '1234567890123456'])(
  '“%s” is left to its text',
  (text) => {
    expect(number(text)).toBeNaN()
  },
)

test.each([
  ['0', 0],
  ['-0', -0],
  ['0012', 12],
  ['-3.50', -3.5],
  ['0.1', 0.1],
  ['123456789012345', 123456789012345],
])('“%s” is %d', (text, value) => {
  expect(number(text)).toBe(value)
})
