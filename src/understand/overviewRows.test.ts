import { expect, test } from 'vitest'
import { limitsText } from '#understand/overviewRows.ts'
import type { SeriesSummary } from '#understand/series.ts'

const cases = [
  { name: 'both limits', kind: 'count', lower: 3, upper: 20, says: '3 to 20' },
  { name: 'a count is never below 0', kind: 'count', lower: -5, upper: 20, says: 'up to 20' },
  { name: 'a share is never above 100%', kind: 'proportion', unit: '%', lower: 90, upper: 104, says: '90% or more' },
  { name: 'a share may be any', kind: 'proportion', unit: '%', lower: -4, upper: 104, says: 'any' },
  { name: 'a published figure may be below 0', kind: 'published', lower: -5, upper: 20, says: '-5 to 20' },
  {
    name: 'where figures are below 0 themselves, a limit may be',
    kind: 'count',
    value: -1,
    lower: -5,
    upper: 20,
    says: '-5 to 20',
  },
  { name: 'no limits', kind: 'count', lower: null, upper: null, says: '–' },
]

test.each(cases)('limits: $name', ({ kind, unit = '', value = 5, lower, upper, says }) => {
  const series = { measure: { kind }, unit, decimals: 0, value, lower, upper, spark: { values: [value] } }
  expect(limitsText(series as unknown as SeriesSummary)).toBe(says)
})
