import { Hono } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import { dataRevision } from '#organisation/organisation.store.ts'
import { listUnits } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Fragments } from '#platform/html/fragments.ts'
import { MarkupBlock } from '#platform/html/markup.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'
import { chanceOfSignal } from '#understand/chance.ts'
import { OverviewTop } from '#understand/overview.pages.tsx'
import { arrange, chosenFrom, type Query } from '#understand/overview.ts'
import { overviewCsv } from '#understand/overviewCsv.ts'
import { summaryTables } from '#understand/overviewTable.ts'
import { listSummaries } from '#understand/series.store.ts'

/** /overview: where every series stands. What is drawn is kept until something of the organisation's data changes. */
export function overviewRoutes() {
  const fragments = new Fragments()
  return new Hono<OrganisationEnv>()
    .get('/', async (c) => {
      const { organisation } = c.var
      const html = await c.var.as(async (db) => {
        const key = `${organisation.id} ${organisation.name} ${await dataRevision(db)} ${new URL(c.req.url).search}`
        return fragments.find(key) ?? fragments.keep(key, await drawn(db, organisation, c.req.query()))
      })
      return page(c, { title: 'Overview', at: '/overview' }, <MarkupBlock html={html} />)
    })
    .get('/data.csv', async (c) => {
      const chosen = chosenFrom(c.req.query())
      const { judged, tooFew } = arrange(await c.var.as((db) => listSummaries(db, chosen)), chosen)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="overview.csv"')
      return c.body(overviewCsv([...judged, ...tooFew], c.var.organisation))
    })
}

async function drawn(
  db: OrganisationDb,
  { name, code }: { readonly name: string; readonly code: string },
  query: Query,
): Promise<string> {
  const chosen = chosenFrom(query)
  const summaries = await listSummaries(db, chosen)
  const arranged = arrange(summaries, chosen)
  const choices = { units: await unitChoices(db), areas: await areaChoices(db, chosen.isFiltered ? null : summaries) }
  const top = (
    <OverviewTop
      organisation={name}
      root={code}
      {...arranged}
      chosen={chosen}
      choices={choices}
      chance={chanceOfSignal()}
    />
  )
  return renderToStaticMarkup(top) + summaryTables({ ...arranged, chosen, query, root: code })
}

async function unitChoices(db: OrganisationDb) {
  const units = await listUnits(db)
  return units
    .filter((unit) => unit.depth > 0)
    .map((unit) => ({ value: unit.code, label: `${'\u2003'.repeat(unit.depth - 1)}${unit.name}` }))
}

/** Areas of all our own series, whatever the filters leave of them. */
async function areaChoices(db: OrganisationDb, all: Awaited<ReturnType<typeof listSummaries>> | null) {
  const areas = new Set((all ?? (await listSummaries(db))).map(({ measure }) => measure.area))
  return [...areas]
    .filter(Boolean)
    .sort()
    .map((area) => ({ value: area, label: area }))
}
