import type { Assurance, Variation } from '@golden-thread/spc'
import type { Option } from '#platform/html/fields.tsx'
import { MATRIX_COLUMNS, MATRIX_ROWS, type MatrixRow, matrixRowOf } from '#understand/overviewRows.ts'
import type { SeriesSummary } from '#understand/series.ts'

/** Which series the overview shows; everything empty: all of our own. */
export interface OverviewFilter {
  /** Code of a unit: it and everything below it. */
  readonly unit?: string
  readonly area?: string
  readonly measure?: string
  readonly variation?: Variation
  readonly assurance?: Assurance
  readonly holder?: 'own' | 'peers' | 'all'
  readonly search?: string
}

/** What the address of the overview says. */
export interface Chosen extends OverviewFilter {
  readonly holder: 'own' | 'peers' | 'all'
  readonly row?: MatrixRow
  /** Code of one peer. */
  readonly peer?: string
  readonly sort: SortKey
  readonly isDescending: boolean
  readonly iconsOnly: boolean
  readonly isFiltered: boolean
}

export interface OverviewChoices {
  readonly units: readonly Option[]
  readonly areas: readonly Option[]
}

const CONCERN: Readonly<Record<MatrixRow, number>> = { concerning: 0, changed: 1, improving: 2, commonCause: 3 }
const DOUBT: Readonly<Record<Assurance, number>> = { misses: 0, hitOrMiss: 1, none: 2, meets: 3 }

/** The columns that can be sorted by, each with its order. */
const ORDERS = {
  measure: (a, b) => a.measure.name.localeCompare(b.measure.name),
  latest: (a, b) => (a.latestPeriod ?? 0) - (b.latestPeriod ?? 0),
  variation: (a, b) =>
    CONCERN[matrixRowOf(a.variation)] - CONCERN[matrixRowOf(b.variation)] || DOUBT[a.assurance] - DOUBT[b.assurance],
  assurance: (a, b) =>
    DOUBT[a.assurance] - DOUBT[b.assurance] || CONCERN[matrixRowOf(a.variation)] - CONCERN[matrixRowOf(b.variation)],
} satisfies Record<string, (a: SeriesSummary, b: SeriesSummary) => number>

export type SortKey = keyof typeof ORDERS

/** What stands behind the question mark of an address. */
export type Query = Readonly<Record<string, string | undefined>>

/** Reads the address; what it cannot read counts as not said. */
export function chosenFrom(query: Query): Chosen {
  const one = <Value extends string>(value: string | undefined, known: readonly Value[]) =>
    known.find((candidate) => candidate === value)
  const given = (name: 'unit' | 'area' | 'measure' | 'peer' | 'search') =>
    query[name]?.trim() && { [name]: query[name].trim().slice(0, 120) }
  const row = one(
    query.variation,
    MATRIX_ROWS.map(({ id }) => id),
  )
  const assurance = one(
    query.assurance,
    MATRIX_COLUMNS.map(({ id }) => id),
  )
  const holder = one(query.holder, ['own', 'peers', 'all'] as const) ?? (query.peer ? 'peers' : 'own')
  const sort = query.sort?.replace(/^-/, '')
  const filters = { ...given('unit'), ...given('area'), ...given('measure'), ...given('peer'), ...given('search') }
  return {
    ...filters,
    ...(row && { row }),
    ...(assurance && { assurance }),
    holder,
    sort: one(sort, Object.keys(ORDERS) as SortKey[]) ?? 'variation',
    isDescending: query.sort?.startsWith('-') ?? false,
    iconsOnly: query.icons === 'only',
    isFiltered: Object.keys(filters).length > 0 || row !== undefined || assurance !== undefined || holder !== 'own',
  }
}

/** The series of one row of the matrix, in the order asked for. Those with too few points yet are listed apart. */
export function arrange(summaries: readonly SeriesSummary[], chosen: Chosen) {
  const wanted = summaries.filter((series) => {
    if (chosen.peer && series.holder.code !== chosen.peer) return false
    return !chosen.row || matrixRowOf(series.variation) === chosen.row
  })
  const order = ORDERS[chosen.sort]
  const sign = chosen.isDescending ? -1 : 1
  const judged = wanted.filter((series) => !series.tooFew).sort((a, b) => sign * order(a, b))
  return { judged, tooFew: chosen.row || chosen.assurance ? [] : wanted.filter((series) => series.tooFew) }
}

/** The address that shows the same, but for the changes. */
export function addressWith(query: Query, change: Readonly<Record<string, string>>): string {
  const entries = Object.entries({ ...query, ...change }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  )
  const words = new URLSearchParams(entries).toString()
  return words ? `/overview?${words}` : '/overview'
}
