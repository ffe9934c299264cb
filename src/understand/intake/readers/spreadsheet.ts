import type { CellObject, WorkSheet } from '@e965/xlsx'
import { Problem } from '#platform/errors.ts'
import { LIMITS, type OpenFile } from '#understand/intake/readers/reader.ts'
import { broken, tooLarge, tooManyColumns } from '#understand/intake/readers/refusals.ts'
import type { Cell, Sheet } from '#understand/intake/table.ts'

const MILLISECONDS_A_DAY = 86_400_000
/** Days between the spreadsheets' day 0 and 1970-01-01. */
const DAYS_TO_1970 = 25_569
/** Old Macintosh files count from 1904. */
const DAYS_TO_1904 = 1_462
const MOST_ROWS = 1_048_576

/** Reads a spreadsheet with the library: values only. Formulas are not evaluated, links not followed, programs not loaded. */
export async function openSpreadsheet(bytes: Uint8Array): Promise<OpenFile> {
  const { read, SSF } = await import('@e965/xlsx')
  const book = (() => {
    try {
      const values = {
        cellFormula: false,
        cellHTML: false,
        cellText: false,
        cellStyles: false,
        bookVBA: false,
        bookDeps: false,
      }
      return read(bytes, { type: 'array', dense: true, cellNF: true, sheetRows: MOST_ROWS, ...values })
    } catch (error) {
      if (error instanceof Error && /password|encrypt/i.test(error.message)) {
        throw new Problem('invalid', 'The spreadsheet has a password. Save it without one, and bring it again.')
      }
      throw broken('The spreadsheet is broken: it cannot be read.')
    }
  })()
  if (book.SheetNames.length > LIMITS.sheets) throw tooLarge(`The spreadsheet has ${book.SheetNames.length} sheets.`)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const isDate = dateFormats((format) => SSF.is_date(format))
  const sheets = book.SheetNames.map((name, i) => {
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0
    return sheetOf(name, book.Sheets[name], hidden, (cell) => plainValue(cell, isDate, is1904))
  })
  return {
    each(sink, { rowLimit = Number.POSITIVE_INFINITY, onProgress } = {}) {
      sheets.forEach((sheet, i) => {
        const taking = sink.sheet(sheet)
        sheet.rows.slice(0, rowLimit).forEach((row, at) => {
          taking.row(row, at + 1)
        })
        taking.end()
        onProgress?.(i + 1, sheets.length)
      })
    },
  }
}

function sheetOf(
  name: string,
  sheet: WorkSheet | undefined,
  hidden: boolean,
  value: (cell: CellObject) => Cell,
): Sheet {
  const dense = (sheet?.['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[]
  let cells = 0
  const rows = Array.from(dense, (row) => {
    const plain = Array.from(row ?? [], (cell) => (cell ? value(cell) : null))
    while (plain.length > 0 && plain.at(-1) === null) plain.pop()
    cells += plain.length
    if (plain.length > LIMITS.columns) throw tooManyColumns(plain.length, `The sheet “${name}”`)
    if (cells > LIMITS.cells)
      throw tooLarge(`The sheet “${name}” has more than ${LIMITS.cells.toLocaleString('en-GB')} cells.`)
    return plain
  })
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop()
  const merges = (sheet?.['!merges'] ?? [])
    .slice(0, 10_000)
    .map(({ s, e }) => ({ row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 }))
  return { name, rows, merges, hidden }
}

/** Days of a date format become dates, shares of a percent format the per cent that the person sees. */
function plainValue(cell: CellObject, isDate: (format: string) => boolean, is1904: boolean): Cell {
  if (cell.v === undefined || cell.v === null || cell.t === 'z') return null
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (typeof cell.v === 'string') return cell.v.trim() === '' ? null : cell.v.slice(0, LIMITS.cellCharacters)
  if (typeof cell.v !== 'number') return cell.v
  if (!Number.isFinite(cell.v)) return null
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (isDate(format))
    return new Date(Math.floor(cell.v - DAYS_TO_1970 + (is1904 ? DAYS_TO_1904 : 0)) * MILLISECONDS_A_DAY)
  return format.includes('%') ? `${Number((cell.v * 100).toPrecision(15))}%` : cell.v
}

function dateFormats(is: (format: string) => boolean): (format: string) => boolean {
  const known = new Map<string, boolean>([
    ['General', false],
    ['', false],
  ])
  return (format) => {
    const found = known.get(format)
    if (found !== undefined) return found
    const answer = is(format)
    if (known.size < 10_000) known.set(format, answer)
    return answer
  }
}
