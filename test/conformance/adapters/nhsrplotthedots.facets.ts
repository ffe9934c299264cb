import { type Case, inOrderOfDate, labels, NotComparable, numberOption, numbers } from '../case.ts'

export interface Facet {
  /** null when the run has no facets. */
  readonly name: string | null
  /** Places of its rows in the input, in order of date. */
  readonly rows: readonly number[]
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
  if (dates.length === 0 || values.length !== dates.length) throw new NotComparable('input.dates')
  const names = testCase.input.facet ? labels(testCase, 'facet') : null
  const facets = names ? [...new Set(names)].sort() : [null]
  return facets.map((name) => {
    const rows = inOrderOfDate(dates).filter((row) => !names || names[row] === name)
    const facetDates = rows.map((row) => dates[row]!)
    const rebases = rebaseDates(testCase, name)
    return {
      name,
      rows,
      dates: facetDates,
      values: Float64Array.from(rows, (row) => values[row]!),
      target: targetOf(testCase, name),
      starts: facetDates.flatMap((date, place) => (rebases.includes(date) ? [place] : [])),
    }
  })
}

function rebaseDates(testCase: Case, facet: string | null): readonly string[] {
  const dates = testCase.options.rebaseDates ?? ofFacet(testCase, 'rebaseDatesByFacet', facet) ?? []
  if (!Array.isArray(dates)) throw new NotComparable(`options.rebaseDates: ${JSON.stringify(dates)}`)
  return dates.map(String)
}

function targetOf(testCase: Case, facet: string | null): number | null {
  const target = numberOption(testCase, 'target') ?? ofFacet(testCase, 'targetByFacet', facet) ?? null
  if (target !== null && typeof target !== 'number')
    throw new NotComparable(`options.targetByFacet: ${JSON.stringify(target)}`)
  return target
}

function ofFacet({ options }: Case, name: string, facet: string | null): unknown {
  const byFacet = options[name]
  return facet !== null && typeof byFacet === 'object' && byFacet !== null
    ? (byFacet as Record<string, unknown>)[facet]
    : undefined
}
