import type { ChartPeriod } from '@golden-thread/charts'
import type { SaidOfPeriod } from '#main/commands/spc/choices.ts'
import type { Columns } from '#main/commands/spc/columns.ts'
import type { TableRow } from '#main/commands/spc/table.ts'
import { Problem } from '#platform/errors.ts'
import { calendarOf, yearHints } from '#understand/intake/proposal/calendar.ts'
import { axisOf, type Calendar, type PeriodNumber, shortLabel } from '#understand/period.ts'
import { type PeriodHints, periodIn, type ReadPeriod, readPeriod } from '#understand/periodReading.ts'

/** The places of a chart in order, and which rows belong to each. */
export interface Timeline {
  /** Rows of each place: none for a period that the table leaves out. */
  readonly rows: readonly (readonly TableRow[])[]
  readonly periods: readonly ChartPeriod[]
  /** What one place is: "month", "point". */
  readonly noun: string
  /** The place of a period as somebody writes it: "2025-02", "Feb 2025", "#14". @throws Problem where there is none */
  place(said: SaidOfPeriod): number
  /** Days since 1970 of each place, where each is an event with its date. */
  readonly days?: readonly number[]
}

/** More places than this for each row are no calendar with gaps, but dates of events. */
const MOST_PLACES_PER_ROW = 2

/**
 * Periods keep their place where rows are missing, and rows their order of time. Names that are no periods, and rows without
 * any, stand in the order of the file.
 *
 * @param dated each row is an event of its own, whatever lies between them
 */
export function timelineOf(
  rows: readonly TableRow[],
  columns: Columns,
  at: number | undefined,
  dated: boolean,
): Timeline {
  if (at === undefined)
    return named(
      rows,
      rows.map((_, i) => `point ${i + 1}`),
    )
  const texts = rows.map((row) => columns.textAt(row, at))
  const hints = yearHints(texts)
  const reads = texts.map((text, i) => readPeriod(rows[i]!.cells[at] ?? text, { ...hints, serials: false }))
  const read = reads.filter((one) => one !== null)
  if (read.length <= texts.length / 2) return named(rows, texts)
  const unread = reads.indexOf(null)
  if (unread >= 0) {
    throw new Problem(
      'invalid',
      `Row ${rows[unread]!.line}: “${texts[unread]}” is no period as the others are. Write it as they are, such as “${texts[reads.findIndex((one) => one !== null)]}”`,
    )
  }
  return dated ? events(rows, read, hints) : calendared(rows, read, texts, hints)
}

/** Places by name, in the order in which the names first appear. */
function named(rows: readonly TableRow[], texts: readonly string[]): Timeline {
  const groups = Map.groupBy(rows, (_, i) => texts[i]!)
  const names = [...groups.keys()]
  return {
    rows: [...groups.values()],
    periods: names.map((label) => ({ label, tick: '', group: '' })),
    noun: 'point',
    place: (said) => placeIn(names.length, said, () => names.indexOf(said.period)),
  }
}

function calendared(
  rows: readonly TableRow[],
  reads: readonly ReadPeriod[],
  texts: readonly string[],
  hints: PeriodHints,
): Timeline {
  const calendar = calendarOf(reads, '')
  const numbers = reads.map((one, i) => {
    const number = periodIn(calendar, one)
    if (number !== null) return number
    throw new Problem(
      'invalid',
      `Row ${rows[i]!.line}: “${texts[i]}” is longer than a ${calendar.kind}, which the other periods are. Give periods of one length`,
    )
  })
  const first = numbers.reduce((a, b) => Math.min(a, b))
  const last = numbers.reduce((a, b) => Math.max(a, b))
  if (last - first + 1 > MOST_PLACES_PER_ROW * rows.length) return events(rows, reads, hints)
  const periods = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const groups = Map.groupBy(rows, (_, i) => numbers[i]!)
  return { rows: periods.map((period) => groups.get(period) ?? []), ...told(periods, calendar, hints) }
}

function events(rows: readonly TableRow[], reads: readonly ReadPeriod[], hints: PeriodHints): Timeline {
  const order = rows.map((_, i) => i).sort((a, b) => reads[a]!.day - reads[b]!.day || a - b)
  const days = order.map((i) => reads[i]!.day)
  return { rows: order.map((i) => [rows[i]!]), days, ...told(days, { kind: 'event' }, hints) }
}

function told(
  periods: readonly PeriodNumber[],
  calendar: Calendar,
  hints: PeriodHints,
): Pick<Timeline, 'periods' | 'noun' | 'place'> {
  return {
    periods: axisOf(periods, calendar).map((one, i) => ({ ...one, short: shortLabel(periods[i]!, calendar) })),
    noun: calendar.kind,
    place: (said) =>
      placeIn(periods.length, said, () => {
        const read = readPeriod(said.period, { ...hints, serials: false })
        const number = read && periodIn(calendar, read)
        // New limits may be agreed for a day on which no event happened.
        return number === null
          ? -1
          : said.option === 'phase'
            ? periods.findIndex((one) => one >= number)
            : periods.indexOf(number)
      }),
  }
}

function placeIn(length: number, { option, period }: SaidOfPeriod, find: () => number): number {
  const place = /^#\d+$/.test(period) ? Number(period.slice(1)) - 1 : find()
  if (place >= 0 && place < length) return place
  throw new Problem(
    'invalid',
    `--${option}: “${period}” is none of the chart's ${length} points. Write a period as the file does, or its number, such as #3`,
  )
}
