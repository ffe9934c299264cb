import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import Papa from 'papaparse'
import type { IntakeContext } from '#understand/intake/context.ts'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import { fileFacts, type ReadFile } from '#understand/intake/fileFacts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { Cell } from '#understand/intake/table.ts'

/** Tables of tests, written as files of every type and read again. */

export type Rows = readonly (readonly Cell[])[]

export const TYPES = ['csv', 'tsv', 'xlsx', 'xls', 'ods', 'json'] as const
export type FileType = (typeof TYPES)[number]

/** The bytes of a file with one sheet, or with several. */
export function fileOf(type: FileType, sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const first = Object.values(sheets)[0]!
  if (type === 'csv' || type === 'tsv')
    return text(Papa.unparse(plain(first), { delimiter: type === 'csv' ? ',' : '\t' }))
  if (type === 'json') return text(JSON.stringify(Object.keys(sheets).length > 1 ? sheets : objects(first)))
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return new Uint8Array(
    write(book, { type: 'array', bookType: type === 'xls' ? 'biff8' : type, compression: true }) as ArrayBuffer,
  )
}

/** Reads bytes as a file of that name, in this thread. Nothing is left behind. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  {
    mapping = null,
    context = NOTHING_KNOWN,
  }: { readonly mapping?: Mapping | null; readonly context?: IntakeContext } = {},
): Promise<ReadFile> {
  return withFile(bytes, (path) =>
    fileFacts({ name, path }, mapping, context, { recall: async () => null, onProgress() {} }),
  )
}

export async function withFile<Result>(bytes: Uint8Array, use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-'))
  try {
    const path = join(folder, 'file')
    writeFileSync(path, bytes)
    return await use(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function text(written: string): Uint8Array {
  return new TextEncoder().encode(written)
}

function plain(rows: Rows): Cell[][] {
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))
}

function objects([header, ...rows]: Rows): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(header!.map((heading, i) => [String(heading), row[i] ?? null])))
}
