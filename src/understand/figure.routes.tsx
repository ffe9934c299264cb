import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { unrepeated } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { type ImportId, parseId, type SeriesId } from '#platform/ids.ts'
import { FigurePage, FigureSavedPage } from '#understand/figure.pages.tsx'
import {
  checkFigure,
  confirmation,
  doubtAbout,
  eventsThatDay,
  type FigureFaults,
  lacksCases,
  NO_FIGURE,
  type TypedFigure,
} from '#understand/figure.ts'
import { choiceOf, isRunning, latestKnown, periodChoices, presetPeriod } from '#understand/figurePeriods.ts'
import { findImport } from '#understand/imports.store.ts'
import { type PeriodNumber, periodLabel, today } from '#understand/period.ts'
import { titleOf } from '#understand/series.chart.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { takeBackImport } from '#understand/takeBack.store.ts'
import { typeFigure } from '#understand/typedFigure.store.ts'
import { valueText } from '#understand/wording.ts'

type Request = Context<OrganisationEnv>

/** /series/:id/figure — the next figure of a series, typed. The rules stand in figure.ts. */
export function figureRoutes({ clock }: { readonly clock: () => Date }) {
  const form = (
    c: Request,
    view: SeriesView,
    typed: TypedFigure,
    faults: FigureFaults,
    doubt: string | null = null,
  ) => {
    const calendar = calendarOf(view.definition)
    const day = today(clock)
    const isFresh = typed.period === ''
    const period = isFresh ? presetPeriod(calendar, view, day) : Number(typed.period)
    const runs = isRunning(period, calendar, day)
    const isChoosing = c.req.query('choose') === 'period' || faults.period !== undefined
    const body = (
      <FigurePage
        action={`/series/${view.id}/figure`}
        definition={view.definition}
        place={[view.holder.name, view.stratum].filter(Boolean).join(', ')}
        units={null}
        unit=""
        typed={isFresh ? { ...typed, provisional: runs } : typed}
        isRunning={runs}
        faults={faults}
        chosen={choiceOf(period, calendar, view)}
        choices={isChoosing ? periodChoices(calendar, view, day) : null}
        previous={latestKnown(view)}
        doubt={doubt}
      />
    )
    const isRefused = Object.keys(faults).length > 0
    return page(c, { title: `Type a figure: ${titleOf(view)}`, ...place(view) }, body, isRefused ? 400 : 200)
  }

  return new Hono<OrganisationEnv>()
    .get('/:id/figure', asSomebody, async (c) => {
      const view = await viewOf(c, c.req.param('id'))
      return form(c, view, NO_FIGURE, {})
    })
    .post('/:id/figure', async (c) => {
      const view = await viewOf(c, c.req.param('id'))
      const field = await readForm(c)
      const typed = typedFigure(field)
      const outcome = checkFigure(view.definition, typed, today(clock))
      if ('faults' in outcome) return form(c, view, unrepeated(typed), outcome.faults)

      const { figure } = outcome
      if (lacksCases(view, figure)) {
        const denominator = 'Type how many there were since the last event: the chart of this series counts them'
        return form(c, view, typed, { denominator })
      }
      const doubt = doubtAbout(view, figure, (value) => valueText(value, view.definition))
      if (doubt && field('confirmed') !== confirmation(typed)) return form(c, view, typed, {}, doubt)

      const { definition, holder, stratum } = view
      const by = actingPerson(c)
      const importId = await c.var.as((db) =>
        typeFigure(db, { definition, holder, stratum, figure, sameDay: eventsThatDay(view, figure), by }),
      )
      return c.redirect(`/series/${view.id}/figure/${importId}?period=${figure.period}`, 303)
    })
    .post('/:id/figure/take-back', async (c) => {
      const view = await viewOf(c, c.req.param('id'))
      const importId = parseId<'import'>((await readForm(c))('import')) as ImportId
      const by = actingPerson(c)
      await c.var.as(async (db) => {
        const { door } = await findImport(db, importId)
        if (door !== 'typed') throw new Problem('not-allowed', 'A whole file is taken back on its own page')
        await takeBackImport(db, importId, by)
      })
      // With its only figure a series goes too.
      const left = await c.var.as((db) => listSummaries(db, { measure: view.definition.code, holder: 'all' }))
      const isLeft = left.some(({ id }) => id === view.id)
      return c.redirect(isLeft ? `/series/${view.id}` : `/measures/${view.definition.code}`, 303)
    })
    .get('/:id/figure/:import', async (c) => {
      const view = await viewOf(c, c.req.param('id'))
      const importId = parseId<'import'>(c.req.param('import')) as ImportId
      const record = await c.var.as((db) => findImport(db, importId))
      const period = Number(c.req.query('period'))
      const body = (
        <FigureSavedPage
          view={view}
          importId={importId}
          value={knownValue(view, period)}
          when={whenOf(view, period)}
          before={valueBefore(view, period)}
          isTakenBack={record.state === 'taken back'}
        />
      )
      return page(c, { title: 'Saved', ...place(view) }, body)
    })
}

/** The fields of the form that hold a figure. */
export function typedFigure(field: (name: string) => string): TypedFigure {
  return {
    period: field('period'),
    date: field('date'),
    numerator: field('numerator'),
    denominator: field('denominator'),
    spread: field('spread'),
    provisional: field('provisional') === 'yes',
  }
}

function viewOf(c: Request, id: string): Promise<SeriesView> {
  return c.var.as((db) => findSeries(db, parseId<'series'>(id) as SeriesId))
}

function place(view: SeriesView) {
  return { at: '/overview', breadcrumbs: [{ path: `/series/${view.id}`, title: titleOf(view) }] }
}

/** "in June 2026", "on 7 June 2026" */
function whenOf({ definition }: SeriesView, period: PeriodNumber): string {
  const isDay = definition.period === 'day' || definition.period === 'event'
  return `${isDay ? 'on' : 'in'} ${periodLabel(period, calendarOf(definition))}`
}

function knownValue(view: SeriesView, period: PeriodNumber): string {
  const value = view.analysis.values[view.observations.periods.lastIndexOf(period)] ?? null
  return valueText(value, view.definition)
}

/** What stood there before, in the unit of display; empty for a period that is new. */
function valueBefore(view: SeriesView, period: PeriodNumber): string {
  const earlier = view.history[view.observations.periods.lastIndexOf(period)]?.earlier.at(-1)
  if (!earlier || earlier.value === null) return ''
  return `It was ${valueText(earlier.value * view.definition.multiplier, view.definition)} before.`
}
