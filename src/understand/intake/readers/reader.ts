import type { Cell, Sheet } from '#understand/intake/table.ts'

/** What takes in the rows of a file, sheet by sheet, top to bottom. */
export interface RowSink {
  sheet(sheet: Pick<Sheet, 'name' | 'merges' | 'hidden'>): SheetSink
}

export interface SheetSink {
  /** `line` counts from 1 as in the file, or in the sheet. */
  row(cells: readonly Cell[], line: number): void
  /**
   * Takes the same row by the bytes of its cells, if it can do without their texts. False: it was not taken, and wants to
   * be given as a row.
   */
  plain?(row: PlainRow, line: number): boolean
  end(): void
}

/** A row of a text file as the bytes of its cells, all of them printable ASCII. It is gone with the next row. */
export interface PlainRow {
  readonly bytes: Buffer
  /** Where in `bytes` each of the first `cells` cells begins, and where it has ended. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly cells: number
}

/** The texts of a plain row's cells. */
export function textsOf({ bytes, starts, ends, cells }: PlainRow): string[] {
  return Array.from({ length: cells }, (_, i) => bytes.toString('latin1', starts[i], ends[i]))
}

/** A file on disk and its first bytes. */
export interface FileToRead {
  /** The person's own name for it. */
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly head: Uint8Array
}

/** A file that has been understood as one of a type. Its rows can be gone through more than once. */
export interface OpenFile {
  /** Goes through all rows, or only the first `rowLimit` of each sheet. */
  each(
    sink: RowSink,
    options?: { readonly rowLimit?: number; readonly onProgress?: (done: number, of: number) => void },
  ): void
}

/**
 * One file type. It is told by its content first, and by its name only where the content does not say.
 * Readers run in a worker of their own and may block; none evaluates a formula or follows a link.
 */
export interface Reader {
  readonly id: string
  readonly label: string
  recognises(file: FileToRead): boolean
  /** @throws Problem saying what is wrong with the file, where, and what to do */
  open(file: FileToRead): Promise<OpenFile>
}

/** How much of any file is read. Beyond it the file is refused with a sentence, never cut off in silence. */
export const LIMITS = {
  /** A text file of 250 MB has about so many lines. */
  rows: 4_000_000,
  columns: 2_000,
  /** What fits into the memory of a reading, in numbers and in facts. */
  figures: 16_777_216,
  /** Cells of a spreadsheet, which stands in memory as a whole. */
  cells: 5_000_000,
  /** What a zipped spreadsheet may unpack to. */
  unpackedBytes: 256 * 1024 * 1024,
  jsonBytes: 100 * 1024 * 1024,
  sheets: 300,
  /** Characters of one cell, as in a spreadsheet. */
  cellCharacters: 32_767,
} as const
