import { Hono } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import { dataRevision } from '#organisation/organisation.store.ts'
import { listPeers, listUnits } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { type Fragment, Fragments, fragmentOf } from '#platform/html/fragments.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { pageAround } from '#platform/http/page.tsx'
import { listMeasures } from '#understand/measure.store.ts'
import { OverviewTop } from '#understand/overview.pages.tsx'
import {
  arrange,
  chosenFrom,
  type Known,
  knownPart,
  type Query,
  questionOf,
  unknownSentence,
} from '#understand/overview.ts'
import { overviewCsv } from '#understand/overviewCsv.ts'
import { summaryTables } from '#understand/overviewTable.ts'
import { undecidedSeries } from '#understand/proposals.store.ts'
import { listAreas, listSummaries } from '#understand/series.store.ts'

/** /overview: where every series stands. What is drawn is kept until something of the organisation's data changes. */
export function overviewRoutes() {
  const fragments = new Fragments()
  return new Hono<OrganisationEnv>()
    .get('/', async (c) => {
      const { organisation } = c.var
      const fragment = await c.var.as(async (db) => {
        const question = questionOf(c.req.query())
        const { id, name, code } = organisation
        const key = JSON.stringify([id, name, code, await dataRevision(db), question])
        return fragments.find(key) ?? fragments.keep(key, await drawn(db, organisation, question))
      })
      return pageAround(c, { title: 'Overview', at: '/overview' }, fragment)
    })
    .get('/data.csv', async (c) => {
      const query = c.req.query()
      const { chosen, summaries } = await c.var.as(async (db) => {
        const read = chosenFrom(query, await knownIn(db, query))
        return { chosen: read, summaries: await listSummaries(db, read) }
      })
      const { judged, tooFew } = arrange(summaries, chosen)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="overview.csv"')
      return c.body(overviewCsv([...judged, ...tooFew], c.var.organisation, chosen.unknown.map(unknownSentence)))
    })
}

async function drawn(
  db: OrganisationDb,
  { name, code }: { readonly name: string; readonly code: string },
  query: Query,
): Promise<Fragment> {
  const chosen = chosenFrom(query, await knownIn(db, query))
  const undecided = await undecidedSeries(db)
  const summaries = await listSummaries(db, chosen)
  const arranged = arrange(summaries, chosen)
  const choices = { units: await unitChoices(db), areas: await areaChoices(db) }
  const top = (
    <OverviewTop
      organisation={name}
      root={code}
      {...arranged}
      chosen={chosen}
      choices={choices}
      undecided={undecided}
    />
  )
  const tables = summaryTables({ ...arranged, chosen, undecided, query: knownPart(query, chosen), root: code })
  return fragmentOf([renderToStaticMarkup(top), ...tables])
}

/** What the names in the address may be; only what it names is looked up. */
async function knownIn(db: OrganisationDb, query: Query): Promise<Known> {
  const definitions = query.area || query.measure ? (await listMeasures(db)).map(({ definition }) => definition) : []
  return {
    ...(query.unit && { unit: (await listUnits(db)).map(({ code }) => code) }),
    ...(query.peer && { peer: (await listPeers(db)).map(({ code }) => code) }),
    ...(query.area && { area: definitions.map(({ area }) => area) }),
    ...(query.measure && { measure: definitions.map(({ code }) => code) }),
  }
}

async function unitChoices(db: OrganisationDb) {
  const units = await listUnits(db)
  return units
    .filter((unit) => unit.depth > 0)
    .map((unit) => ({ value: unit.code, label: `${'\u2003'.repeat(unit.depth - 1)}${unit.name}` }))
}

async function areaChoices(db: OrganisationDb) {
  return (await listAreas(db)).map((area) => ({ value: area, label: area }))
}
