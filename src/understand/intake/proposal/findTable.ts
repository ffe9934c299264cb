import { isEmpty, numberOf, textOf } from '#understand/intake/cells.ts'
import { headingsOf, numberedHeadings } from '#understand/intake/headings.ts'
import { isMark } from '#understand/intake/proposal/marks.ts'
import type { Cell, Sheet } from '#understand/intake/table.ts'

type Row = readonly Cell[]

/** The table that stands in a sheet: its headings, and the rows below them. */
export interface FoundTable {
  readonly sheet: Sheet
  /** Place of the first header row in `sheet.rows`; with none, of the first row. */
  readonly headerAt: number
  readonly headerRows: number
  readonly headings: readonly string[]
  /** Rows with something in them, without repeated headings; the first few thousand. */
  readonly rows: readonly Row[]
  /** Rows above the headings. */
  readonly titles: readonly Row[]
  readonly figureColumns: number
}

const TITLE_ROWS = 80
const ROWS_LOOKED_AT = 25
const ROWS_KEPT = 4_000
const MAX_HEADER_ROWS = 3

/** Finds the table of a sheet by what headings are like: words, with figures and labels below. Null where there is none. */
export function findTable(sheet: Sheet, headerLine?: number, headerRows?: number): FoundTable | null {
  if (headerRows === 0) return withoutHeadings(sheet, headerLine ?? 1)
  const chosen = headerLine === undefined ? null : headerLine - 1 + (headerRows ?? 1) - 1
  const last = chosen ?? likeliestHeading(sheet.rows)
  if (last === null || !sheet.rows[last]) return null
  const first = headerRows === undefined ? (chosen ?? firstHeaderRow(sheet.rows, last)) : last - headerRows + 1
  const header = sheet.rows.slice(Math.max(0, first), last + 1)
  const headings = headingsOf(header, sheet.merges, first)
  const rows = sheet.rows
    .slice(last + 1, last + 1 + ROWS_KEPT)
    .filter((row) => row.some((cell) => !isEmpty(cell)) && !header.some((one) => isSame(one, row)))
  return {
    sheet,
    headerAt: first,
    headerRows: header.length,
    headings,
    rows,
    titles: sheet.rows.slice(0, first),
    figureColumns: standing(sheet.rows, last).figures,
  }
}

function withoutHeadings(sheet: Sheet, headerLine: number): FoundTable | null {
  const rows = sheet.rows
    .slice(headerLine - 1, headerLine - 1 + ROWS_KEPT)
    .filter((row) => row.some((cell) => !isEmpty(cell)))
  if (rows.length === 0) return null
  const headings = numberedHeadings(Math.max(...rows.map((row) => row.length)))
  return {
    sheet,
    headerAt: headerLine - 1,
    headerRows: 0,
    headings,
    rows,
    titles: sheet.rows.slice(0, headerLine - 1),
    figureColumns: 1,
  }
}

function likeliestHeading(rows: readonly Row[]): number | null {
  let best: { readonly at: number; readonly score: number } | null = null
  for (let at = 0; at < Math.min(rows.length - 1, TITLE_ROWS); at++) {
    const { score, figures } = standing(rows, at)
    if (figures > 0 && score > (best?.score ?? 0)) best = { at, score }
  }
  return best?.at ?? null
}

/** How well a row would do as a heading: words over figures count most, words over labels some, figures without a heading against it. */
function standing(rows: readonly Row[], at: number): { readonly score: number; readonly figures: number } {
  const heading = rows[at]!
  const below = rowsBelow(rows, at)
  const width = Math.max(heading.length, ...below.map((row) => row.length))
  let figures = 0
  let labels = 0
  let against = 0
  for (let column = 0; column < width; column++) {
    const cells = below.map((row) => row[column]).filter((cell) => !isEmpty(cell))
    const numbers = cells.filter((cell) => numberOf(cell) !== null || cell instanceof Date || isMark(cell)).length
    const isFigure = cells.length > 0 && numbers / cells.length >= 0.6
    if (isEmpty(heading[column])) against += isFigure ? 1 : 0
    else if (isNumberNotYear(heading[column])) against += 3
    else if (isFigure) figures++
    else if (cells.length > 0) labels++
  }
  return { score: 3 * figures + labels - 2 * against, figures: against > figures * 3 ? 0 : figures }
}

function rowsBelow(rows: readonly Row[], at: number): readonly Row[] {
  const below: Row[] = []
  for (let i = at + 1; i < rows.length && below.length < ROWS_LOOKED_AT; i++) {
    if (rows[i]!.some((cell) => !isEmpty(cell))) below.push(rows[i]!)
  }
  return below
}

/** Further up as long as rows hold two headings or more and no figures; a lone title is none. */
function firstHeaderRow(rows: readonly Row[], last: number): number {
  let first = last
  while (first > 0 && last - first + 1 < MAX_HEADER_ROWS) {
    const row = rows[first - 1]!
    const filled = row.filter((cell) => !isEmpty(cell))
    // A lone title stands where the headings begin; a lone heading over some of the columns further right.
    const isOver = filled.length === 1 && startOf(row) > startOf(rows[first]!)
    const isHeading =
      (filled.length >= 2 || isOver) && !filled.some(isNumberNotYear) && !textOf(filled[0]).endsWith(':')
    if (!isHeading) break
    first--
  }
  return first
}

function startOf(row: Row): number {
  return row.findIndex((cell) => !isEmpty(cell))
}

function isNumberNotYear(cell: Cell | undefined): boolean {
  const number = cell instanceof Date ? null : numberOf(cell)
  return number !== null && !(Number.isInteger(number) && number >= 1900 && number <= 2200)
}

function isSame(a: Row, b: Row): boolean {
  return a.every((cell, i) => isEmpty(cell) || textOf(cell) === textOf(b[i]))
}
