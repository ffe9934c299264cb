import { readFileSync } from 'node:fs'
import { Problem } from '#platform/errors.ts'
import { isEmpty } from '#understand/intake/cells.ts'
import { encodingOf } from '#understand/intake/readers/encoding.ts'
import { type FileToRead, LIMITS, type Reader } from '#understand/intake/readers/reader.ts'
import { broken, tooLarge, tooManyColumns, tooManyRows } from '#understand/intake/readers/refusals.ts'
import type { Cell } from '#understand/intake/table.ts'

/** A table in JSON: a list of objects or of rows, alone or as the one or several lists of an object. */
export const json: Reader = {
  id: 'json',
  label: 'JSON',
  recognises({ head, name }) {
    const start = new TextDecoder(head[0] === 0xff ? 'utf-16le' : head[0] === 0xfe ? 'utf-16be' : 'utf-8')
      .decode(head.subarray(0, 512))
      .trimStart()
    return /^[[{]/.test(start) && (/\.json$/i.test(name) || /^(?:\[\s*[[{"\d-]|\{\s*")/.test(start))
  },
  async open(file) {
    if (file.bytes > LIMITS.jsonBytes) throw tooLarge('The JSON file is too large to be read as one.')
    const tables = tablesIn(parsed(file), file.name.replace(/\.[a-z0-9]{1,5}$/i, ''))
    if (tables.length === 0)
      throw new Problem('invalid', 'The JSON file has no table: a list of objects with the same fields, or of rows.')
    return {
      each(sink, { rowLimit = Number.POSITIVE_INFINITY } = {}) {
        for (const { name, rows } of tables) {
          const sheet = sink.sheet({ name })
          rows.slice(0, rowLimit).forEach((row, i) => {
            sheet.row(row, i + 1)
          })
          sheet.end()
        }
      },
    }
  },
}

interface Table {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

function parsed(file: FileToRead): unknown {
  const text = new TextDecoder(encodingOf(file.path, file.head)).decode(readFileSync(file.path))
  try {
    return JSON.parse(text)
  } catch (error) {
    throw broken(`The file begins like JSON and is none${placeOf(error, text)}.`)
  }
}

/** The engine's own words may quote the file; only the line is taken from them. */
function placeOf(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(said)?.[1] ?? (/end of JSON/i.test(said) ? text.trimEnd().length : undefined)
  return position === undefined ? '' : `: it breaks off on line ${text.slice(0, Number(position)).split('\n').length}`
}

function tablesIn(value: unknown, name: string): readonly Table[] {
  if (Array.isArray(value)) {
    const rows = rowsOf(value)
    return rows.length === 0 ? [] : [{ name, rows }]
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([field, inner]) => (Array.isArray(inner) ? tablesIn(inner, field) : []))
}

function rowsOf(list: readonly unknown[]): readonly (readonly Cell[])[] {
  if (list.length > LIMITS.rows) throw tooManyRows(LIMITS.rows)
  if (list.every(Array.isArray))
    return list.map((row: readonly unknown[], i) => checkedWidth(row).map((cell) => cellOf(cell, i + 1)))
  if (!list.every(isObject)) return []
  const fields = new Map<string, number>()
  // The names of the fields are the first row.
  const flat = list.map((one, i) => flattened(one, i + 2))
  for (const one of flat) for (const field of Object.keys(one)) if (!fields.has(field)) fields.set(field, fields.size)
  checkedWidth({ length: fields.size })
  if (flat.length * fields.size > LIMITS.cells * 2) throw tooLarge('The JSON file has too many cells.')
  return [[...fields.keys()], ...flat.map((one) => [...fields.keys()].map((field) => one[field] ?? null))].filter(
    (row) => row.some((cell) => !isEmpty(cell)),
  )
}

/** An object within an object becomes fields such as `provider.code`; anything deeper is no table. */
function flattened(one: Readonly<Record<string, unknown>>, row: number): Record<string, Cell> {
  const flat: Record<string, Cell> = Object.create(null) as Record<string, Cell>
  for (const [field, value] of Object.entries(one)) {
    if (isObject(value))
      for (const [inner, deeper] of Object.entries(value)) flat[nameOf(`${field}.${inner}`)] = cellOf(deeper, row)
    else flat[nameOf(field)] = cellOf(value, row)
  }
  return flat
}

/** The escape of JSON for the character that no database keeps in a text. */
const NUL = '\u0000'

function nameOf(field: string): string {
  if (field.includes(NUL)) throw holdsNul('The name of a field')
  return field
}

function cellOf(value: unknown, row: number): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') {
    if (value.includes(NUL)) throw holdsNul(`A cell of row ${row}`)
    return value.slice(0, LIMITS.cellCharacters)
  }
  return value === undefined ? null : '(nested)'
}

function holdsNul(where: string): Problem {
  return new Problem(
    'invalid',
    `${where} holds “\\u0000”, a character that no text can keep. Take it out, and bring the file again.`,
  )
}

function checkedWidth<Row extends { readonly length: number }>(row: Row): Row {
  if (row.length > LIMITS.columns) throw tooManyColumns(row.length, 'The JSON table')
  return row
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
