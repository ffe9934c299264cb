import type { Findings } from '#understand/intake/applying/findings.ts'
import { type Layout, layOver } from '#understand/intake/applying/layout.ts'
import { monthOfFinancialYear } from '#understand/intake/applying/periodOf.ts'
import { PlainRows } from '#understand/intake/applying/plainRows.ts'
import type { RowTaker } from '#understand/intake/applying/rowTaker.ts'
import { folded, isEmpty, numberOf, textOf } from '#understand/intake/cells.ts'
import { headingsOf, numberedHeadings } from '#understand/intake/headings.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { PlainRow } from '#understand/intake/readers/reader.ts'
import type { Cell, Sheet } from '#understand/intake/table.ts'
import type { PeriodNumber } from '#understand/period.ts'
import { periodIn, readPeriod } from '#understand/periodReading.ts'

type Row = readonly Cell[]

/** Headings are looked for this far down; titles are never longer. */
const TITLE_ROWS = 500

/** Goes down one sheet: titles, headings, rows, and further blocks with the headings repeated. */
export class SheetTaker {
  private readonly mapping: Mapping
  private readonly findings: Findings
  private readonly rows: RowTaker
  private readonly sheet: string
  private readonly merges: NonNullable<Sheet['merges']>
  private layout: Layout | null = null
  /** The rows that may be the next heading, newest last. */
  private recent: Row[] = []
  private headingRows: readonly Row[] = []
  private period: PeriodNumber | null
  private isTitlePeriodLabelled = false
  private lacking: readonly string[] = []
  private seen = 0
  private plainRows: PlainRows | null = null
  taken = 0

  constructor(
    mapping: Mapping,
    findings: Findings,
    rows: RowTaker,
    sheet: Pick<Sheet, 'name' | 'merges'>,
    fileName: string,
  ) {
    this.mapping = mapping
    this.findings = findings
    this.rows = rows
    this.sheet = sheet.name
    this.merges = sheet.merges ?? []
    const { from, text } = mapping.period
    const said = { sheet: sheet.name, file: fileName, fixed: text, column: '', heading: '', title: '' }[from]
    this.period = said === '' ? null : this.periodIn(said)
  }

  row(row: Row, line: number): void {
    const at = this.seen++
    if (this.mapping.headerRows === 0) {
      if (line < this.mapping.headerLine) return
      if (!this.layout) this.settle(layOver(this.mapping, numberedHeadings(row.length), this.rows.periodOf))
    } else if (this.isHeading(row, at)) {
      if (this.layout && this.headingRows.length > 0 && this.taken > 0)
        this.findings.leaveOut(this.sheet, line, 'repeated header', textOf(row.find((cell) => !isEmpty(cell))))
      return
    }
    if (!this.layout) {
      if (this.mapping.period.from === 'title' && at <= TITLE_ROWS) this.readTitle(row)
      return
    }
    if (row.length === 1 && isEmpty(row[0])) return
    if (this.mapping.period.from === 'title' && this.isBlockTitle(row)) this.readTitle(row)
    if (this.needsPeriod(line)) return
    this.taken++
    this.rows.take(row, this.layout, { sheet: this.sheet, line, period: this.period })
  }

  /** A row by its bytes, where it can only be an ordinary one of a table whose headings were found. */
  plain(row: PlainRow, line: number): boolean {
    if (this.plainRows === null && this.canBePlain()) this.plainRows = new PlainRows(this.layout!, this.rows)
    if (!this.plainRows?.take(row, { sheet: this.sheet, line, period: this.period })) return false
    this.seen++
    this.taken++
    return true
  }

  private canBePlain(): boolean {
    const { from } = this.mapping.period
    if (!this.layout || this.layout.figures.length === 0 || from === 'title') return false
    if (this.period === null && from !== 'column' && from !== 'heading') return false
    // A row of figures is no heading that is repeated, unless figures are what it says.
    return this.headingRows.every((header) =>
      this.layout!.figures.some((column) => !isEmpty(header[column]) && numberOf(header[column]) === null),
    )
  }

  /** Says what was looked for and not found. `isWanted`: the mapping names this very sheet. */
  end(isWanted: boolean): void {
    if (this.layout || !isWanted) return
    const named = this.lacking
      .map((heading) => `“${heading}”`)
      .slice(0, 5)
      .join(', ')
    this.findings.fault(
      ...([this.sheet, this.mapping.headerLine, named, ''] as const),
      named === '' ? 'The headings of the mapping are not in this file' : `The file has no column ${named}`,
      'Choose the sheet and the header row again, or put the column back',
    )
  }

  private isHeading(row: Row, at: number): boolean {
    if (this.layout) return this.isRepeated(row)
    if (at > TITLE_ROWS + this.mapping.headerLine) return false
    this.recent.push(row)
    if (this.recent.length > this.mapping.headerRows) this.recent.shift()
    if (this.recent.length < this.mapping.headerRows || row.filter((cell) => !isEmpty(cell)).length === 0) return false
    const headings = headingsOf(this.recent, this.merges, at - this.recent.length + 1)
    const outcome = layOver(this.mapping, headings, this.rows.periodOf)
    if ('lacking' in outcome) {
      if (this.lacking.length === 0 || outcome.lacking.length < this.lacking.length) this.lacking = outcome.lacking
      return false
    }
    this.headingRows = [...this.recent]
    this.settle(outcome)
    return true
  }

  /** Does the row say again what a header row said? */
  private isRepeated(row: Row): boolean {
    return this.headingRows.some((header) => {
      const first = header.findIndex((cell) => !isEmpty(cell))
      if (first < 0 || textOf(row[first]) !== textOf(header[first])) return false
      return header.every((cell, i) => isEmpty(cell) || folded(textOf(row[i])) === folded(textOf(cell)))
    })
  }

  private settle(outcome: ReturnType<typeof layOver>): void {
    if ('lacking' in outcome) this.lacking = outcome.lacking
    else this.layout = outcome
  }

  /** The first period of the titles, unless a later line calls its own "Period:". */
  private readTitle(row: Row): void {
    const texts = row.filter((cell) => !isEmpty(cell))
    const isLabelled = /^(?:reporting )?(?:period|month|quarter|year|week)\b/i.test(textOf(texts[0]))
    if (this.period !== null && this.layout === null && (!isLabelled || this.isTitlePeriodLabelled)) return
    if (texts.length > 1 && /^(?:published|revised|date of|created|extracted|next)/i.test(textOf(texts[0]))) return
    for (const cell of texts) {
      const period = this.periodIn(cell)
      if (period === null) continue
      this.period = period
      this.isTitlePeriodLabelled = isLabelled
      return
    }
  }

  private periodIn(cell: Cell | undefined): PeriodNumber | null {
    const { kind, weekEnds, bareYears, yearMonths } = this.mapping.period
    const read =
      monthOfFinancialYear(textOf(cell)) ?? readPeriod(cell, { bareYears, yearMonths, serials: cell instanceof Date })
    return read === null ? null : periodIn({ kind, weekEnds }, read)
  }

  private isBlockTitle(row: Row): boolean {
    return row.filter((cell) => !isEmpty(cell)).length === 1
  }

  private needsPeriod(line: number): boolean {
    const { from } = this.mapping.period
    if (this.period !== null || from === 'column' || from === 'heading') return false
    if (this.taken === 0) {
      this.findings.fault(
        ...([this.sheet, line, '', ''] as const),
        'Nothing says for which period the figures are',
        'Say the period yourself, or choose where it stands',
      )
    }
    this.taken++
    return true
  }
}
