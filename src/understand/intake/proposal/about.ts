import type { FoundTable } from '#understand/intake/proposal/findTable.ts'
import type { Workbook } from '#understand/intake/table.ts'
import { MONTHS } from '#understand/period.ts'
import { readPeriod } from '#understand/periodReading.ts'

/** What a table is about, in a few words, for columns whose headings say too little; empty where nothing says so. */
export interface About {
  /** The name of its sheet among others, or of the file where only that names its figures. */
  readonly table: string
  /** For columns with neither that nor a heading over them: the name of the only sheet, or of the file. */
  readonly file: string
}

/** A name that a spreadsheet program gives. */
const UNNAMED_SHEET = /^(?:sheet|table|worksheet|data|page)?[ _-]?\d*$/i
const NUMBER = /^\(?\d*\)?$/
const MONTH = new RegExp(`^(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|sept)\\d{0,4}$`, 'i')

export function aboutOf(table: FoundTable, workbook: Workbook, isWide: boolean): About {
  const { name } = table.sheet
  const file = stemOf(workbook.fileName)
  const isNamed = !UNNAMED_SHEET.test(name) && readPeriod(name, { serials: false }) === null
  if (workbook.sheets.length > 1 && isNamed) return { table: name, file }
  return { table: isWide ? file : '', file: isNamed ? stemOf(name) : file }
}

/** The words of a file's name, without its ending and without the periods that next month's file has otherwise. */
function stemOf(fileName: string): string {
  const words = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').split(/[\s_.-]+/)
  return words.filter((word) => !NUMBER.test(word) && !MONTH.test(word)).join(' ')
}
