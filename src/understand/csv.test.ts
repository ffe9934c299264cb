import fc from 'fast-check'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { csv } from '#understand/csv.ts'

const formulas = ['=1+1', '+cmd', '@SUM(A1)', '-cmd', '\tx', '\r=1', '-1+cmd']
for (const formula of formulas) {
  test(`${JSON.stringify(formula)} is written as a text, not as a formula`, () => {
    const [[cell]] = papaparse.parse<string[]>(csv([[formula]]).slice(1)).data as [[string]]
    expect(cell).toBe(`'${formula}`)
  })
}

test('numbers, also negative ones, stay numbers', () => {
  expect(csv([[-1.5, 2, null, '-3', Number.NaN]])).toBe('\uFEFF-1.5,2,,-3,\r\n')
})

test('whatever stands in a cell comes back from a reader as it was, but for the mark on formulas', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = papaparse.parse<string[]>(csv(rows).slice(1), { newline: '\r\n' }).data.slice(0, -1)
      expect(read).toEqual(rows)
    }),
  )
})
