import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { faultsOf } from '#organisation/faults.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { parseId } from '#platform/ids.ts'
import { listDeclinedRebases } from '#understand/declinedRebase.store.ts'
import { LimitsPage } from '#understand/limits.pages.tsx'
import { limitsBaseline, limitsStart } from '#understand/limitsStart.ts'
import { NotesPage } from '#understand/notes.pages.tsx'
import { chartPng, chartSvg, dataCsv, dataXlsx, fileName } from '#understand/series.download.ts'
import { SeriesPage } from '#understand/series.pages.tsx'
import {
  addAnnotation,
  addPhase,
  declinePhase,
  findSeries,
  removeAnnotation,
  seriesWith,
  withdrawPhase,
} from '#understand/series.store.ts'
import type { SeriesView } from '#understand/series.ts'
import { adviceOn, isUnfinished, suggestedReason, suggestionFor } from '#understand/seriesAdvice.ts'
import { headOf } from '#understand/seriesHead.ts'
import { suggestedLimitsRoutes } from '#understand/suggestedLimits.routes.tsx'
import { ThenAndNowPage } from '#understand/thenAndNow.pages.tsx'
import { verdictEntries } from '#understand/thenAndNow.store.ts'

type Request = Context<OrganisationEnv>

/** Entries of the log on one page, unless all are asked for. */
const MOST_ENTRIES = 24

/** /series/:id: one chart, what it says, and what people decide about it. */
export function seriesRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/:id', async (c) => {
      const { view, declined } = await c.var.as(async (db) => {
        const id = parseId<'series'>(c.req.param('id'))
        return { view: await findSeries(db, id), declined: await listDeclinedRebases(db, id) }
      })
      const shown = {
        declined,
        advice: adviceOn(view, declined),
        allRows: c.req.query('all') === 'yes',
        wholeChart: c.req.query('chart') === 'all',
        isSomebody: c.var.person !== null,
      }
      return page(c, headOf(view, view.definition.name), <SeriesPage view={view} {...shown} />)
    })
    .get('/:id/chart.svg', async (c) => download(c, 'svg', 'image/svg+xml', (view) => chartSvg(view)))
    .get('/:id/chart.png', async (c) => download(c, 'png', 'image/png', (view) => chartPng(view)))
    .get('/:id/data.csv', async (c) => download(c, 'csv', 'text/csv; charset=utf-8', (view) => dataCsv(view)))
    .get('/:id/data.xlsx', async (c) => {
      return download(c, 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', dataXlsx)
    })
    .get('/:id/then-and-now', async (c) => {
      const view = await find(c)
      const most = c.req.query('all') === 'yes' ? Number.POSITIVE_INFINITY : MOST_ENTRIES
      const shown = await c.var.as((db) => verdictEntries(db, view, most))
      const head = headOf(view, `Verdict then and now: ${view.definition.name}`)
      return page(c, head, <ThenAndNowPage view={view} {...shown} />)
    })
    .get('/:id/limits', asSomebody, async (c) => {
      const view = await find(c)
      const typed = { start: c.req.query('start') ?? '', baseline: c.req.query('baseline') ?? '' }
      const reason = c.req.query('suggested') === 'yes' ? reasonFor(view, typed.start) : ''
      return limitsPage(c, view, { ...typed, reason }, {})
    })
    .route('/', suggestedLimitsRoutes())
    .post('/:id/limits', async (c) => {
      const field = await readForm(c)
      const view = await find(c)
      const typed = { start: field('start'), baseline: field('baseline'), reason: field('reason') }
      try {
        refusePersonal(typed.reason, 'reason')
        refuseUnfinished(typed.reason)
        const phase = {
          start: limitsStart(view, typed.start),
          baseline: limitsBaseline(typed.baseline),
          reason: typed.reason,
          by: actingPerson(c),
        }
        await c.var.as((db) => addPhase(db, view.id, phase))
      } catch (error) {
        if (!(error instanceof Problem) || Object.keys(error.fields).length === 0) throw error
        return limitsPage(c, view, unrepeated(typed), error.fields)
      }
      return c.redirect(`/series/${view.id}`, 303)
    })
    .post('/:id/limits/keep', async (c) => {
      const field = await readForm(c)
      const view = await find(c)
      refusePersonal(field('reason'), 'reason')
      const declined = { version: openVersion(view, field('version')), reason: field('reason'), by: actingPerson(c) }
      await c.var.as((db) => declinePhase(db, view.id, declined))
      return c.redirect(`/series/${view.id}`, 303)
    })
    .post('/:id/limits/:phase/withdraw', async (c) => {
      const id = parseId<'series'>(c.req.param('id'))
      await c.var.as((db) => withdrawPhase(db, id, parseId(c.req.param('phase')), actingPerson(c)))
      return c.redirect(`/series/${id}`, 303)
    })
    .get('/:id/notes', asSomebody, async (c) =>
      notesPage(c, await find(c), { period: c.req.query('period') ?? '', text: '' }, {}),
    )
    .post('/:id/notes', async (c) => {
      const field = await readForm(c)
      const view = await find(c)
      const typed = { period: field('period'), text: field('text') }
      try {
        refusePersonal(typed.text, 'text')
        const note = { period: periodAmong(view, typed.period), text: typed.text.slice(0, 300), by: actingPerson(c) }
        await c.var.as((db) => addAnnotation(db, view.id, note))
      } catch (error) {
        if (!(error instanceof Problem) || Object.keys(error.fields).length === 0) throw error
        return notesPage(c, view, unrepeated(typed), error.fields)
      }
      return c.redirect(`/series/${view.id}#chart`, 303)
    })
    .post('/:id/notes/:note/remove', async (c) => {
      const id = parseId<'series'>(c.req.param('id'))
      await c.var.as((db) => removeAnnotation(db, id, parseId(c.req.param('note')), actingPerson(c)))
      return c.redirect(`/series/${id}/notes`, 303)
    })
}

