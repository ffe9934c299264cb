import { assuranceName, variationName } from '@golden-thread/charts'
import { Hono } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import { dataRevision } from '#organisation/organisation.store.ts'
import { listUnits } from '#organisation/unit.store.ts'
import { escapeHtml } from '#platform/html/escape.ts'
import { Fragments } from '#platform/html/fragments.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'
import { chanceOfSignal } from '#understand/chance.ts'
import { csv } from '#understand/csv.ts'
import { OverviewBody, OverviewTop } from '#understand/overview.pages.tsx'
import { addressWith, arrange, type Chosen, chosenFrom, type SortKey } from '#understand/overview.ts'
import { limitsText, placeText, summaryRow, targetText } from '#understand/overviewRows.ts'
import { listSummaries } from '#understand/series.store.ts'
import type { SeriesSummary } from '#understand/series.ts'

type Query = Readonly<Record<string, string | undefined>>

/** /overview: where every series stands. What is drawn is kept until something of the organisation's data changes. */
export function overviewRoutes() {
  const fragments = new Fragments()
  return new Hono<OrganisationEnv>()
    .get('/', async (c) => {
      const query = c.req.query()
      const { organisation } = c.var
      const html = await c.var.as(async (db) => {
        const key = `${organisation.id} ${await dataRevision(db)} ${new URL(c.req.url).search}`
        const kept = fragments.find(key)
        if (kept !== undefined) return kept
        const chosen = chosenFrom(query)
        const arranged = arrange(await listSummaries(db, chosen), chosen)
        const areas = [...new Set((await listSummaries(db)).map((series) => series.measure.area))]
          .filter(Boolean)
          .sort()
        const choices = {
          units: (await listUnits(db)).map((unit) => ({
            value: unit.code,
            label: `${' '.repeat(unit.depth)}${unit.name}`,
          })),
          areas: areas.map((area) => ({ value: area, label: area })),
        }
        const props = {
          organisation: organisation.name,
          root: organisation.code,
          ...arranged,
          chosen,
          choices,
          chance: chanceOfSignal(),
        }
        return fragments.keep(
          key,
          renderToStaticMarkup(<OverviewTop {...props} />) + tables(arranged, chosen, query, organisation.code),
        )
      })
      return page(c, { title: 'Overview', at: '/overview' }, <OverviewBody html={html} />)
    })
    .get('/data.csv', async (c) => {
      const chosen = chosenFrom(c.req.query())
      const summaries = await c.var.as((db) => listSummaries(db, chosen))
      const { judged, tooFew } = arrange(summaries, chosen)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="overview.csv"')
      return c.body(
        csv([CSV_HEADINGS, ...[...judged, ...tooFew].map((series) => csvRow(series, c.var.organisation.code))]),
      )
    })
}

const CSV_HEADINGS = [
  'Measure',
  'Area',
  'Unit or peer',
  'Group',
  'Latest',
  'Value',
  'Provisional',
  'Target',
  'Variation',
  'Assurance',
  'Mean',
  'Limits',
]

function csvRow(series: SeriesSummary, root: string): (string | number | null)[] {
  const verdicts = series.tooFew
    ? ['Too few points yet', '']
    : [variationName(series.variation), assuranceName(series.assurance)]
  return [
    series.measure.name,
    series.measure.area,
    placeText({ ...series, stratum: '' }, root) || series.holder.name,
    series.stratum,
    series.latestLabel,
    series.value,
    series.provisional ? 'provisional' : '',
    targetText(series),
    ...verdicts,
    series.mean,
    limitsText(series),
  ]
}

const HEADINGS: readonly { readonly key: SortKey | null; readonly title: string; readonly isNumber?: boolean }[] = [
  { key: 'measure', title: 'Measure' },
  { key: 'latest', title: 'Latest' },
  { key: null, title: 'Value', isNumber: true },
  { key: null, title: 'Target', isNumber: true },
  { key: 'variation', title: 'Variation' },
  { key: 'assurance', title: 'Assurance' },
  { key: null, title: 'Mean', isNumber: true },
  { key: null, title: 'Limits', isNumber: true },
  { key: null, title: 'Last 24' },
]

function tables({ judged, tooFew }: ReturnType<typeof arrange>, chosen: Chosen, query: Query, root: string): string {
  const csvAddress = addressWith(query, {}).replace('/overview', '/overview/data.csv')
  const icons = chosen.iconsOnly
    ? `<a href="${escapeHtml(addressWith(query, { icons: '' }))}">Icons with words</a>`
    : `<a href="${escapeHtml(addressWith(query, { icons: 'only' }))}">Icons only</a>`
  const links = `<p class="gt-small gt-aside">${icons} <a href="${escapeHtml(csvAddress)}">Download CSV</a></p>`
  const main =
    judged.length > 0 ? section('all', `All ${judged.length} series`, links, judged, chosen, query, root) : ''
  const few =
    tooFew.length > 0 ? section('few', `Too few points yet (${tooFew.length})`, '', tooFew, chosen, query, root) : ''
  const key =
    main || few
      ? '<p class="gt-small">In the small charts: tint, the expected range; thin line, the mean; dashed line, the target; marked points, signals; the last point always marked, hollow while provisional.</p>'
      : ''
  return main + few + key
}

function section(
  id: string,
  title: string,
  links: string,
  series: readonly SeriesSummary[],
  chosen: Chosen,
  query: Query,
  root: string,
): string {
  const classes = `gt-table gt-table--summary${chosen.iconsOnly ? ' gt-table--icons' : ''}`
  const rows = series.map((one) => summaryRow(one, root)).join('')
  const heads = HEADINGS.map((heading) => head(heading, chosen, query)).join('')
  return `<section aria-labelledby="${id}"><div class="gt-title"><h2 id="${id}">${title}</h2>${links}</div><div class="gt-scroll" tabindex="0" role="region" aria-labelledby="${id}"><table class="${classes}"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div></section>`
}

function head({ key, title, isNumber }: (typeof HEADINGS)[number], chosen: Chosen, query: Query): string {
  const number = isNumber ? ' class="gt-number"' : ''
  if (!key) return `<th scope="col"${number}>${title}</th>`
  const isSorted = chosen.sort === key
  const next = isSorted && !chosen.isDescending ? `-${key}` : key
  const sorted = isSorted ? ` aria-sort="${chosen.isDescending ? 'descending' : 'ascending'}"` : ''
  const arrow = isSorted ? `<span aria-hidden="true"> ${chosen.isDescending ? '▲' : '▼'}</span>` : ''
  return `<th scope="col"${sorted}><a href="${escapeHtml(addressWith(query, { sort: next }))}">${title}</a>${arrow}</th>`
}
