import { expect, test } from 'vitest'
import { beforeNoon } from './gallery/beforeNoon.ts'
import { galleryChart } from './gallery/figures.ts'
import { rowsRead, tableOf } from './table.ts'

test('the table says of every period what the drawing shows', () => {
  const rows = tableOf(beforeNoon('a'))
  expect(rows).toHaveLength(36)
  expect(rows.at(-1)).toEqual({
    index: 35,
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
