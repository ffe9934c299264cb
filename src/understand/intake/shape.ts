import { createHash } from 'node:crypto'
import { folded } from '#understand/intake/cells.ts'
import { withoutPeriod } from '#understand/intake/headings.ts'
import { findTable } from '#understand/intake/proposal/findTable.ts'
import type { Sheet, Workbook } from '#understand/intake/table.ts'
import { MONTHS } from '#understand/period.ts'

const MONTH_NAMES = new RegExp(`\\b(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')})\\b`, 'gi')

/**
 * What a layout looks like, as a short code: the headings of its tables, without values, months, years and footnote numbers.
 * Next month's file of the same publication has the same shape.
 */
export function shapeOf(workbook: Workbook): string {
  const tables = workbook.sheets.flatMap((sheet) => shapeOfSheet(sheet) ?? [])
  const text = [workbook.type === 'csv' || workbook.type === 'json' ? 'text' : 'spreadsheet', ...new Set(tables)].join(
    '\n\n',
  )
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function shapeOfSheet(sheet: Sheet): string | null {
  const table = findTable(sheet)
  if (!table) return null
  const headings = table.headings.map((heading) => plain(withoutPeriod(heading))).filter((heading) => heading !== '')
  return headings.filter((heading, i) => heading !== headings[i - 1]).join('\n')
}

function plain(heading: string): string {
  return folded(
    heading
      .replace(MONTH_NAMES, '')
      .replace(/\b(?:19|20)\d{2}\b/g, '')
      .replace(/\(\d+\)/g, ''),
  )
}
