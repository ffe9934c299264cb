import { expect, test } from 'vitest'
import { fitText, textWidth, wrapText } from './textWidth.ts'

test('widths are those of Open Sans', () => {
  expect(textWidth('Upper limit 29.8%', 13.5)).toBeCloseTo(111.8, 0)
  expect(textWidth('27.3%', 13.5, true)).toBeGreaterThan(textWidth('27.3%', 13.5))
})

test('text that does not fit ends in an ellipsis, or goes when hardly a letter is left', () => {
  expect(fitText('From February 2025', 400, 13.5)).toBe('From February 2025')
  const cut = fitText('From February 2025: discharge lounge', 120, 13.5)
  expect(cut).toMatch(/^From Feb.*…$/)
  expect(textWidth(cut, 13.5)).toBeLessThanOrEqual(120)
  expect(fitText('From February 2025', 20, 13.5)).toBe('')
})

test('lines break between words, and the last says that there was more', () => {
  expect(wrapText('norovirus, five wards closed', 110, 13.5, 3)).toEqual(['norovirus, five', 'wards closed'])
  expect(wrapText('one two three four five six seven eight', 60, 13.5, 2)).toEqual([
    'one two',
    expect.stringMatching(/^three.*…$/),
  ])
  expect(wrapText('  ', 60, 13.5, 2)).toEqual([])
})
