import { Hono } from 'hono'
import { refusePersonal } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { parseId } from '#platform/ids.ts'
import { declineRebase, undoDecline } from '#understand/declinedRebase.store.ts'
import { findSeries } from '#understand/series.store.ts'
import type { SeriesView } from '#understand/series.ts'
import { suggestionFor } from '#understand/seriesAdvice.ts'

/** /series/:id/limits/…: what becomes of new limits that the figures ask for. Accepting them is the form for new limits. */
export function suggestedLimitsRoutes() {
  return new Hono<OrganisationEnv>()
    .post('/:id/limits/decline', async (c) => {
      const field = await readForm(c)
      const reason = field('reason').slice(0, LONGEST_REASON)
      refusePersonal(reason, 'reason')
      const by = actingPerson(c)
      const id = parseId<'series'>(c.req.param('id'))
      await c.var.as(async (db) => {
        const suggested = suggestedNow(await findSeries(db, id), field('start'))
        await declineRebase(db, id, { ...suggested, reason, by })
      })
      return c.redirect(`/series/${id}`, 303)
    })
    .post('/:id/limits/declined/:decision/undo', async (c) => {
      const id = parseId<'series'>(c.req.param('id'))
      const [decision, by] = [parseId(c.req.param('decision')), actingPerson(c)]
      await c.var.as((db) => undoDecline(db, id, decision, by))
      return c.redirect(`/series/${id}`, 303)
    })
}

const LONGEST_REASON = 300

/** What is declined is what the page showed. @throws Problem where new figures have moved it since */
function suggestedNow(view: SeriesView, start: string) {
  const suggestion = suggestionFor(view)
  const period = suggestion && view.observations.periods[suggestion.start]
  if (!suggestion || String(period) !== start) {
    throw new Problem('conflict', 'The figures ask for other limits now, or for none. Open the chart, and decide there')
  }
  return { start: period!, side: suggestion.side, mean: suggestion.after.centre, points: suggestion.points }
}
