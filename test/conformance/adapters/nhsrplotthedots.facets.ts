import { type Case, inOrderOfDate, labels, numberOption, numbers } from '../case.ts'

export interface Facet {
  /** null when the run has no facets. */
  readonly name: string | null
  readonly dates: readonly string[]
  readonly values: Float64Array
  readonly target: number | null
  /** Places of the first point of each phase. */
  readonly starts: readonly number[]
}

/** The facets of a run in the order of their names, each with its rows in order of date. */
export function facetsOf(testCase: Case): readonly Facet[] {
  const dates = labels(testCase, 'dates')
  const values = numbers(testCase, 'value')
  const names = testCase.input.facet ? labels(testCase, 'facet') : null
  const facets = names ? [...new Set(names)].sort() : [null]
  return facets.map((name) => {
    const rows = inOrderOfDate(dates).filter((row) => !names || names[row] === name)
    const facetDates = rows.map((row) => dates[row]!)
    const rebases = rebaseDates(testCase, name)
    return {
      name,
      dates: facetDates,
      values: Float64Array.from(rows, (row) => values[row]!),
      target: targetOf(testCase, name),
      starts: facetDates.flatMap((date, place) => (rebases.includes(date) ? [place] : [])),
    }
  })
}

function rebaseDates({ options }: Case, facet: string | null): readonly string[] {
  const all = options.rebaseDates as readonly string[] | null | undefined
  const byFacet = options.rebaseDatesByFacet as Record<string, readonly string[]> | null | undefined
  return all ?? (facet === null ? undefined : byFacet?.[facet]) ?? []
}

function targetOf(testCase: Case, facet: string | null): number | null {
  const byFacet = testCase.options.targetByFacet as Record<string, number> | null | undefined
  return numberOption(testCase, 'target') ?? (facet === null ? undefined : byFacet?.[facet]) ?? null
}
