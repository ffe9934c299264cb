import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import { isEmpty, numberOf, textOf } from '#understand/intake/cells.ts'
import { refusedFor, watching } from '#understand/intake/personal.ts'
import { delimited } from '#understand/intake/readers/delimited.ts'
import { json } from '#understand/intake/readers/json.ts'
import type { OpenFile, RowSink } from '#understand/intake/readers/reader.ts'
import { isCompoundFile, isZip, otherKind } from '#understand/intake/readers/signatures.ts'
import type { Cell } from '#understand/intake/table.ts'

/** One table of a file: its first row are the headings. */
export interface Table {
  /** What the file is called, without its ending; empty for standard input. */
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly cells: readonly Cell[]
  /** Counted from 1, as in the file. */
  readonly line: number
}

const HEAD_BYTES = 1 << 16

/** @throws Problem for a file that is not there, no table, or one that identifies patients */
export async function tableOfFile(path: string): Promise<Table> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Problem('not-found', `There is no file ${path}`)
  return await readTable(basename(path), path, found.size)
}

/** The readers read files, as they may be long: what was piped in becomes one for as long as that takes. */
export async function tableOfInput(bytes: Uint8Array): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-spc-'))
  try {
    const path = join(folder, 'input')
    writeFileSync(path, bytes, { mode: 0o600 })
    return { ...(await readTable('standard input', path, bytes.length)), name: '' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readTable(name: string, path: string, bytes: number): Promise<Table> {
  if (bytes === 0) throw new Problem('invalid', `“${name}” is empty. Give a table with headings and figures`)
  const head = readFileSync(path).subarray(0, HEAD_BYTES)
  const other =
    isZip(head) || isCompoundFile(head)
      ? 'This is a spreadsheet. Save its sheet as CSV, and bring that.'
      : otherKind(head)
  if (other) throw new Problem('invalid', `“${name}”: ${other}`)
  const file = { name, path, bytes, head }
  const open = json.recognises(file)
    ? (columnOf(readFileSync(path, 'utf8')) ?? (await json.open(file)))
    : await delimited.open(file)
  const rows = rowsOf(open, name)
  const { headings, rest } = headed(rows)
  if (rest.length === 0) {
    throw new Problem('invalid', `“${name}” has no rows of figures. Give a table with headings and figures`)
  }
  return { name: name.replace(/\.[a-z0-9]{1,5}$/i, ''), headings, rows: rest }
}

/** The rows of its one table that have anything in them. @throws Problem for what identifies patients */
function rowsOf(open: OpenFile, name: string): readonly TableRow[] {
  const rows: TableRow[] = []
  let sheets = 0
  const sink: RowSink = {
    sheet() {
      const isFirst = sheets++ === 0
      return {
        row(cells, line) {
          if (!isFirst || cells.every(isEmpty)) return
          cells.forEach((cell, at) => {
            if (typeof cell === 'string' && (rows.length === 0 || numberOf(cell) === null))
              refuseCell(cell, line, at + 1)
          })
          rows.push({ cells, line })
        },
        end() {},
      }
    },
  }
  open.each(
    watching(sink, (column) => {
      throw refusedFor(column, true)
    }),
  )
  if (sheets > 1) throw new Problem('invalid', `“${name}” has ${sheets} tables. Give one, a list of rows`)
  return rows
}

/** A chart repeats headings and names of points: none may be what identifies a patient. */
function refuseCell(text: string, line: number, column: number): void {
  const kind = personalIn(text)
  if (!kind) return
  throw new Problem(
    'invalid',
    `Row ${line}, column ${column} holds ${ONE_OF[kind]}. Take it out. Nothing has been kept`,
  )
}

/** A first row that has figures only is no heading: a list of numbers needs none. */
function headed(rows: readonly TableRow[]): {
  readonly headings: readonly string[]
  readonly rest: readonly TableRow[]
} {
  const [first, ...rest] = rows
  if (!first) return { headings: [], rest: [] }
  const isHeading = first.cells.some((cell) => !isEmpty(cell) && numberOf(cell) === null)
  return isHeading
    ? { headings: first.cells.map(textOf), rest }
    : { headings: first.cells.map((_, at) => `Column ${at + 1}`), rest: rows }
}

/** A bare list of numbers in JSON is a column of them. */
function columnOf(text: string): OpenFile | null {
  const list = parsed(text)
  const isColumn = Array.isArray(list) && list.every((one) => one === null || typeof one === 'number')
  if (!isColumn || list.length === 0) return null
  return {
    each(sink) {
      const sheet = sink.sheet({ name: '' })
      list.forEach((cell: Cell, i) => {
        sheet.row([cell], i + 1)
      })
      sheet.end()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The reader says what is wrong with it, and where.
    return null
  }
}
