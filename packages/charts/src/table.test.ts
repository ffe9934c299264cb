import { expect, test } from 'vitest'
import { beforeNoon } from './gallery/beforeNoon.ts'
import { galleryChart } from './gallery/figures.ts'
import { rowsRead, tableOf } from './table.ts'

test('the table says of every period what the drawing shows', () => {
  const rows = tableOf(beforeNoon('a'))
  expect(rows).toHaveLength(36)
  expect(rows.at(-1)).toEqual({
    index: 35,
    behind: '',
    period: 'June 2026',
    value: '27.3%',
    provisional: true,
    lower: '20.3%',
    centre: '25.0%',
    upper: '29.8%',
    target: '33%',
    verdict: 'Improving (B)',
    letters: ['B'],
    notes: [],
  })
  expect(rows[28]).toMatchObject({ period: 'November 2025', notes: ['Medicines ready the, evening before'] })
})

test('a missing period keeps its row and claims nothing', () => {
  expect(tableOf(beforeNoon('a'))[25]).toMatchObject({
    period: 'August 2025',
    value: 'No data',
    verdict: '',
    provisional: false,
  })
  expect(rowsRead(beforeNoon('a'), 25, 26)[0]).toBe(
    'August 2025: No data. Limits 20.3% to 29.8%, mean 25.0%, target 33%',
  )
})

test('while there are too few points, it gives neither limits nor verdicts', () => {
  const chart = galleryChart({ id: 'a', input: { numerators: [1, 2, 3] } })
  expect(tableOf(chart)[2]).toMatchObject({ value: '3.0%', lower: '', centre: '', upper: '', verdict: '', letters: [] })
  expect(rowsRead(chart, 2, 3)[0]).toBe('September 2023: 3.0%')
})

test('a point of several signals names all their letters', () => {
  const values = [...Array.from({ length: 20 }, (_, index) => 50 + (index % 2)), 49, 49, 49, 49, 49, 49, 49, 40]
  const chart = galleryChart({ id: 'a', input: { numerators: values, phases: [{ start: 0, baseline: 20 }] } })
  expect(tableOf(chart).at(-1)?.letters.length).toBeGreaterThan(1)
  expect(tableOf(chart).at(-1)?.verdict).toMatch(/^Concerning \([A-Z], /)
})

test('a run chart reads its median', () => {
  const chart = galleryChart({ id: 'a', input: { chart: 'run', numerators: [...Array(14).keys()] } })
  expect(rowsRead(chart, 13, 14)[0]).toContain('Median 6.5%')
})

test('a point left out of limits and rules says so', () => {
  const chart = galleryChart({ id: 'a', input: { numerators: [...Array(16).keys()], excluded: [3] } })
  expect(tableOf(chart)[3]?.verdict).toBe('Left out of limits and rules')
})

test('a point that one rule calls improving and another concerning is both, in its row and read aloud', () => {
  const steady = Array.from({ length: 24 }, (_, index) => 50 + (index % 2))
  const numerators = [...steady, 53, 52.8, 52.6, 52.4, 52.2, 52, 51.8]
  const chart = galleryChart({ id: 'a', input: { numerators, phases: [{ start: 0, baseline: 24 }] } })
  expect(tableOf(chart).at(-1)?.verdict).toBe('Concerning and improving (A, C)')
  expect(rowsRead(chart, 30, 31)[0]).toContain('Concerning and improving (A, C).')
})

test('a limit that no value can reach is said as the drawing says it', () => {
  const numerators = [2, 0, 4, 1, 5, 0, 3, 1, 4, 0, 2, 41, 0, 3]
  const chart = galleryChart({ id: 'a', input: { numerators, direction: 'lower' }, floor: 0 })
  expect(tableOf(chart)[0]?.lower).toBe('below 0%')
  expect(rowsRead(chart, 0, 1)[0]).toMatch(/Limits below 0% to \d/)
})

test('a chart of sums reads its zero line', () => {
  const chart = galleryChart({ id: 'a', input: { chart: 'cusum', numerators: [...Array(14).keys()] } })
  expect(rowsRead(chart, 13, 14)[0]).toContain('zero line 0')
})
