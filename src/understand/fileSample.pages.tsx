import { ScrollRegion } from '#platform/html/scrollRegion.tsx'
import type { ReadFile } from '#understand/intake/reading.ts'
import type { Cell, Sheet } from '#understand/intake/table.ts'
import { isoDate } from '#understand/period.ts'

/** A person sees by a dozen columns whether it is the right place; the rest are said. */
const COLUMNS_SHOWN = 12
const MILLISECONDS_A_DAY = 86_400_000

/** The first rows of the file as it is, with their numbers. */
export function FileSample({ read }: { readonly read: ReadFile }) {
  const { mapping, sheets } = read
  const sheet = sheets.find(({ name }) => mapping.sheets.includes(name)) ?? sheets[0]
  if (!sheet) return null
  const from = Math.max(0, mapping.headerLine - 3)
  const rows = sheet.rows
    .map((cells, i) => ({ cells, line: sheet.lines?.[i] ?? i + 1 }))
    .filter(({ line }) => line > from)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const isHeading = (line: number) => line >= mapping.headerLine && line < mapping.headerLine + mapping.headerRows
  return (
    <details className="gt-details" open>
      <summary>The file as it is{sheets.length > 1 && `, sheet ${sheet.name}`}</summary>
      <ScrollRegion label="First rows of the file">
        <table className="gt-table gt-table--sample">
          <caption className="gt-hidden">First rows of the file</caption>
          <tbody>
            {rows.map(({ cells, line }) => (
              <tr key={line} className={isHeading(line) ? 'gt-heading-row' : undefined}>
                <th scope="row">
                  <span className="gt-hidden">Row </span>
                  {line}
                </th>
                {columnsOf(cells, width).map((cell, at) => (
                  <td key={at}>{cellText(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {width > COLUMNS_SHOWN && <p className="gt-note">{width - COLUMNS_SHOWN} more columns are not shown.</p>}
    </details>
  )
}

function columnsOf(cells: Sheet['rows'][number], width: number): readonly (Cell | undefined)[] {
  return Array.from({ length: Math.min(width, COLUMNS_SHOWN) }, (_, at) => cells[at])
}

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return isoDate(Math.floor(cell.getTime() / MILLISECONDS_A_DAY))
  return String(cell).slice(0, 60)
}
