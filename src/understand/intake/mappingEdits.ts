import type { ColumnUse, MappedMeasure, Mapping } from '#understand/intake/mapping.ts'

/** The corrections that the page offers, each a new mapping. What is of one file only (its sheet, its header row) is asked of the proposal instead. */

/** Says what a column is for. A column that is no figure any more leaves the measures that were made of it. */
export function useColumn(mapping: Mapping, heading: string, use: ColumnUse): Mapping {
  const columns = mapping.columns.map((column) => (column.heading === heading ? { ...column, use } : column))
  if (use === 'figure') return { ...mapping, columns }
  return { ...mapping, columns, measures: mapping.measures.flatMap((measure) => without(measure, heading)) }
}

/** Changes one measure, by its place in the list. Columns that it names become figures. */
export function changeMeasure(mapping: Mapping, at: number, change: Partial<MappedMeasure>): Mapping {
  const measures = mapping.measures.map((measure, i) => (i === at ? { ...measure, ...change } : measure))
  return usingFigures({ ...mapping, measures })
}

export function addMeasure(mapping: Mapping, measure: MappedMeasure): Mapping {
  return usingFigures({ ...mapping, measures: [...mapping.measures, measure] })
}

export function removeMeasure(mapping: Mapping, at: number): Mapping {
  return { ...mapping, measures: mapping.measures.filter((_, i) => i !== at) }
}

/** Every sheet with these headings, or only the named ones. */
export function readSheets(mapping: Mapping, sheets: readonly string[]): Mapping {
  return { ...mapping, sheets: [...sheets] }
}

/** What cells and rows without a figure are called. */
export function changeMarks(mapping: Mapping, marks: Partial<Pick<Mapping, 'totals' | 'missing' | 'nil'>>): Mapping {
  return { ...mapping, ...marks }
}

function without(measure: MappedMeasure, heading: string): MappedMeasure[] {
  const numerator = measure.numerator.filter((one) => one !== heading)
  const denominator = measure.denominator.filter((one) => one !== heading)
  const spread = measure.spread === heading ? '' : measure.spread
  return numerator.length === 0 ? [] : [{ ...measure, numerator, denominator, spread }]
}

function usingFigures(mapping: Mapping): Mapping {
  const used = new Set(
    mapping.measures.flatMap(({ numerator, denominator, spread }) => [...numerator, ...denominator, spread]),
  )
  const columns = mapping.columns.map((column) =>
    used.has(column.heading) && column.use === 'ignore' ? { ...column, use: 'figure' as const } : column,
  )
  return { ...mapping, columns }
}
