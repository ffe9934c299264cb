import { type PersonalKind, PersonalWatch } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { RowSink } from '#understand/intake/readers/reader.ts'

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
