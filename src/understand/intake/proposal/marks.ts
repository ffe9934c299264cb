import { folded } from '#understand/intake/cells.ts'
import { MISSING_MARKS, NIL_MARKS } from '#understand/intake/proposal/vocabulary.ts'
import type { Cell } from '#understand/intake/table.ts'

const MARKS: ReadonlySet<string> = new Set([...MISSING_MARKS, ...NIL_MARKS])

/** Does a cell stand for a figure that is not there? */
export function isMark(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length < 20 && MARKS.has(folded(cell))
}
