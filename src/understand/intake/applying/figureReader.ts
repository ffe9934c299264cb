import { folded, numberOf } from '#understand/intake/cells.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { Cell } from '#understand/intake/table.ts'

/** A figure is a number; `blank` is nothing at all; `missing` a mark that says so; anything else is a fault. */
export type Figure = number | 'blank' | 'missing' | 'fault'

export function figureReader({ missing, nil }: Pick<Mapping, 'missing' | 'nil'>): (cell: Cell | undefined) => Figure {
  const marks = new Map<string, Figure>([
    ...missing.map((mark) => [folded(mark), 'missing'] as const),
    ...nil.map((mark) => [folded(mark), 0] as const),
  ])
  return (cell) => {
    const number = numberOf(cell)
    if (number !== null) return number
    if (cell === null || cell === undefined) return 'blank'
    if (typeof cell !== 'string') return 'fault'
    const text = folded(cell)
    return text === '' ? 'blank' : (marks.get(text) ?? 'fault')
  }
}

/**
 * Adds up columns. Blank ones beside filled ones count as none (a provider without such a department); one that is
 * marked as missing makes the sum missing, since a sum without it would be too small.
 */
export function sumOf(
  cells: readonly Cell[],
  places: readonly number[],
  read: (cell: Cell | undefined) => Figure,
): Figure {
  if (places.length === 1) return read(cells[places[0]!])
  let sum = 0
  let isBlank = true
  for (const place of places) {
    const figure = read(cells[place])
    if (figure === 'missing' || figure === 'fault') return figure
    if (figure === 'blank') continue
    isBlank = false
    sum += figure
  }
  return isBlank ? 'blank' : sum
}
