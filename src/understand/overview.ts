import type { Assurance, Variation } from '@golden-thread/spc'
import { personalIn } from '#organisation/refusals.ts'
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
  /** Of the summary table, from 1; the last one where there are not so many. */
  readonly page: number
  readonly isFiltered: boolean
  /** What the address says and nothing here is called: said on the page, and then as if it were not there. */
  readonly unknown: readonly Unknown[]
}

/** A value of an address that is none of ours. */
export interface Unknown {
  readonly name: string
  readonly value: string
}

/** What the names in an address may be; those that are absent are taken as they are. */
export type Known = Partial<Readonly<Record<'unit' | 'area' | 'measure' | 'peer', readonly string[]>>>

export interface OverviewChoices {
  readonly units: readonly Option[]
  readonly areas: readonly Option[]
}

/** A longer text in an address is cut. */
const LONGEST = 120

const CONCERN: Readonly<Record<MatrixRow, number>> = { concerning: 0, changed: 1, improving: 2, commonCause: 3 }
const DOUBT: Readonly<Record<Assurance, number>> = { misses: 0, hitOrMiss: 1, none: 2, meets: 3 }

/** The columns of figures that can be sorted by; a series without one stands last, whichever way. */
const FIGURES = {
  value: ({ value }) => value,
  target: ({ target }) => target,
  mean: ({ mean }) => mean,
} satisfies Record<string, (series: SeriesSummary) => number | null>

/** The other columns that can be sorted by, each with its order. */
const ORDERS = {
  measure: (a, b) => a.measure.name.localeCompare(b.measure.name),
  latest: (a, b) => (a.latestPeriod ?? 0) - (b.latestPeriod ?? 0),
  variation: (a, b) =>
    CONCERN[matrixRowOf(a.variation)] - CONCERN[matrixRowOf(b.variation)] || DOUBT[a.assurance] - DOUBT[b.assurance],
  assurance: (a, b) =>
    DOUBT[a.assurance] - DOUBT[b.assurance] || CONCERN[matrixRowOf(a.variation)] - CONCERN[matrixRowOf(b.variation)],
} satisfies Record<string, (a: SeriesSummary, b: SeriesSummary) => number>

export type SortKey = keyof typeof ORDERS | keyof typeof FIGURES

const SORT_KEYS = [...Object.keys(ORDERS), ...Object.keys(FIGURES)] as SortKey[]

/** What stands behind the question mark of an address. */
export type Query = Readonly<Record<string, string | undefined>>

/** The parts of an address that say what is shown, in the order of `questionOf`. */
const PARTS = ['unit', 'area', 'measure', 'peer', 'search', 'variation', 'assurance', 'holder', 'sort', 'icons', 'page']

/**
 * The address in one order and one spelling, without what says nothing: two addresses that show the same are the same
 * question, whatever else stands in them.
 */
export function questionOf(query: Query): Query {
  const said = PARTS.map((name) => [name, query[name]?.trim().slice(0, LONGEST) ?? ''] as const)
  const usual = (name: string, value: string) =>
    (name === 'sort' && value === 'variation') ||
    (name === 'page' && value === '1') ||
    (name === 'holder' && value === 'own' && !query.peer?.trim())
  return Object.fromEntries(said.filter(([name, value]) => value !== '' && !usual(name, value)))
}

