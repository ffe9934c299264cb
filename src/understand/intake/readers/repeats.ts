import { LIMITS } from '#understand/intake/readers/reader.ts'
import { tooLarge, tooManyColumns } from '#understand/intake/readers/refusals.ts'

const ROW = /<table:table-row\b([^>]*)>(.*?)<\/table:table-row>/gs
const CELL = /<table:table-cell\b([^>]*)/g

/**
 * In OpenDocument one cell or row may stand for a million of them, without being any larger for it. Empty ones are
 * harmless, and every file ends with them; those with a value would be written out one by one.
 */
export function refuseRepeats(content: Uint8Array): void {
  let cells = 0
  for (const [, row, inner] of Buffer.from(content).toString('latin1').matchAll(ROW)) {
    let width = 0
    for (const [, cell] of inner!.matchAll(CELL)) {
      if (!cell!.includes('office:value-type')) continue
      const repeated = timesOf('columns', cell!)
      if (repeated > LIMITS.columns) throw tooManyColumns(repeated, 'A row of the spreadsheet')
      width += repeated
    }
    cells += width * timesOf('rows', row!)
    if (cells > LIMITS.cells) throw tooLarge('The spreadsheet has too many cells.')
  }
}

function timesOf(what: 'rows' | 'columns', attributes: string): number {
  return Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1)
}
