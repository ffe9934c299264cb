/** How a measure's time is cut. A financial year starts on 1 April; `event` series have dates, not periods. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'event'

export const PERIOD_KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year', 'event']

export interface Calendar {
  readonly kind: PeriodKind
  /** Weeks are named by the day they end on: 0 Sunday … 6 Saturday. Only for weeks. */
  readonly weekEnds?: number
}

/**
 * A period as a whole number, so that neighbours differ by one and a gap can be counted:
 * days since 1970-01-01; weeks since the first one ending in 1970; months since January of year 0 (year × 12 + month − 1);
 * quarters (year × 4 + quarter − 1, Q1 starting in January); financial years by the year they start in; events as days.
 */
export type PeriodNumber = number

/** Days since 1970-01-01. No time of day and no time zone: a period is local midnight to local midnight. */
export type Day = number

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const MILLISECONDS_A_DAY = 86_400_000
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4
const APRIL = 3

/** The day of a date. `month` from 0. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month, day) / MILLISECONDS_A_DAY
}

export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MILLISECONDS_A_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() }
}

/** Today where the program runs, by its own calendar. */
export function today(clock: () => Date = () => new Date()): Day {
  const now = clock()
  return dayOf(now.getFullYear(), now.getMonth(), now.getDate())
}

/** "2026-06-30" */
export function isoDate(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/** The day of an ISO date. @throws RangeError for text that is no date */
export function dayOfIso(text: string): Day {
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_A_DAY
  if (!Number.isInteger(day)) throw new RangeError(`“${text}” is not a date such as 2026-06-30`)
  return day
}

/** The period that a day lies in. */
export function periodOfDay(day: Day, calendar: Calendar): PeriodNumber {
  const { year, month } = dateOf(day)
  switch (calendar.kind) {
    case 'day':
    case 'event':
      return day
    case 'week':
      return Math.ceil((day - firstWeekEnd(calendar)) / 7)
    case 'month':
      return year * 12 + month
    case 'quarter':
      return year * 4 + Math.floor(month / 3)
    case 'year':
      return month >= APRIL ? year : year - 1
  }
}

/** The last day of a period. */
export function periodEnd(period: PeriodNumber, calendar: Calendar): Day {
  if (calendar.kind === 'week') return firstWeekEnd(calendar) + 7 * period
  return periodStart(period + 1, calendar) - 1
}

/** The first day of a period. */
export function periodStart(period: PeriodNumber, calendar: Calendar): Day {
  switch (calendar.kind) {
    case 'day':
    case 'event':
      return period
    case 'week':
      return firstWeekEnd(calendar) + 7 * period - 6
    case 'month':
      return dayOf(Math.floor(period / 12), modulo(period, 12), 1)
    case 'quarter':
      return dayOf(Math.floor(period / 4), modulo(period, 4) * 3, 1)
    case 'year':
      return dayOf(period, APRIL, 1)
  }
}

/** As sentences say it: "June 2026", "the week ending 7 June 2026", "Q1 2026/27", "2026/27", "7 June 2026". */
export function periodLabel(period: PeriodNumber, calendar: Calendar): string {
  if (calendar.kind === 'week') return `the week ending ${longDate(periodEnd(period, calendar))}`
  if (calendar.kind === 'month') return `${MONTHS[modulo(period, 12)]} ${Math.floor(period / 12)}`
  if (calendar.kind === 'day' || calendar.kind === 'event') return longDate(period)
  return shortLabel(period, calendar)
}

/** As tables say it: "Jun 2026", "7 Jun 2026" (also for the week that ends then), "Q1 2026/27", "2026/27". */
export function shortLabel(period: PeriodNumber, calendar: Calendar): string {
  switch (calendar.kind) {
    case 'day':
    case 'event':
      return shortDate(period)
    case 'week':
      return shortDate(periodEnd(period, calendar))
    case 'month':
      return `${MONTHS[modulo(period, 12)]!.slice(0, 3)} ${Math.floor(period / 12)}`
    case 'quarter':
      // The field counts quarters in financial years: January to March is Q4 of the year that began in April before.
      return `Q${modulo(period - 1, 4) + 1} ${financialYear(Math.floor((period - 1) / 4))}`
    case 'year':
      return financialYear(period)
  }
}

/** What a chart needs to know of each period. Alike to ChartPeriod of packages/charts. */
export interface AxisPeriod {
  readonly label: string
  /** What stands under the point: a month's letter, or the name of a month at its first week or day; empty for none. */
  readonly tick: string
  /** What stands once beneath a stretch of points: the year. */
  readonly group: string
}

export function axisOf(periods: readonly PeriodNumber[], calendar: Calendar): readonly AxisPeriod[] {
  let before = ''
  return periods.map((period) => {
    const day = periodEnd(period, calendar)
    const { year, month } = dateOf(day)
    const label = periodLabel(period, calendar)
    if (calendar.kind === 'year') return { label, tick: financialYear(period), group: '' }
    if (calendar.kind === 'quarter')
      return { label, tick: `Q${modulo(period - 1, 4) + 1}`, group: financialYear(Math.floor((period - 1) / 4)) }
    if (calendar.kind === 'month') return { label, tick: MONTHS[month]!.charAt(0), group: String(year) }
    const name = `${year} ${month}`
    const tick = name === before ? '' : MONTHS[month]!.slice(0, 3)
    before = name
    return { label, tick, group: String(year) }
  })
}

/** "30 June 2026" */
export function longDate(day: Day): string {
  const date = dateOf(day)
  return `${date.day} ${MONTHS[date.month]} ${date.year}`
}

/** "30 Jun 2026" */
export function shortDate(day: Day): string {
  const date = dateOf(day)
  return `${date.day} ${MONTHS[date.month]!.slice(0, 3)} ${date.year}`
}

function financialYear(start: number): string {
  return `${start}/${String(modulo(start + 1, 100)).padStart(2, '0')}`
}

function firstWeekEnd(calendar: Calendar): Day {
  return modulo((calendar.weekEnds ?? 0) - FIRST_WEEKDAY, 7)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