function find(c: Request): Promise<SeriesView> {
  return c.var.as((db) => findSeries(db, parseId(c.req.param('id'))))
}

async function download(
  c: Request,
  ending: string,
  type: string,
  make: (view: SeriesView) => string | Uint8Array | Promise<Uint8Array>,
) {
  const view = await find(c)
  const made = await make(view)
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${fileName(view, ending)}"`)
  return c.body(typeof made === 'string' ? made : new Uint8Array(made))
}

interface TypedLimits {
  readonly start: string
  readonly baseline: string
  readonly reason: string
}

function limitsPage(c: Request, view: SeriesView, typed: TypedLimits, refused: Readonly<Record<string, string>>) {
  const found =
    typed.start === ''
      ? {}
      : faultsOf(
          () => limitsStart(view, typed.start),
          () => limitsBaseline(typed.baseline),
        )
  const faults = { ...found, ...refused }
  const start = typed.start === '' || found.start ? null : limitsStart(view, typed.start)
  const changed =
    start === null || found.baseline ? null : seriesWithLimits(view, start, limitsBaseline(typed.baseline))
  const body = (
    <LimitsPage
      view={view}
      changed={changed}
      start={start}
      baseline={typed.baseline}
      reason={typed.reason}
      faults={faults}
    />
  )
  return page(
    c,
    headOf(view, `Set new limits: ${view.definition.name}`),
    body,
    Object.keys(faults).length > 0 ? 400 : 200,
  )
}

function notesPage(
  c: Request,
  view: SeriesView,
  typed: { readonly period: string; readonly text: string },
  faults: Readonly<Record<string, string>>,
) {
  const status = Object.keys(faults).length > 0 ? 400 : 200
  return page(
    c,
    headOf(view, `Events: ${view.definition.name}`),
    <NotesPage view={view} {...typed} faults={faults} />,
    status,
  )
}

function periodAmong(view: SeriesView, text: string): number {
  const period = Number(text)
  if (text === '' || !view.observations.periods.includes(period))
    throw new Problem('invalid', 'Choose one of the periods of the series')
  return period
}

/** What the form says first where it was opened from a suggestion that still stands. */
function reasonFor(view: SeriesView, start: string): string {
  const suggestion = suggestionFor(view)
  if (!suggestion || String(view.observations.periods[suggestion.start]) !== start) return ''
  return suggestedReason(view, suggestion)
}

/** What the figures say is no reason: somebody must say what changed. @throws Problem for the field `reason` */
function refuseUnfinished(reason: string): void {
  if (!isUnfinished(reason)) return
  const message = 'Say what changed, after what the figures say'
  throw new Problem('invalid', message, { reason: message })
}

/** The series as it would read with new limits from a period on. */
function seriesWithLimits(view: SeriesView, start: number, baseline: number | null): SeriesView {
  const others = view.phases.filter((phase) => phase.start !== start)
  return seriesWith(view, {
    phases: [...others.map((phase) => ({ start: phase.start, baseline: phase.baseline })), { start, baseline }],
  })
}

/** @throws Problem for anything but the version whose proposal is open */
function openVersion({ proposedPhase, countChanges }: SeriesView, text: string): number {
  if (proposedPhase && text === String(proposedPhase.version)) return proposedPhase.version
  if (countChanges.some(({ version }) => text === String(version)))
    throw new Problem('conflict', 'This was decided already. Look at the limits of the chart')
  throw new Problem(
    'invalid',
    'No version of the definition proposes new limits under this number. Open the chart, and decide there',
  )
}
