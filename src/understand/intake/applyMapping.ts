import { Findings } from '#understand/intake/applying/findings.ts'
import { RowTaker } from '#understand/intake/applying/rowTaker.ts'
import { SeriesStore } from '#understand/intake/applying/seriesStore.ts'
import { SheetTaker } from '#understand/intake/applying/sheetTaker.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { SheetSink } from '#understand/intake/readers/reader.ts'
import type { Sheet } from '#understand/intake/table.ts'

/** A mapping at work: sheets go in row by row, so that a large file never stands in memory; the facts come out at the end. */
export interface Applying {
  /** Begins a sheet; rows are ignored where the mapping does not read it. */
  sheet(sheet: Pick<Sheet, 'name' | 'merges'>): SheetSink
  finish(): FileFacts
}

const IGNORED = { row() {}, end() {} }

export function beginApplying(mapping: Mapping, context: IntakeContext, fileName: string): Applying {
  const findings = new Findings()
  const store = new SeriesStore(mapping, context)
  const rows = new RowTaker(mapping, findings, store)
  let taken = 0
  let sheets = 0
  return {
    sheet(sheet) {
      const isNamed = mapping.sheets.includes(sheet.name)
      if (mapping.sheets.length > 0 && !isNamed) return IGNORED
      const taker = new SheetTaker(mapping, findings, rows, sheet, fileName)
      return {
        row: (cells, line) => taker.row(cells, line),
        plain: (row, line) => taker.plain(row, line),
        end() {
          taker.end(isNamed)
          taken += taker.taken
          sheets += taker.taken > 0 ? 1 : 0
        },
      }
    },
    finish() {
      const { series, measures } = store.finish(findings)
      const isNothing = sheets === 0 && findings.faultCount === 0
      if (isNothing)
        findings.fault(
          '',
          mapping.headerLine,
          '',
          '',
          'No row of the file fits the mapping',
          'Choose the sheet and the header row again',
        )
      const { faults, leftOut, faultCount, leftOutCount } = findings
      // Whom only faulty rows name has no figures, and is not made.
      const named = new Set(series.map((one) => one.holder))
      const holders = store.holders.all.filter((holder) => named.has(holder.code))
      return { series, measures, holders, faults, leftOut, faultCount, leftOutCount, rows: taken, hidden: store.hidden }
    },
  }
}
