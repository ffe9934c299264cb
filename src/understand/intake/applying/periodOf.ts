import { textOf } from '#understand/intake/cells.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { Cell } from '#understand/intake/table.ts'
import { type Calendar, MONTHS, type PeriodNumber } from '#understand/period.ts'
import { periodIn, readPeriod } from '#understand/periodReading.ts'

const MONTH_NAMES = MONTHS.map((month) => month.slice(0, 3)).join('|')
const YEAR_THEN_MONTH = new RegExp(`^(\\d{4}) ?[-/–] ?(?:\\d{2}|\\d{4})\\W+(${MONTH_NAMES})[a-z]*$`, 'i')
const MONTH_THEN_YEAR = new RegExp(`^(${MONTH_NAMES})[a-z]*\\W+(\\d{4}) ?[-/–] ?(?:\\d{2}|\\d{4})$`, 'i')

export type PeriodReader = (cells: readonly Cell[]) => PeriodNumber | null

/**
 * Reads the period of a row from its period cells: one, or a year and a month or quarter beside it.
 * A month of a financial year ("2014-15", "JANUARY") is of the calendar year that it falls in. Remembers what it has
 * read, since a file says the same few periods a million times.
 */
export function periodReader(period: Mapping['period']): PeriodReader {
  const calendar: Calendar =
    period.kind === 'week' ? { kind: 'week', weekEnds: period.weekEnds } : { kind: period.kind }
  const hints = { yearMonths: period.yearMonths, bareYears: period.bareYears }
  const known = new Map<Cell | string, PeriodNumber | null>()
  return (cells) => {
    const cell = cells.length === 1 ? (cells[0] ?? null) : cells.map(textOf).join(' ')
    const found = known.get(cell)
    if (found !== undefined) return found
    const read =
      typeof cell === 'string' ? (monthOfFinancialYear(cell) ?? readPeriod(cell, hints)) : readPeriod(cell, hints)
    const number = read === null ? null : periodIn(calendar, read)
    if (known.size < 100_000) known.set(cell, number)
    return number
  }
}

/** "2014-15 JANUARY" as January 2015. Null for anything else. */
export function monthOfFinancialYear(text: string): ReturnType<typeof readPeriod> {
  const match = YEAR_THEN_MONTH.exec(text)
  const [year, month] = match ? [match[1], match[2]] : (MONTH_THEN_YEAR.exec(text)?.slice(1, 3).reverse() ?? [])
  if (year === undefined || month === undefined) return null
  const isAfterNewYear = /^(?:jan|feb|mar)/i.test(month)
  return readPeriod(`${month} ${Number(year) + (isAfterNewYear ? 1 : 0)}`)
}
