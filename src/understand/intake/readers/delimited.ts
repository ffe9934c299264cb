import Papa from 'papaparse'
import { Problem } from '#platform/errors.ts'
import { type Encoding, encodingOf } from '#understand/intake/readers/encoding.ts'
import { BEGINNING, eachPlainLine, hasPlainLines, type Place } from '#understand/intake/readers/plainLines.ts'
import {
  type FileToRead,
  LIMITS,
  type OpenFile,
  type Reader,
  type RowSink,
  type SheetSink,
  textsOf,
} from '#understand/intake/readers/reader.ts'
import { tooManyColumns, tooManyRows } from '#understand/intake/readers/refusals.ts'
import { textChunks } from '#understand/intake/readers/textChunks.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
/** A row longer than this is a quotation mark that was never closed. */
const LONGEST_ROW = 4 << 20
const LINES_LOOKED_AT = 50

/** Text with a delimiter: comma, tab, semicolon or bar, whatever the file is called. */
export const delimited: Reader = {
  id: 'csv',
  label: 'CSV or TSV',
  recognises: () => true,
  async open(file) {
    const encoding = encodingOf(file.path, file.head)
    const delimiter = delimiterOf(new TextDecoder(encoding).decode(file.head))
    return { each: (sink, options = {}) => eachRow(file, encoding, delimiter, sink, options) }
  },
}

type Options = NonNullable<Parameters<OpenFile['each']>[1]>

/** By bytes as far as it goes, since most files are plain from end to end; what is left, character by character. */
function eachRow(file: FileToRead, encoding: Encoding, delimiter: string, sink: RowSink, options: Options): void {
  const sheet = sink.sheet({ name: file.name.replace(/\.[a-z0-9]{1,5}$/i, '') })
  const rows = new RowCount(options.rowLimit)
  const left = hasPlainLines(encoding) ? readPlainly(file, encoding, delimiter, sheet, rows, options) : BEGINNING
  if (left) readCarefully(file, encoding, delimiter, sheet, rows, options, left)
  sheet.end()
}

function readPlainly(
  file: FileToRead,
  encoding: Encoding,
  delimiter: string,
  sheet: SheetSink,
  rows: RowCount,
  { onProgress }: Options,
): Place | null {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return eachPlainLine(file.path, encoding, delimiter, {
    take(row, line) {
      if (rows.isEnough()) return false
      if (row.isPlain) {
        if (!sheet.plain?.(row, line)) sheet.row(textsOf(row), line)
      } else {
        const { bytes, starts, ends, cells } = row
        const cell = (i: number) => decoder.decode(bytes.subarray(starts[i], ends[i]))
        sheet.row(
          Array.from({ length: cells }, (_, i) => cell(i)),
          line,
        )
      }
      return true
    },
    chunkRead: (done) => onProgress?.(done, file.bytes),
  })
}

function readCarefully(
  file: FileToRead,
  encoding: Encoding,
  delimiter: string,
  sheet: SheetSink,
  rows: RowCount,
  { onProgress }: Options,
  from: Place,
): void {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', fastMode: false })
  let rest = ''
  let { line } = from
  for (const { text, done, isLast } of textChunks(file.path, encoding, from.at)) {
    if (text.includes('\u0000')) throw holdsNul(line + lineEnds(rest + text.slice(0, text.indexOf('\u0000'))))
    const whole = rest + text
    const parsed = parser.parse(whole, 0, !isLast) as Parsed
    if (parsed.errors.length > 0) throw malformed(parsed.errors[0]!, whole, line)
    // Only text in quotation marks can hold a line end, which makes a row longer than its line.
    const hasQuotes = whole.includes('"')
    for (const row of parsed.data) {
      if (rows.isEnough()) return
      // The end of the last line is not one more line.
      if (!(isLast && row === parsed.data.at(-1) && row.length === 1 && row[0] === ''))
        sheet.row(row.length > LIMITS.columns ? narrowed(row, line) : row, line)
      line += hasQuotes ? 1 + lineEndsIn(row) : 1
    }
    rest = isLast ? '' : whole.slice(parsed.meta.cursor)
    if (rest.length > LONGEST_ROW) throw neverClosed(line)
    onProgress?.(done, file.bytes)
  }
}

/** Counts rows up to as many as are wanted. */
class RowCount {
  private readonly limit: number
  private rows = 0

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit
  }

  /** Is the next row one too many? @throws Problem beyond what any file may have */
  isEnough(): boolean {
    if (++this.rows > LIMITS.rows) throw tooManyRows(LIMITS.rows)
    return this.rows > this.limit
  }
}

interface Parsed {
  readonly data: readonly string[][]
  readonly errors: readonly { readonly code: string; readonly index?: number; readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

/** The delimiter that cuts most lines into the same number of cells, and into most. */
function delimiterOf(head: string): string {
  const sample = head.replace(/\r\n?/g, '\n')
  let best = { delimiter: ',', worth: 0 }
  for (const delimiter of DELIMITERS) {
    const parser = new Papa.Parser({
      delimiter,
      newline: '\n',
      quoteChar: '"',
      fastMode: false,
      preview: LINES_LOOKED_AT,
    })
    const rows = (parser.parse(sample, 0, true) as Parsed).data
    const lengths = rows.filter((row) => row.length > 1).map((row) => row.length)
    const commonest = Math.max(0, ...[...Map.groupBy(lengths, (length) => length).values()].map((same) => same.length))
    const worth =
      commonest / Math.max(1, rows.length) +
      lengths.length / Math.max(1, rows.length) +
      Math.min(0.5, Math.max(0, ...lengths) / 100)
    if (lengths.length > 0 && worth > best.worth) best = { delimiter, worth }
  }
  return best.delimiter
}

/** Spreadsheets write thousands of empty columns behind a table: they are nothing. */
function narrowed(row: readonly string[], line: number): readonly string[] {
  const last = row.findLastIndex((cell) => cell.trim() !== '')
  if (last >= LIMITS.columns) throw tooManyColumns(last + 1, `Line ${line} of the file`)
  return row.slice(0, last + 1)
}

function lineEndsIn(row: readonly string[]): number {
  let ends = 0
  for (const cell of row) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) ends++
  return ends
}

function malformed(error: Parsed['errors'][number], text: string, line: number): Problem {
  const before = text.slice(0, error.index ?? 0)
  const at = line + lineEnds(before)
  if (error.code === 'MissingQuotes') return neverClosed(at)
  return new Problem(
    'invalid',
    `Line ${at} has a quotation mark in the middle of a cell. Write it twice (""), or take it out, and bring the file again.`,
  )
}

function holdsNul(line: number): Problem {
  return new Problem(
    'invalid',
    `Line ${line} holds the character NUL, which no text can keep. Take it out, and bring the file again.`,
  )
}

function lineEnds(text: string): number {
  return text.match(/\n/g)?.length ?? 0
}

function neverClosed(line: number): Problem {
  return new Problem(
    'invalid',
    `A quotation mark is opened on line ${line} and never closed. Close it, or take it out, and bring the file again.`,
  )
}
