import { escapeHtml } from '#platform/html/escape.ts'
import type { SeriesId } from '#platform/ids.ts'
import { addressWith, type Chosen, type Query, type SortKey } from '#understand/overview.ts'
import { countedCharts } from '#understand/overviewReading.ts'
import { iconSprite, MATRIX_ROWS, matrixRowOf, summaryRow } from '#understand/overviewRows.ts'
import type { SeriesSummary } from '#understand/series.ts'

interface Tables {
  readonly judged: readonly SeriesSummary[]
  readonly tooFew: readonly SeriesSummary[]
  readonly chosen: Chosen
  /** Series that wait for a decision on new limits, with the version that counts something else. */
  readonly undecided: ReadonlyMap<SeriesId, number>
  readonly query: Query
  /** Code of the organisation's own unit. */
  readonly root: string
}

const HEADINGS: readonly { readonly key: SortKey | null; readonly title: string; readonly isNumber?: boolean }[] = [
  { key: 'measure', title: 'Measure' },
  { key: 'latest', title: 'Latest' },
  { key: 'value', title: 'Value', isNumber: true },
  { key: 'target', title: 'Target', isNumber: true },
  { key: 'variation', title: 'Variation' },
  { key: 'assurance', title: 'Assurance' },
  { key: 'mean', title: 'Mean', isNumber: true },
  { key: null, title: 'Limits', isNumber: true },
  { key: null, title: 'Latest 24 points' },
]

/** Rows of one page: more are neither read by a person nor carried by a phone. */
const PAGE = 200

/** On a phone a group shows this many, and a link to the rest. */
const FIRST_OF_GROUP = 5

const KEY =
  'In the small charts: tint, the expected range; thin line, the mean; dashed line, the target; marked points, signals; last point always marked, hollow while provisional.'

/**
 * The summary table, and apart from it the series that have too few points yet, a page of both: as pieces of text, since
 * there may be hundreds.
 */
export function summaryTables(tables: Tables): readonly string[] {
  const { judged, tooFew, chosen } = tables
  const all = [...judged, ...tooFew]
  if (all.length === 0) return []
  const pages = Math.ceil(all.length / PAGE)
  const page = Math.min(chosen.page, pages)
  const shown = new Set(all.slice((page - 1) * PAGE, page * PAGE))
  const judgedShown = judged.some((series) => shown.has(series))
    ? table('all', `All ${countedCharts(judged)}`, judgedRows(tables, shown), tables)
    : []
  const fewShown = tooFew.filter((series) => shown.has(series))
  const few =
    fewShown.length > 0
      ? table(
          'few',
          `Too few points yet (${tooFew.length})`,
          ['<tbody>', ...rowsOf(fewShown, tables), '</tbody>'],
          tables,
        )
      : []
  const from = (page - 1) * PAGE + 1
  const turn = pages > 1 ? pageLinks(page, pages, rowsText(from, from + shown.size - 1, all.length), tables) : ''
  return [iconSprite(), ...judgedShown, ...few, turn, `<p class="gt-small gt-key">${KEY}</p>`]
}

/** "Charts 201 to 400 of 16,000" */
function rowsText(from: number, to: number, all: number): string {
  const [first, last, of] = [from, to, all].map((count) => count.toLocaleString('en-GB'))
  return `Charts ${first} to ${last} of ${of}`
}

function pageLinks(page: number, pages: number, text: string, { judged, query }: Tables): string {
  const link = (to: number, word: string) =>
    `<a href="${escapeHtml(addressWith(query, { page: to === 1 ? '' : String(to) }))}#${(to - 1) * PAGE < judged.length ? 'all' : 'few'}">${word}</a>`
  const links = [
    page > 2 && link(1, 'First page'),
    page > 1 && link(page - 1, 'Page before'),
    page < pages && link(page + 1, 'Next page'),
    page < pages - 1 && link(pages, 'Last page'),
  ]
  return `<nav class="gt-pages" aria-label="Pages of the table"><p>${text}</p>${links.filter(Boolean).join(' ')}</nav>`
}

