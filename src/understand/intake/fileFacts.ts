import { personalIn } from '#organisation/refusals.ts'
import { withheld } from '#understand/intake/applying/findings.ts'
import { beginApplying } from '#understand/intake/applyMapping.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import { openFile } from '#understand/intake/openFile.ts'
import { type PersonalColumn, refusedFor, refuseNames, watching } from '#understand/intake/personal.ts'
import { proposeMapping } from '#understand/intake/proposeMapping.ts'
import type { OpenFile, RowSink } from '#understand/intake/readers/reader.ts'
import { shapeOf } from '#understand/intake/shape.ts'
import type { Cell, Sheet, Workbook } from '#understand/intake/table.ts'

/** Enough rows to understand a layout by; a text file is not read further for it. */
const ROWS_FOR_A_PROPOSAL = 5_000
const ROWS_SHOWN = 12

export interface ReadFile {
  readonly mapping: Mapping
  readonly facts: FileFacts
  readonly shape: string
  readonly fileType: string
  /** The mapping was not proposed now but remembered from a file of this shape. */
  readonly isRemembered: boolean
  /** Every sheet's first rows, for a person to see what the mapping is about. */
  readonly sheets: readonly Sheet[]
}

export interface FileQuestions {
  /** Asked once the shape is known. */
  recall(shape: string): Promise<Mapping | null>
  onProgress(done: number, of: number): void
}

/**
 * From a file to its facts, in one thread: the layout is understood by the first rows, then every row goes through the mapping.
 * Blocks while it reads.
 *
 * @throws Problem for a file that cannot be read, has no table, or identifies patients
 * @see readFacts for the same in a thread of its own
 */
export async function fileFacts(
  file: { readonly name: string; readonly path: string },
  given: Mapping | null,
  context: IntakeContext,
  { recall, onProgress }: FileQuestions,
): Promise<ReadFile> {
  const { type, open } = await openFile(file.name, file.path)
  const workbook = workbookOf(file.name, type, open, ROWS_FOR_A_PROPOSAL)
  const shape = shapeOf(workbook)
  const isChosen = context.sheet !== undefined || context.headerLine !== undefined
  const remembered = given || isChosen ? null : await recall(shape)
  const mapping = given ?? remembered ?? (await proposal(workbook, open, context))
  refuseNames(workbook, mapping)
  const facts = factsOf(file.name, open, mapping, context, onProgress, workbook.sheets.length)
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: shownRows(sheet, mapping) }))
  return { mapping, facts, shape, fileType: type, isRemembered: remembered !== null, sheets }
}

/** A file with a patient's number is refused before anything is said about its layout, also where it has none. */
async function proposal(workbook: Workbook, open: OpenFile, context: IntakeContext): Promise<Mapping> {
  try {
    return proposeMapping(workbook, context)
  } catch (error) {
    const found: PersonalColumn[] = []
    open.each(watching({ sheet: () => ({ row() {}, end() {} }) }, (column) => found.push(column)))
    if (found[0]) throw refusedFor(found[0], workbook.sheets.length === 1)
    throw error
  }
}

function factsOf(
  fileName: string,
  open: OpenFile,
  mapping: Mapping,
  context: IntakeContext,
  onProgress: (done: number, of: number) => void,
  sheets: number,
): FileFacts {
  const applying = beginApplying(mapping, context, fileName)
  const refused: PersonalColumn[] = []
  open.each(
    watching(applying, (column) => refused.push(column)),
    { onProgress },
  )
  if (refused[0]) throw refusedFor(refused[0], sheets === 1)
  return applying.finish()
}

/** The whole workbook, or the first rows of each sheet. */
export function workbookOf(fileName: string, type: string, open: OpenFile, rowLimit?: number): Workbook {
  const sheets: Sheet[] = []
  const sink: RowSink = {
    sheet(sheet) {
      const rows: (readonly Cell[])[] = []
      const lines: number[] = []
      return {
        row(cells, line) {
          rows.push(cells)
          lines.push(line)
        },
        end() {
          const areRegular = lines.every((line, i) => line === i + 1)
          sheets.push({ ...sheet, rows, ...(areRegular ? {} : { lines }) })
        },
      }
    },
  }
  open.each(sink, rowLimit === undefined ? {} : { rowLimit })
  return { fileName, type, sheets }
}

function shownRows(sheet: Sheet, mapping: Mapping): Sheet['rows'] {
  const rows = sheet.rows.slice(0, mapping.headerLine + mapping.headerRows + ROWS_SHOWN)
  return rows.map((row) => row.map(shownCell))
}

function shownCell(cell: Cell): Cell {
  return (typeof cell === 'string' || typeof cell === 'number') && personalIn(String(cell))
    ? withheld(String(cell))
    : cell
}
