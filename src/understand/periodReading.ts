import { type Calendar, type Day, dayOf, MONTHS, type PeriodNumber, periodOfDay } from '#understand/period.ts'

/** A point in time as a file writes it: how fine it is, and its first day. */
export interface ReadPeriod {
  readonly grain: 'day' | 'month' | 'quarter' | 'year'
  readonly day: Day
}

export interface PeriodHints {
  /** Numbers from 20,000 to 80,000 are days as spreadsheets count them. Default true. */
  readonly serials?: boolean
  /** "2009-10" is October 2009, since its column also has months that cannot be financial years. Default false. */
  readonly yearMonths?: boolean
  /** A bare "2009" is the financial year that starts then. Default false. */
  readonly bareYears?: boolean
}

/** Spreadsheets count days from 30 December 1899. */
const SERIAL_ORIGIN = dayOf(1899, 11, 30)
const FINEST_FIRST = ['day', 'month', 'quarter', 'year'] as const
const APRIL = 3

const MONTH = MONTHS.map((name) => name.slice(0, 3)).join('|')
const SEPARATOR = `[\\s_/.,'’-]*`

/**
 * Reads a date, month, quarter or financial year in any of the ways national bodies write them; day before month.
 * Null for anything else, also for dates that do not exist (31 June).
 */
export function readPeriod(cell: unknown, hints: PeriodHints = {}): ReadPeriod | null {
  if (cell instanceof Date) return read('day', cell.getUTCFullYear(), cell.getUTCMonth(), cell.getUTCDate())
  if (typeof cell === 'number') return readNumber(cell, hints)
  if (typeof cell !== 'string') return null
  const text = cell.replace(/\s+/g, ' ').trim()
  for (const form of FORMS) {
    const match = form.pattern.exec(text)
    if (match) return form.read(match, hints)
  }
  if (/^\d{5}(\.\d+)?$/.test(text) || /^\d{4}$/.test(text)) return readNumber(Number(text), hints)
  return null
}

/** The number of a read period in a measure's calendar; null when the file is coarser than the calendar. */
export function periodIn(calendar: Calendar, { grain, day }: ReadPeriod): PeriodNumber | null {
  const needed = { day: 0, event: 0, week: 0, month: 1, quarter: 2, year: 3 }[calendar.kind]
  return FINEST_FIRST.indexOf(grain) <= needed ? periodOfDay(day, calendar) : null
}

function readNumber(value: number, hints: PeriodHints): ReadPeriod | null {
  if (hints.bareYears && Number.isInteger(value) && value >= 1900 && value <= 2200) return read('year', value, APRIL, 1)
  if (hints.serials !== false && value >= 20_000 && value <= 80_000)
    return { grain: 'day', day: SERIAL_ORIGIN + Math.floor(value) }
  return null
}

interface Form {
  readonly pattern: RegExp
  read(match: RegExpExecArray, hints: PeriodHints): ReadPeriod | null
}

const FORMS: readonly Form[] = [
  // 2024-04-01, 2024/04/01, with or without a time
  {
    pattern: /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/,
    read: ([, year, month, day]) => read('day', Number(year), Number(month) - 1, Number(day)),
  },
  // 20240401
  {
    pattern: /^((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})$/,
    read: ([, year, month, day]) => read('day', Number(year), Number(month) - 1, Number(day)),
  },
  // 01/04/2024, 1.4.24, with or without a time
  {
    pattern: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: [\d:.]+)?$/,
    read: ([, day, month, year]) => read('day', century(year!), Number(month) - 1, Number(day)),
  },
  // 7 June 2026, 7th Jun 26, week ending 7 June 2026
  {
    pattern: new RegExp(
      `(?:^|[^\\d])(\\d{1,2})(?:st|nd|rd|th)?${SEPARATOR}(${MONTH})[a-z]*${SEPARATOR}(\\d{4}|\\d{2})(?!\\d)`,
      'i',
    ),
    read: ([, day, month, year]) => read('day', century(year!), monthOf(month!), Number(day)),
  },
  // week ending 07/06/2026
  {
    pattern: /^(?:week|w\/[ec]|w[ec])\D*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/i,
    read: ([, day, month, year]) => read('day', century(year!), Number(month) - 1, Number(day)),
  },
  // 2024-25 Q1, 2024/25 quarter 1
  {
    pattern: /(\d{4}) ?[-/–] ?(?:\d{4}|\d{2})\D{0,3}\bq(?:uarter|tr)? ?([1-4])\b/i,
    read: ([, year, quarter]) => financialQuarter(Number(year), Number(quarter)),
  },
  // Q1 2024/25
  {
    pattern: /\bq(?:uarter|tr)? ?([1-4])\D{0,3}(\d{4}) ?[-/–] ?(?:\d{4}|\d{2})\b/i,
    read: ([, quarter, year]) => financialQuarter(Number(year), Number(quarter)),
  },
  // Q1 2024, 2024 Q1: with one year only, quarters of the calendar
  {
    pattern: /\bq(?:uarter|tr)? ?([1-4])[ -]*(\d{4})$/i,
    read: ([, quarter, year]) => read('quarter', Number(year), (Number(quarter) - 1) * 3, 1),
  },
  {
    pattern: /^(\d{4})[ -]*q(?:uarter|tr)? ?([1-4])$/i,
    read: ([, year, quarter]) => read('quarter', Number(year), (Number(quarter) - 1) * 3, 1),
  },
  // Apr-24, April 2024, MSitAE-APRIL-2024
  {
    pattern: new RegExp(`(?:^|[^a-z])(${MONTH})[a-z]{0,6}${SEPARATOR}(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    read: ([, month, year]) => read('month', century(year!), monthOf(month!), 1),
  },
  // 2024 April
  {
    pattern: new RegExp(`(?:^|\\D)(\\d{4})${SEPARATOR}(${MONTH})[a-z]{0,6}$`, 'i'),
    read: ([, year, month]) => read('month', Number(year), monthOf(month!), 1),
  },
  // 2009 to 2010, 2009/10, 2009-10, FY 2009/2010; 2009-10 is October where the column says so
  {
    pattern: /^(?:fy ?)?(\d{4}) ?(to|[-/–]) ?(\d{4}|\d{2})$/i,
    read([, first, sign, second], hints) {
      const follows = (Number(first) + 1) % 100 === Number(second) % 100
      if (follows && !(hints.yearMonths && sign === '-' && second!.length === 2))
        return read('year', Number(first), APRIL, 1)
      return second!.length === 2 ? read('month', Number(first), Number(second) - 1, 1) : null
    },
  },
  // 04/2024
  {
    pattern: /^(\d{1,2})[-/](\d{4})$/,
    read: ([, month, year]) => read('month', Number(year), Number(month) - 1, 1),
  },
]

function financialQuarter(year: number, quarter: number): ReadPeriod | null {
  return read('quarter', quarter === 4 ? year + 1 : year, quarter === 4 ? 0 : quarter * 3, 1)
}

function read(grain: ReadPeriod['grain'], year: number, month: number, day: number): ReadPeriod | null {
  const date = new Date(Date.UTC(year, month, day))
  const exists = year >= 1900 && year <= 2200 && date.getUTCMonth() === month && date.getUTCDate() === day
  return exists ? { grain, day: dayOf(year, month, day) } : null
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase())
}

/** Two digits: 70 to 99 are of the last century. */
function century(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number >= 70 ? 1900 + number : 2000 + number
}
