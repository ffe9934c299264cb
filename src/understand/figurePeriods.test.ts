import { describe, expect, test } from 'vitest'
import { nextPeriod, periodChoices } from '#understand/figurePeriods.ts'
import { dayOf } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'

const MONTHLY = { kind: 'month' } as const
const JUNE_2026 = 2026 * 12 + 5
const [JUNE, JULY] = [5, 6]

/** Only what the choice of a period looks at. */
function knownUntil(period: number): SeriesView {
  return {
    observations: { periods: [period - 1, period] },
    analysis: { values: [1, 2] },
    definition: { unit: '', decimals: 0 },
  } as unknown as SeriesView
}

describe('the period that stands in the form', () => {
  const cases = [
    {
      name: 'is the one after the last',
      view: knownUntil(JUNE_2026 - 1),
      today: dayOf(2026, JULY, 3),
      period: JUNE_2026,
    },
    {
      name: 'may be the one that runs',
      view: knownUntil(JUNE_2026 - 1),
      today: dayOf(2026, JUNE, 3),
      period: JUNE_2026,
    },
    {
      name: 'is the last itself when the next has not begun',
      view: knownUntil(JUNE_2026),
      today: dayOf(2026, JUNE, 30),
      period: JUNE_2026,
    },
    {
      name: 'is the last that is over before there is any',
      view: null,
      today: dayOf(2026, JULY, 3),
      period: JUNE_2026,
    },
    { name: 'is the one that ends today', view: null, today: dayOf(2026, JUNE, 30), period: JUNE_2026 },
  ]
  for (const { name, view, today, period } of cases)
    test(name, () => expect(nextPeriod(MONTHLY, view, today)).toBe(period))
})

test('periods to choose from begin with the one that runs, and say what is known', () => {
  const choices = periodChoices(MONTHLY, knownUntil(JUNE_2026 - 1), dayOf(2026, JUNE, 3))
  expect(choices).toHaveLength(36)
  expect(choices.slice(0, 2)).toEqual([
    { period: JUNE_2026, label: 'June 2026', known: null },
    { period: JUNE_2026 - 1, label: 'May 2026', known: '2' },
  ])
})