/** Reads the address. What is called nothing here counts as not said, and is named in `unknown`. */
export function chosenFrom(query: Query, known: Known = {}): Chosen {
  const unknown: Unknown[] = []
  const refuse = (name: string, value: string) => void unknown.push({ name, value })
  const one = <Value extends string>(name: string, allowed: readonly Value[], value = query[name] ?? '') => {
    const found = allowed.find((candidate) => candidate === value)
    if (value !== '' && !found) refuse(name, query[name]!)
    return found
  }
  const given = (name: keyof Known | 'search') => {
    const value = query[name]?.trim().slice(0, LONGEST) ?? ''
    const allowed = name === 'search' ? undefined : known[name]
    if (value === '' || personalIn(value)) return value !== '' && refuse(name, value)
    return allowed && !allowed.includes(value) ? refuse(name, value) : { [name]: value }
  }
  const filters = { ...given('unit'), ...given('area'), ...given('measure'), ...given('peer'), ...given('search') }
  const row = one(
    'variation',
    MATRIX_ROWS.map(({ id }) => id),
  )
  const assurance = one(
    'assurance',
    MATRIX_COLUMNS.map(({ id }) => id),
  )
  const page = query.page?.trim() ?? ''
  const isPage = /^[1-9]\d{0,5}$/.test(page)
  if (page !== '' && !isPage) refuse('page', page)
  const holder = one('holder', ['own', 'peers', 'all'] as const) ?? ('peer' in filters ? 'peers' : 'own')
  return {
    ...filters,
    ...(row && { row }),
    ...(assurance && { assurance }),
    holder,
    sort: one('sort', SORT_KEYS, query.sort?.replace(/^-/, '')) ?? 'variation',
    isDescending: query.sort?.startsWith('-') ?? false,
    iconsOnly: one('icons', ['only']) !== undefined,
    page: isPage ? Number(page) : 1,
    isFiltered: Object.keys(filters).length > 0 || row !== undefined || assurance !== undefined || holder !== 'own',
    unknown,
  }
}

/** How the parts of an address are called on the page, and what is shown in place of an unknown one. */
const CALLED: Readonly<Record<string, readonly [name: string, instead: string]>> = {
  variation: ['kind of variation', 'Showing all.'],
  assurance: ['kind of assurance', 'Showing all.'],
  holder: ['choice of whose', 'Showing our own.'],
  sort: ['order', 'Most concerning first.'],
  icons: ['choice of icons', 'Showing icons with words.'],
  search: ['name', 'Showing all.'],
  page: ['page', 'Showing the first.'],
}

/** "No such area: Safty. Showing all." What identifies a patient is never repeated. */
export function unknownSentence({ name, value }: Unknown): string {
  const [called, instead] = CALLED[name] ?? [name, 'Showing all.']
  const said = value.slice(0, LONGEST)
  return personalIn(said) ? `No such ${called}. ${instead}` : `No such ${called}: ${said}. ${instead}`
}

/** The address without what is unknown in it. */
export function knownPart(query: Query, { unknown }: Chosen): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !unknown.some((one) => one.name === name)))
}

/** The series of one row of the matrix, in the order asked for. Those with too few points yet are listed apart. */
export function arrange(summaries: readonly SeriesSummary[], chosen: Chosen) {
  const wanted = summaries.filter((series) => {
    if (chosen.peer && series.holder.code !== chosen.peer) return false
    return !chosen.row || matrixRowOf(series.variation) === chosen.row
  })
  const judged = wanted.filter((series) => !series.tooFew).sort(orderOf(chosen))
  return { judged, tooFew: chosen.row || chosen.assurance ? [] : wanted.filter((series) => series.tooFew) }
}

function orderOf({ sort, isDescending }: Chosen): (a: SeriesSummary, b: SeriesSummary) => number {
  const sign = isDescending ? -1 : 1
  if (!(sort in FIGURES)) return (a, b) => sign * ORDERS[sort as keyof typeof ORDERS](a, b)
  const figure = FIGURES[sort as keyof typeof FIGURES]
  return (a, b) => {
    const [x, y] = [figure(a), figure(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  }
}

/** The address that shows the same, but for the changes; from its first page, unless they say which. */
export function addressWith(query: Query, change: Readonly<Record<string, string>>): string {
  const entries = Object.entries({ ...query, page: '', ...change }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  )
  const words = new URLSearchParams(entries).toString()
  return words ? `/overview?${words}` : '/overview'
}