/** In the usual order, by variation, each of its rows is a group; in any other order there is one. */
function judgedRows(tables: Tables, shown: ReadonlySet<SeriesSummary>): readonly string[] {
  const { judged, chosen, query } = tables
  const rows = (series: readonly SeriesSummary[]) =>
    rowsOf(
      series.filter((one) => shown.has(one)),
      tables,
    )
  if (chosen.sort !== 'variation') return ['<tbody>', ...rows(judged), '</tbody>']
  const groups = Map.groupBy(judged, (series) => matrixRowOf(series.variation))
  return [...groups].flatMap(([row, series]) => {
    if (!series.some((one) => shown.has(one))) return []
    const { name, note } = MATRIX_ROWS.find(({ id }) => id === row)!
    const isShort = !chosen.row && series.length > FIRST_OF_GROUP + 1
    const head = `<tr class="gt-group__head"><th scope="rowgroup" colspan="9">${name} <span>(${series.length})</span><span class="gt-small">${note}</span></th></tr>`
    const more = isShort
      ? `<tr class="gt-group__more"><td colspan="9"><a href="${escapeHtml(addressWith(query, { variation: row }))}">Show all ${series.length}</a></td></tr>`
      : ''
    const open = `<tbody class="gt-group${isShort ? ' gt-group--short' : ''}">${head}`
    return [open, ...rows(series), `${more}</tbody>`]
  })
}

function rowsOf(series: readonly SeriesSummary[], { root, undecided }: Tables): readonly string[] {
  return series.map((one) => summaryRow(one, root, undecided.get(one.id)))
}

function table(id: string, title: string, bodies: readonly string[], { chosen, query }: Tables): readonly string[] {
  const isFirst = id === 'all'
  const heads = HEADINGS.map((heading) => (isFirst ? head(heading, chosen, query) : plainHead(heading))).join('')
  const classes = `gt-table gt-table--summary${chosen.iconsOnly ? ' gt-table--icons' : ''}`
  const links = isFirst ? tableLinks(chosen, query) : ''
  const open = `<section><div class="gt-title"><h2 id="${id}">${title}</h2>${links}</div><div class="gt-scroll" tabindex="0" role="region" aria-labelledby="${id}"><table class="${classes}" aria-labelledby="${id}"><thead><tr>${heads}</tr></thead>`
  return [open, ...bodies, '</table></div></section>']
}

function tableLinks(chosen: Chosen, query: Query): string {
  const csv = addressWith(query, {}).replace('/overview', '/overview/data.csv')
  const [icons, words] = chosen.iconsOnly ? ['', 'Icons with words'] : ['only', 'Icons only']
  const order = chosen.sort === 'variation' && !chosen.isDescending ? 'Most concerning first. ' : ''
  return `<p class="gt-small gt-aside">${order}<a href="${escapeHtml(addressWith(query, { icons }))}">${words}</a> <a href="${escapeHtml(csv)}">Download CSV</a> <button type="button" class="gt-link" data-print hidden>Print</button></p>`
}

function plainHead({ title, isNumber }: (typeof HEADINGS)[number]): string {
  return `<th scope="col"${isNumber ? ' class="gt-number"' : ''}>${title}</th>`
}

function head(heading: (typeof HEADINGS)[number], chosen: Chosen, query: Query): string {
  const { key, title, isNumber } = heading
  if (!key) return plainHead(heading)
  const isSorted = chosen.sort === key
  const next = isSorted && !chosen.isDescending ? `-${key}` : key
  const sorted = isSorted ? ` aria-sort="${chosen.isDescending ? 'descending' : 'ascending'}"` : ''
  const arrow = isSorted ? `<span aria-hidden="true"> ${chosen.isDescending ? '▲' : '▼'}</span>` : ''
  return `<th scope="col"${isNumber ? ' class="gt-number"' : ''}${sorted}><a href="${escapeHtml(addressWith(query, { sort: next }))}">${title}</a>${arrow}</th>`
}
