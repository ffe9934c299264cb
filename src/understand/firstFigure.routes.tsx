import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import type { Unit } from '#organisation/organisation.ts'
import { unrepeated } from '#organisation/refusals.ts'
import { listUnits } from '#organisation/unit.store.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { FigurePage } from '#understand/figure.pages.tsx'
import { typedFigure } from '#understand/figure.routes.tsx'
import { checkFigure, NO_FIGURE, type TypedFigure } from '#understand/figure.ts'
import { choiceOf, isRunning, periodChoices, presetPeriod } from '#understand/figurePeriods.ts'
import { findMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { today } from '#understand/period.ts'
import { listSummaries } from '#understand/series.store.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { typeFigure } from '#understand/typedFigure.store.ts'

interface Shown {
  readonly definition: MeasureDefinition
  readonly units: readonly Unit[]
  readonly unit: string
  readonly typed: TypedFigure
  readonly faults: Readonly<Record<string, string | undefined>>
}

/** /measures/:code/figure — the first figure of a measure at a unit: it makes the series. */
export function firstFigureRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/:code/figure', asSomebody, async (c) => {
      const { definition, units } = await asked(c, c.req.param('code'))
      return form(c, { definition, units, unit: '', typed: NO_FIGURE, faults: {} })
    })
    .post('/:code/figure', async (c) => {
      const { definition, units } = await asked(c, c.req.param('code'))
      const field = await readForm(c)
      const typed = typedFigure(field)
      const holder = units.find(({ id }) => id === field('unit'))
      const outcome = checkFigure(definition, typed, today())
      const faults = {
        ...(holder ? {} : { unit: 'Choose the unit' }),
        ...('faults' in outcome ? outcome.faults : {}),
      }
      if (!holder || 'faults' in outcome)
        return form(c, { definition, units, unit: field('unit'), typed: unrepeated(typed), faults })

      const by = actingPerson(c)
      const { figure } = outcome
      const made = await c.var.as(async (db) => {
        const importId = await typeFigure(db, {
          definition,
          holder: { ...holder, kind: 'unit' },
          stratum: '',
          figure,
          sameDay: [],
          by,
        })
        const series = await listSummaries(db, { measure: definition.code })
        return { importId, series: series.find((one) => one.holder.id === holder.id && one.stratum === '') }
      })
      return c.redirect(`/series/${made.series?.id}/figure/${made.importId}?period=${figure.period}`, 303)
    })
}

function asked(c: Context<OrganisationEnv>, code: string) {
  return c.var.as(async (db) => ({ definition: (await findMeasure(db, code)).definition, units: await listUnits(db) }))
}

function form(c: Context<OrganisationEnv>, { definition, units, unit, typed, faults }: Shown) {
  const calendar = calendarOf(definition)
  const chosen = typed.period === '' ? presetPeriod(calendar, null, today()) : Number(typed.period)
  const body = (
    <FigurePage
      action={`/measures/${definition.code}/figure`}
      definition={definition}
      place=""
      units={units}
      unit={unit}
      typed={typed}
      isRunning={isRunning(chosen, calendar, today())}
      faults={faults}
      chosen={choiceOf(chosen, calendar, null)}
      choices={periodChoices(calendar, null, today())}
      previous={null}
      doubt={null}
    />
  )
  const path = `/measures/${definition.code}`
  const head = {
    title: `Type a figure: ${definition.name}`,
    at: '/measures',
    breadcrumbs: [{ path, title: definition.name }],
  }
  return page(c, head, body, Object.keys(faults).length > 0 ? 400 : 200)
}
