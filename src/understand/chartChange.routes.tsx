import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, hasFaults } from '#organisation/faults.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { ChartChangePage, type ComparedView, type Preview } from '#understand/chartChange.pages.tsx'
import { changeChart, compareCharts } from '#understand/chartChange.store.ts'
import {
  type ChartChoice,
  checkChoice,
  choiceOf,
  isSameChoice,
  previewOf,
  type TypedChoice,
  typedChoice,
} from '#understand/chartChoice.ts'
import { findMeasure, type Measure } from '#understand/measure.store.ts'
import { findSeries, seriesWith } from '#understand/series.store.ts'

type Request = Context<OrganisationEnv>

/** Charts are drawn twice each: more would make the page heavy. */
const A_PAGE = 4
const LONGEST_REASON = 300

/** /measures/:code/chart: another chart or other rules, previewed on every series of the measure. */
export function chartChangeRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/:code/chart', asSomebody, async (c) => {
      const measure = await find(c)
      const asked = {
        chart: c.req.query('chart') ?? '',
        rules: c.req.query('rules') ?? '',
        jumps: c.req.query('jumps') ?? '',
      }
      return previewPage(c, measure, asked, '', {})
    })
    .post('/:code/chart', async (c) => {
      const field = await readForm(c)
      const measure = await find(c)
      const { code } = measure.definition
      const typed = { chart: field('chart'), rules: field('rules'), jumps: field('jumps') }
      const reason = field('reason').slice(0, LONGEST_REASON)
      const checked = checkChoice(typed, measure.definition)
      if ('faults' in checked) return previewPage(c, measure, typed, reason, checked.faults)
      try {
        refusePersonal(reason, 'reason')
        const change = { choice: checked.choice, version: Number(field('version')), reason, by: actingPerson(c) }
        await c.var.as((db) => changeChart(db, code, change))
      } catch (error) {
        if (!(error instanceof Problem) || Object.keys(error.fields).length === 0) throw error
        return previewPage(c, measure, typed, reason, error.fields)
      }
      return c.redirect(`/measures/${code}#history`, 303)
    })
}

function find(c: Request): Promise<Measure> {
  return c.var.as((db) => findMeasure(db, c.req.param('code')!))
}

async function previewPage(c: Request, measure: Measure, asked: TypedChoice, reason: string, refused: Faults) {
  const { definition } = measure
  const checked = checkChoice(asked, definition)
  const faults = { ...('faults' in checked ? checked.faults : {}), ...refused }
  const choice = 'faults' in checked ? null : checked.choice
  const isOther = choice !== null && !isSameChoice(choice, choiceOf(definition))
  const preview = isOther
    ? await c.var.as((db) => previewed(db, measure, choice, Number(c.req.query('page') ?? '1')))
    : null
  const typed = typedChoice(choice ?? definition)
  const head = {
    title: `Change the chart or the rules: ${definition.name}`,
    at: '/measures',
    breadcrumbs: [
      { path: '/measures', title: 'Measures' },
      { path: `/measures/${definition.code}`, title: definition.name },
    ],
  }
  const body = (
    <ChartChangePage measure={measure} typed={typed} preview={preview} {...unrepeated({ reason })} faults={faults} />
  )
  return page(c, head, body, hasFaults(faults) ? 400 : 200)
}

async function previewed(db: OrganisationDb, measure: Measure, choice: ChartChoice, asked: number): Promise<Preview> {
  const compared = await compareCharts(db, measure, choice)
  const pages = Math.max(1, Math.ceil(compared.length / A_PAGE))
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const rows = compared.slice((at - 1) * A_PAGE, at * A_PAGE)
  const views: ComparedView[] = []
  for (const { series, fault, comparison } of rows) {
    if (fault !== null) continue
    const before = await findSeries(db, series.id)
    views.push({ before, after: seriesWith(before, { definition: { ...before.definition, ...choice } }), comparison })
  }
  const pageAt = (page: number) => `${previewOf(measure.definition.code, choice)}&page=${page}#changes`
  return { compared, rows, views, page: at, pages, pageAt }
}
