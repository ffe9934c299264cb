import { type Choices, type ColumnRole, orList } from '#main/commands/spc/choices.ts'
import type { Table, TableRow } from '#main/commands/spc/table.ts'
import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import { folded, isEmpty, numberOf, textOf } from '#understand/intake/cells.ts'
import { isMark } from '#understand/intake/proposal/marks.ts'
import {
  DENOMINATOR_HEADING,
  NUMERATOR_HEADING,
  PERIOD_HEADING,
  VALUE_HEADING,
} from '#understand/intake/proposal/vocabulary.ts'
import { readPeriod } from '#understand/periodReading.ts'

/** Of a long text its beginning tells which it is. */
const MOST_SHOWN = 80

const HEADINGS: Readonly<Record<ColumnRole, RegExp>> = {
  period: PERIOD_HEADING,
  value: VALUE_HEADING,
  numerator: NUMERATOR_HEADING,
  denominator: DENOMINATOR_HEADING,
  subgroup: /\b(?:sub-?group|sample)\b/i,
  unit: /\b(?:unit|ward|team|site|trust|provider|organi[sz]ation|hospital|practice)\b/i,
  category: /\b(?:category|reason|cause|theme|type)\b/i,
}

/** Where a table has what, by place of the column. */
export class Columns {
  private readonly table: Table
  private readonly named: Choices['columns']
  private readonly taken = new Map<ColumnRole, number>()

  constructor(table: Table, named: Choices['columns']) {
    this.table = table
    this.named = named
    for (const [role, heading] of Object.entries(named))
      this.taken.set(role as ColumnRole, placeOf(table, role, heading))
  }

  /** The column that was named for it, else the first whose heading says it; undefined where there is none. */
  find(role: ColumnRole): number | undefined {
    const known = this.taken.get(role)
    if (known !== undefined) return known
    const found = this.table.headings.findIndex((heading, at) => HEADINGS[role].test(heading) && !this.isTaken(at))
    return found < 0 ? undefined : this.take(role, found)
  }

  /** As `find`, else the first column whose cells read as dates or months. */
  findPeriod(): number | undefined {
    const said = this.find('period')
    if (said !== undefined) return said
    const found = this.table.headings.findIndex((_, at) => {
      if (this.isTaken(at)) return false
      const filled = this.table.rows
        .map(({ cells }) => cells[at])
        .filter((cell) => typeof cell === 'string' && cell !== '')
      return filled.length > 0 && filled.every((cell) => readPeriod(cell, { serials: false }) !== null)
    })
    return found < 0 ? undefined : this.take('period', found)
  }

  /** As `find`, else the only column of figures that is left. @throws Problem that lists the columns where that is not one */
  needFigures(role: 'value' | 'numerator' | 'denominator'): number {
    const said = this.find(role)
    if (said !== undefined) return said
    const left = this.table.headings.flatMap((_, at) => (!this.isTaken(at) && this.hasFigures(at) ? [at] : []))
    if (left.length === 1) return this.take(role, left[0]!)
    const which = left.length > 1 ? left : this.table.headings.map((_, at) => at)
    throw new Problem(
      'invalid',
      `Which column holds the ${role} cannot be told by its heading. Say it: --${role} and one of ${this.list(which)}`,
    )
  }

  /** @throws Problem that lists the columns where none is named and none says it */
  need(role: ColumnRole): number {
    const found = this.find(role)
    if (found !== undefined) return found
    throw new Problem(
      'invalid',
      `No heading says which column holds the ${role}. Say it: --${role} and one of ${this.list(this.table.headings.map((_, at) => at))}`,
    )
  }

  isNamed(role: ColumnRole): boolean {
    return this.named[role] !== undefined
  }

  /** The cell's number, NaN where it is empty or marked as missing. @throws Problem with row, column and what stands there */
  numberAt({ cells, line }: TableRow, at: number): number {
    const cell = cells[at]
    if (isEmpty(cell) || isMark(cell)) return Number.NaN
    const number = numberOf(cell)
    if (number !== null) return number
    throw new Problem(
      'invalid',
      `Row ${line}, column “${this.table.headings[at]}”: “${textOf(cell).slice(0, MOST_SHOWN)}” is not a number. Write digits, or leave the cell empty where there is none`,
    )
  }

  /** The cell's text. @throws Problem for what identifies a patient, or for nothing */
  textAt({ cells, line }: TableRow, at: number): string {
    const text = textOf(cells[at])
    const where = `Row ${line}, column “${this.table.headings[at]}”`
    const kind = personalIn(text)
    if (kind) throw new Problem('invalid', `${where} holds ${ONE_OF[kind]}. Take it out. Nothing has been kept`)
    if (text === '') throw new Problem('invalid', `${where} is empty. Write what the row is of, or take the row out`)
    return text
  }

  private hasFigures(at: number): boolean {
    const filled = this.table.rows.map(({ cells }) => cells[at]).filter((cell) => !isEmpty(cell) && !isMark(cell))
    return filled.length > 0 && filled.filter((cell) => numberOf(cell) !== null).length >= filled.length / 2
  }

  private isTaken(at: number): boolean {
    return [...this.taken.values()].includes(at)
  }

  private take(role: ColumnRole, at: number): number {
    this.taken.set(role, at)
    return at
  }

  private list(places: readonly number[]): string {
    return orList(places.map((at) => `“${this.table.headings[at]}”`))
  }
}

/** Only the rows that have each of these values. @throws Problem for a column that is not there, and where no row is left */
export function onlyWhere(table: Table, where: Choices['where']): Table {
  let { rows } = table
  for (const [heading, value] of where) {
    const at = placeOf(table, 'where', heading)
    rows = rows.filter(({ cells }) => folded(textOf(cells[at])) === folded(value))
    if (rows.length === 0) throw new Problem('invalid', `--where: no row has “${value}” in the column “${heading}”`)
  }
  return { ...table, rows }
}

function placeOf({ headings }: Table, option: string, heading: string): number {
  const at = headings.findIndex((one) => folded(one) === folded(heading))
  if (at >= 0) return at
  const all = headings.filter((one) => one !== '').map((one) => `“${one}”`)
  throw new Problem('invalid', `--${option}: there is no column “${heading}”. The columns are ${all.join(', ')}`)
}
