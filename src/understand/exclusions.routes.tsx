import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, faultsOf, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { parseId } from '#platform/ids.ts'
import { ExclusionsPage } from '#understand/exclusions.pages.tsx'
import { excludePoint, includePoint } from '#understand/exclusions.store.ts'
import { exclusionPeriod } from '#understand/exclusions.ts'
import { findSeries, seriesWith } from '#understand/series.store.ts'
import type { SeriesView } from '#understand/series.ts'
import { headOf } from '#understand/seriesHead.ts'

type Request = Context<OrganisationEnv>
const LONGEST_REASON = 300

/** /series/:id/exclusions: points left out of the limits, each with its reason. */
export function exclusionRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/:id/exclusions', asSomebody, async (c) => {
      return exclusionsPage(c, await find(c), { period: c.req.query('period') ?? '', reason: '' }, {})
    })
    .post('/:id/exclusions', async (c) => {
      const field = await readForm(c)
      const view = await find(c)
      const typed = { period: field('period'), reason: field('reason').slice(0, LONGEST_REASON) }
      try {
        refusePersonal(typed.reason, 'reason')
        const point = { period: exclusionPeriod(view, typed.period), reason: typed.reason, by: actingPerson(c) }
        await c.var.as((db) => excludePoint(db, view.id, point))
      } catch (error) {
        return exclusionsPage(c, view, typed, fieldsOf(error))
      }
      return c.redirect(`/series/${view.id}#chart`, 303)
    })
    .post('/:id/exclusions/:exclusion/withdraw', async (c) => {
      const id = parseId<'series'>(c.req.param('id'))
      await c.var.as((db) => includePoint(db, id, parseId(c.req.param('exclusion')), actingPerson(c)))
      return c.redirect(`/series/${id}#chart`, 303)
    })
}

function find(c: Request): Promise<SeriesView> {
  return c.var.as((db) => findSeries(db, parseId(c.req.param('id')!)))
}

interface TypedExclusion {
  readonly period: string
  readonly reason: string
}

function exclusionsPage(c: Request, view: SeriesView, typed: TypedExclusion, refused: Faults) {
  const found = typed.period === '' ? {} : faultsOf(() => exclusionPeriod(view, typed.period))
  const faults = { ...found, ...refused }
  const period = typed.period === '' || hasFaults(found) ? null : exclusionPeriod(view, typed.period)
  const changed =
    period === null ? null : seriesWith(view, { excluded: [...view.excluded.map((point) => point.period), period] })
  const { reason } = unrepeated(typed)
  const body = <ExclusionsPage view={view} changed={changed} period={period} reason={reason} faults={faults} />
  return page(c, headOf(view, `Leave a point out: ${view.definition.name}`), body, hasFaults(faults) ? 400 : 200)
}
