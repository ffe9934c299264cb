import { isEmpty, textOf } from '#understand/intake/cells.ts'
import { ANY_PERIOD } from '#understand/intake/mapping.ts'
import type { Cell, Sheet } from '#understand/intake/table.ts'
import { readPeriod } from '#understand/periodReading.ts'

/** Not a stroke: headings have those themselves. */
export const BETWEEN_ROWS = ' › '

type Row = readonly Cell[]
type Merge = NonNullable<Sheet['merges']>[number]

/** One heading for each column, made of one to three header rows: "Occupied › Maternity". Unique; empty where a column has none. */
export function headingsOf(rows: readonly Row[], merges: readonly Merge[] = [], firstRow = 0): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const levels = rows.map((row, i) => {
    const isLast = i === rows.length - 1
    return isLast ? row : spread(row, rows.slice(i + 1), merges, firstRow + i, width)
  })
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, column) => {
    const parts = levels.map((level) => textOf(level[column])).filter((text) => text !== '')
    const heading = parts.filter((text, i) => text !== parts[i - 1]).join(BETWEEN_ROWS)
    if (heading === '') return ''
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return times === 1 ? heading : `${heading} (${times})`
  })
}

/** A table without headings: "Column 1", "Column 2". */
export function numberedHeadings(width: number): readonly string[] {
  return Array.from({ length: width }, (_, i) => `Column ${i + 1}`)
}

/**
 * An upper heading stands over the columns that it is merged over. Where its row has no merges it reaches
 * to the next one, over columns that have a heading of their own below.
 */
function spread(row: Row, below: readonly Row[], merges: readonly Merge[], at: number, width: number): Row {
  const wide = merges.filter((merge) => merge.row === at && merge.columns > 1)
  const filled: Cell[] = Array.from({ length: width }, (_, column) => row[column] ?? null)
  for (const { column, columns } of wide) filled.fill(row[column] ?? null, column, column + columns)
  if (wide.length > 0) return filled
  for (let column = 1; column < width; column++) {
    if (isEmpty(filled[column]) && below.some((lower) => !isEmpty(lower[column]))) filled[column] = filled[column - 1]!
  }
  return filled
}

/** Words that a heading may have beside the figures of a period and still be nothing but a period. */
const PERIOD_WORDS =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|q|qtr|quarter|fy|to|week|ending|end|we|w|e|month|year|st|nd|rd|th|h)$/

/** The part of a heading that is a period and nothing else; null when there is none. */
export function periodPart(heading: string): string | null {
  return heading.split(BETWEEN_ROWS).find(isOnlyPeriod) ?? null
}

/** A heading with its period taken out, the same in every period: "{period} › Breaches". Unchanged without one. */
export function withoutPeriod(heading: string): string {
  return heading
    .split(BETWEEN_ROWS)
    .map((part) => (isOnlyPeriod(part) ? ANY_PERIOD : part))
    .join(BETWEEN_ROWS)
}

function isOnlyPeriod(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  if (!/\d/.test(text) || !words.every((word) => PERIOD_WORDS.test(word))) return false
  return readPeriod(text, { serials: false, bareYears: true }) !== null
}
