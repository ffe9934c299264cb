import { describe, expect, test } from 'vitest'
import { isRunning, periodChoices, presetPeriod } from '#understand/figurePeriods.ts'
import { dayOf } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'

const MONTHLY = { kind: 'month' } as const
const JUNE_2026 = 2026 * 12 + 5
const [JUNE, JULY] = [5, 6]

/** Only what the choice of a period looks at: known in each month from the first to the last, but for gaps. */
function known(first: number, last: number, gaps: readonly number[] = []): SeriesView {
  const periods = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return {
    observations: { periods },
    analysis: { values: periods.map((period) => (gaps.includes(period) ? Number.NaN : 2)) },
    definition: { unit: '', decimals: 0 },
  } as unknown as SeriesView
}

const JULY_3 = dayOf(2026, JULY, 3)

describe('the period that stands in the form', () => {
  const cases = [
    { name: 'is the last that is over', view: known(JUNE_2026 - 9, JUNE_2026 - 1), today: JULY_3, period: JUNE_2026 },
    { name: 'is the last of two without', view: known(JUNE_2026 - 9, JUNE_2026 - 2), today: JULY_3, period: JUNE_2026 },
    {
      name: 'is then the one before it',
      view: known(JUNE_2026 - 9, JUNE_2026, [JUNE_2026 - 1]),
      today: JULY_3,
      period: JUNE_2026 - 1,
    },
    {
      name: 'is the one that runs when each has one',
      view: known(JUNE_2026 - 9, JUNE_2026),
      today: JULY_3,
      period: JUNE_2026 + 1,
    },
    {
      name: 'is the one that runs, to be restated, when that has one too',
      view: known(JUNE_2026 - 9, JUNE_2026 + 1),
      today: JULY_3,
      period: JUNE_2026 + 1,
    },
    {
      name: 'is none from before the series began',
      view: known(JUNE_2026, JUNE_2026),
      today: JULY_3,
      period: JUNE_2026 + 1,
    },
    {
      name: 'is none of long ago',
      view: known(JUNE_2026 - 80, JUNE_2026, [JUNE_2026 - 60]),
      today: JULY_3,
      period: JUNE_2026 + 1,
    },
    { name: 'is the last that is over before there is any', view: null, today: JULY_3, period: JUNE_2026 },
    { name: 'is not the one that ends today', view: null, today: dayOf(2026, JUNE, 30), period: JUNE_2026 - 1 },
  ]
  for (const { name, view, today, period } of cases)
    test(name, () => expect(presetPeriod(MONTHLY, view, today)).toBe(period))
})

const days = [
  { on: 'on its last day', day: dayOf(2026, JUNE, 30), runs: true },
  { on: 'the day after', day: dayOf(2026, JULY, 1), runs: false },
]
for (const { on, day, runs } of days)
  test(`${on} a month ${runs ? 'still runs' : 'is over'}`, () => expect(isRunning(JUNE_2026, MONTHLY, day)).toBe(runs))

test('periods to choose from begin with the one that runs, and say what is known', () => {
  const choices = periodChoices(MONTHLY, known(JUNE_2026 - 2, JUNE_2026 - 1), dayOf(2026, JUNE, 3))
  expect(choices).toHaveLength(36)
  expect(choices.slice(0, 2)).toEqual([
    { period: JUNE_2026, label: 'June 2026', known: null },
    { period: JUNE_2026 - 1, label: 'May 2026', known: '2' },
  ])
})
