import { ONE_OF, type PersonalKind, PersonalWatch, personalIn } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { RowSink } from '#understand/intake/readers/reader.ts'
import type { Workbook } from '#understand/intake/table.ts'

/** Where a file has what identifies patients. Never what stands there. */
export interface PersonalColumn {
  readonly sheet: string
  /** Counted from 1. */
  readonly column: number
  readonly kind: PersonalKind
}

const HEADINGS_ABOVE = 200

/** A sink that watches every cell on its way to another, and knows at the end of each sheet whether a column is to be refused. */
export function watching(sink: RowSink, found: (column: PersonalColumn) => void): RowSink {
  return {
    sheet(sheet) {
      const inner = sink.sheet(sheet)
      const watch = new PersonalWatch()
      let rows = 0
      return {
        row(cells, line) {
          const mayBeHeading = rows++ < HEADINGS_ABOVE
          for (let column = 0; column < cells.length; column++) watch.cell(column, cells[column], mayBeHeading)
          inner.row(cells, line)
        },
        plain(row, line) {
          if (rows < HEADINGS_ABOVE || !inner.plain?.(row, line)) return false
          const { bytes, starts, ends, cells } = row
          for (let column = 0; column < cells; column++) watch.bytes(column, bytes, starts[column]!, ends[column]!)
          return true
        },
        end() {
          const refused = watch.refused()
          if (refused) found({ sheet: sheet.name, column: refused.column + 1, kind: refused.kind })
          inner.end()
        },
      }
    },
  }
}

/** The refusal of a whole file for one such column. */
export function refusedFor({ sheet, column, kind }: PersonalColumn, isOnlySheet: boolean): Problem {
  const where = isOnlySheet ? `Column ${column}` : `Column ${column} of the sheet “${sheet}”`
  return new Problem(
    'invalid',
    `${where} holds ${kind}. Nothing of the file has been kept. Take that column out, and bring the file again.`,
  )
}

/** @throws Problem for a file whose name identifies a patient. The name is not repeated */
export function refuseFileName(name: string): void {
  const kind = personalIn(name)
  if (!kind) return
  const message = `The name of the file holds ${ONE_OF[kind]}. Give the file another name, and bring it again.`
  throw new Problem('invalid', message, { file: message })
}

/**
 * The words of a layout are kept with an import and remembered for the next file: no heading and no sheet may be called
 * by what identifies a patient.
 *
 * @throws Problem that says where it stands, and not what stands there
 */
export function refuseNames({ sheets }: Workbook, { columns, sheets: read, headerLine }: Mapping): void {
  sheets.forEach(({ name }, i) => {
    refuseName(name, `The name of sheet ${i + 1}`, 'Rename the sheet')
  })
  columns.forEach(({ heading }, i) => {
    const where = read.length === 1 && sheets.length > 1 ? ` of the sheet “${read[0]}”` : ''
    refuseName(heading, `Heading ${i + 1} in row ${headerLine}${where}`, 'Give the column another heading')
  })
}

function refuseName(text: string, where: string, remedy: string): void {
  const kind = personalIn(text)
  if (!kind) return
  throw new Problem('invalid', `${where} holds ${ONE_OF[kind]}. ${remedy}, and bring the file again.`)
}
