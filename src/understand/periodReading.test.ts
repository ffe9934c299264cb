import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  dayOf,
  isoDate,
  longDate,
  periodEnd,
  periodOfDay,
  periodStart,
  shortDate,
  shortLabel,
} from './period.ts'
import { periodIn, readPeriod } from './periodReading.ts'

const cases: readonly [written: unknown, grain: string, firstDay: string][] = [
  ['2024-04-01', 'day', '2024-04-01'],
  ['2024-04-01T00:00:00Z', 'day', '2024-04-01'],
  ['20240401', 'day', '2024-04-01'],
  ['01/04/2024', 'day', '2024-04-01'],
  ['7 June 2026', 'day', '2026-06-07'],
  ['7th Jun 26', 'day', '2026-06-07'],
  ['Week ending 7 June 2026', 'day', '2026-06-07'],
  ['w/e 07/06/2026', 'day', '2026-06-07'],
  [43556, 'day', '2019-04-01'],
  ['43556', 'day', '2019-04-01'],
  [new Date(Date.UTC(2019, 3, 1)), 'day', '2019-04-01'],
  ['Apr-24', 'month', '2024-04-01'],
  ['April 2024', 'month', '2024-04-01'],
  ['MSitAE-APRIL-2024', 'month', '2024-04-01'],
  ['2024 April', 'month', '2024-04-01'],
  ['Sept-24', 'month', '2024-09-01'],
  ['2012-08', 'month', '2012-08-01'],
  ['04/2024', 'month', '2024-04-01'],
  ['2024-25 Q1', 'quarter', '2024-04-01'],
  ['Q4 2024/25', 'quarter', '2025-01-01'],
  ['2024 Q1', 'quarter', '2024-01-01'],
  ['2009 to 2010', 'year', '2009-04-01'],
  ['2009/10', 'year', '2009-04-01'],
  ['2009-10', 'year', '2009-04-01'],
]

for (const [written, grain, firstDay] of cases) {
  test(`${String(written)} is the ${grain} that begins on ${firstDay}`, () => {
    const period = readPeriod(written)
    expect(period && [period.grain, isoDate(period.day)]).toEqual([grain, firstDay])
  })
}

for (const written of ['31/06/2026', '30 Feb 2024', 'RXA', 'Total', '', '12', 'May the road rise', '2009', 3, null]) {
  test(`“${written}” is no period`, () => {
    expect(readPeriod(written)).toBeNull()
  })
}

test('2009-10 is October where its column has months', () => {
  expect(readPeriod('2009-10', { yearMonths: true })).toEqual({ grain: 'month', day: dayOf(2009, 9, 1) })
})

test('a month is too coarse for a daily measure, a day is fine enough for a quarterly one', () => {
  expect(periodIn({ kind: 'day' }, readPeriod('Apr-24')!)).toBeNull()
  expect(shortLabel(periodIn({ kind: 'quarter' }, readPeriod('2025-02-11')!)!, { kind: 'quarter' })).toBe('Q4 2024/25')
})

const calendars: readonly Calendar[] = [
  { kind: 'day' },
  { kind: 'week', weekEnds: 0 },
  { kind: 'week', weekEnds: 5 },
  { kind: 'month' },
  { kind: 'quarter' },
  { kind: 'year' },
]

describe.each(calendars)('a calendar of $kind $weekEnds', (calendar) => {
  test('every day lies in one period, between its first and its last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1950, 0, 1), max: dayOf(2150, 0, 1) }), (day) => {
        const period = periodOfDay(day, calendar)
        expect(periodStart(period, calendar)).toBeLessThanOrEqual(day)
        expect(periodEnd(period, calendar)).toBeGreaterThanOrEqual(day)
        expect(periodEnd(period, calendar) + 1).toBe(periodStart(period + 1, calendar))
      }),
    )
  })
})

test('a week is named by the day it ends on', () => {
  const sundays = { kind: 'week', weekEnds: 0 } as const
  expect(shortLabel(periodOfDay(dayOf(2026, 5, 2), sundays), sundays)).toBe('7 Jun 2026')
})

test('dates that are written are read again as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(1980, 0, 1), max: dayOf(2060, 0, 1) }), (day) => {
      for (const text of [isoDate(day), longDate(day), shortDate(day)]) expect(readPeriod(text)?.day).toBe(day)
    }),
  )
})
