import { monthOfFinancialYear } from '#understand/intake/applying/periodOf.ts'
import { isEmpty, textOf } from '#understand/intake/cells.ts'
import { periodPart } from '#understand/intake/headings.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import { calendarOf, yearHints } from '#understand/intake/proposal/calendar.ts'
import type { FoundTable } from '#understand/intake/proposal/findTable.ts'
import { type Profile, wordsOf } from '#understand/intake/proposal/profile.ts'
import { PERIOD_END, PERIOD_START } from '#understand/intake/proposal/vocabulary.ts'
import type { Workbook } from '#understand/intake/table.ts'
import type { PeriodKind } from '#understand/period.ts'
import { type ReadPeriod, readPeriod } from '#understand/periodReading.ts'

export interface FoundPeriod {
  readonly period: Mapping['period']
  /** Columns that say it, in the order in which they are read together. */
  readonly columns: readonly Profile[]
}

const NOT_THE_PERIOD = /^(?:published|revised|date of|created|extracted|next|contact)/i
const IS_THE_PERIOD = /^(?:reporting )?(?:period|month|quarter|year|week)\b/i
const FINEST_FIRST: readonly ReadPeriod['grain'][] = ['day', 'month', 'quarter', 'year']
const FEWEST_PERIOD_COLUMNS = 2

/** The periods that stand in headings, where two or more do. */
export function periodsAcross(headings: readonly string[]): readonly string[] {
  const parts = headings.flatMap((heading) => periodPart(heading) ?? [])
  return new Set(parts).size >= FEWEST_PERIOD_COLUMNS ? parts : []
}

/** Where a table says its periods: in headings, columns, titles, the sheet's name or the file's; else a person must say. */
export function findPeriod(table: FoundTable, profiles: readonly Profile[], workbook: Workbook): FoundPeriod {
  const across = periodsAcross(table.headings)
  if (across.length > 0)
    return {
      period: {
        ...nothing('heading'),
        ...calendarOf(across.map(readHint), ''),
        ...yearHints(across),
      },
      columns: [],
    }
  return fromColumns(profiles) ?? fromAround(table, workbook)
}

function fromColumns(profiles: readonly Profile[]): FoundPeriod | null {
  const whole = profiles.filter((profile) => profile.nature === 'period' && profile.filled > 0)
  const part = profiles.find((profile) => profile.nature === 'part of a period')
  const year = whole.find((profile) => grainOf(profile) === 'year')
  if (part && year && !whole.some((profile) => grainOf(profile) !== 'year')) {
    const kind: PeriodKind = [...part.distinct].some((text) => /^q/i.test(text)) ? 'quarter' : 'month'
    return { period: { ...nothing('column'), kind }, columns: [year, part] }
  }
  if (whole.length === 0) return null
  const ranked = whole.toSorted(
    (a, b) => FINEST_FIRST.indexOf(grainOf(a)) - FINEST_FIRST.indexOf(grainOf(b)) || endsOrStarts(a) - endsOrStarts(b),
  )
  const column = ranked[0]!
  const end = whole.find(
    (other) => other !== column && PERIOD_END.test(wordsOf(other.heading)) && grainOf(other) === 'day',
  )
  const hints = yearHints([...column.distinct])
  const reads = [...column.distinct].flatMap((text) => readCell(column, text, hints) ?? [])
  const spanned = end && PERIOD_START.test(wordsOf(column.heading)) ? kindBySpan(column, end) : null
  return {
    period: {
      ...nothing('column'),
      ...calendarOf(reads, wordsOf(column.heading)),
      ...(spanned ? { kind: spanned } : {}),
      ...hints,
    },
    columns: [column],
  }
}

/** Of a start and an end the start: an end may be written as the first day after. */
function endsOrStarts({ heading }: Profile): number {
  return PERIOD_START.test(wordsOf(heading)) ? 0 : PERIOD_END.test(wordsOf(heading)) ? 2 : 1
}

function kindBySpan(start: Profile, end: Profile): PeriodKind | null {
  const at = start.cells.findIndex((cell, i) => !isEmpty(cell) && !isEmpty(end.cells[i]))
  const [first, last] = [readPeriod(start.cells[at]), readPeriod(end.cells[at])]
  if (!first || !last) return null
  const days = last.day - first.day
  return days > 300 ? 'year' : days > 80 ? 'quarter' : days > 25 ? 'month' : days >= 5 ? 'week' : null
}

function fromAround(table: FoundTable, { fileName, sheets }: Workbook): FoundPeriod {
  const rows = table.titles.filter((row) => !NOT_THE_PERIOD.test(textOf(row.find((cell) => !isEmpty(cell)))))
  const labelled = rows.filter((row) => IS_THE_PERIOD.test(textOf(row.find((cell) => !isEmpty(cell)))))
  const titled = [...labelled, ...rows]
    .flatMap((row) => row.filter((cell) => !isEmpty(cell)))
    .flatMap(
      (cell) => monthOfFinancialYear(textOf(cell)) ?? readPeriod(cell, { serials: cell instanceof Date }) ?? [],
    )[0]
  const found = [
    ['title', titled ?? null],
    // The one sheet of a text file is called as the file is.
    ['sheet', sheets.length > 1 ? readPeriod(table.sheet.name, { serials: false }) : null],
    ['file', readPeriod(baseName(fileName), { serials: false })],
  ] as const
  const [from, read] = found.find(([, one]) => one !== null) ?? (['fixed', null] as const)
  return { period: { ...nothing(from), ...(read ? calendarOf([read], '') : {}) }, columns: [] }
}

function nothing(from: Mapping['period']['from']): Mapping['period'] {
  return { kind: 'month', weekEnds: 0, from, text: '', yearMonths: false, bareYears: false }
}

function readHint(text: string): ReadPeriod {
  return readPeriod(text, { serials: false, bareYears: true })!
}

function readCell(
  column: Profile,
  text: string,
  hints: Pick<Mapping['period'], 'yearMonths' | 'bareYears'>,
): ReadPeriod | null {
  const isSerial = column.cells.some((cell) => typeof cell === 'number')
  return readPeriod(isSerial && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text, hints)
}

function grainOf(profile: Profile): ReadPeriod['grain'] {
  const hints = yearHints([...profile.distinct])
  const grains = [...profile.distinct].slice(0, 200).flatMap((text) => readCell(profile, text, hints)?.grain ?? [])
  return FINEST_FIRST.find((grain) => grains.filter((one) => one === grain).length > grains.length / 2) ?? 'day'
}

function baseName(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,5}$/i, '')
}
