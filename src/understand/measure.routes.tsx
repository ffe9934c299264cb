import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, faultsOf, hasFaults } from '#organisation/faults.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { chartChangeRoutes } from '#understand/chartChange.routes.tsx'
import { firstFigureRoutes } from '#understand/firstFigure.routes.tsx'
import { funnelRoutes } from '#understand/funnel.routes.tsx'
import { MeasurePage, MeasuresPage } from '#understand/measure.pages.tsx'
import {
  faultsAgainstFigures,
  findMeasure,
  listMeasures,
  type Measure,
  measureHistory,
  saveMeasure,
} from '#understand/measure.store.ts'
import { checkDefinition, countsOtherwise, type DefinitionFault, type MeasureDefinition } from '#understand/measure.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { MeasureFormPage, type MeasureFormProps } from '#understand/measureForm.pages.tsx'
import {
  NEW_MEASURE,
  TYPED_TEXTS,
  type TypedMeasure,
  typedFrom,
  typedFromForm,
  written,
} from '#understand/measureForm.ts'
import { measurePackRoutes } from '#understand/measurePack.routes.tsx'
import { writePack } from '#understand/measurePack.ts'
import { OWN_RULES } from '#understand/measureRules.ts'
import { listSummaries } from '#understand/series.store.ts'

type Request = Context<OrganisationEnv>
const BREADCRUMBS = [{ path: '/measures', title: 'Measures' }]

/** /measures — what is measured, and how. The rules of a definition stand in measure.ts. */
export function measureRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/', async (c) => {
      const measures = await c.var.as(listMeasures)
      return page(c, { title: 'Measures', at: '/measures' }, <MeasuresPage measures={measures} />)
    })
    .get('/pack.yaml', async (c) => {
      const measures = await c.var.as(listMeasures)
      return pack(
        c,
        'measures',
        measures.map(({ definition }) => definition),
      )
    })
    .get('/new', asSomebody, (c) =>
      form(c, { measure: null, typed: NEW_MEASURE, reason: '', faults: {}, countsOtherwise: false }),
    )
    .post('/new', async (c) => {
      const typed = typedFromForm(await readForm(c))
      const { definition, faults } = check(typed)
      if (!definition) return form(c, { measure: null, typed, reason: '', faults, countsOtherwise: false })
      const by = actingPerson(c)
      const isTaken = await c.var.as(async (db) => {
        if (await exists(listMeasures(db), definition.code)) return true
        await saveMeasure(db, definition, { by, reason: '' })
        return false
      })
      if (!isTaken) return c.redirect(`/measures/${definition.code}`, 303)
      const code = `There is a measure “${definition.code}” already. Choose another code, or change that one`
      return form(c, { measure: null, typed, reason: '', faults: { code }, countsOtherwise: false })
    })
    .get('/:code/pack.yaml', async (c) => {
      const { definition } = await c.var.as((db) => findMeasure(db, c.req.param('code')))
      return pack(c, definition.code, [definition])
    })
    .route('/packs', measurePackRoutes())
    .route('/', firstFigureRoutes())
    .route('/', chartChangeRoutes())
    .route('/', funnelRoutes())
    .get('/:code', async (c) => {
      const code = c.req.param('code')
      const shown = await c.var.as(async (db) => ({
        measure: await findMeasure(db, code),
        history: await measureHistory(db, code),
        series: await listSummaries(db, { measure: code, holder: 'all' }),
      }))
      const head = { title: shown.measure.definition.name, at: '/measures', breadcrumbs: BREADCRUMBS }
      return page(c, head, <MeasurePage {...shown} />)
    })
    .get('/:code/edit', asSomebody, async (c) => {
      const measure = await c.var.as((db) => findMeasure(db, c.req.param('code')))
      const typed = typedFrom(measure.definition)
      return form(c, { measure, typed, reason: '', faults: {}, countsOtherwise: false })
    })
    .post('/:code/edit', async (c) => {
      const measure = await c.var.as((db) => findMeasure(db, c.req.param('code')))
      const field = await readForm(c)
      const { code } = measure.definition
      const typed = { ...typedFromForm(field), code, ...keptOf(measure, field('kind')) }
      const reason = field('reason').trim()
      const { definition, faults } = check(typed, reason, measure.definition)
      if (!definition) return form(c, { measure, typed, reason, faults, countsOtherwise: false })

      const against = await c.var.as((db) => faultsAgainstFigures(db, definition))
      if (against.length > 0)
        return form(c, { measure, typed, reason, faults: byField(against), countsOtherwise: false })

      const isOther = countsOtherwise(measure.definition, definition)
      if (isOther && (field('confirmed') !== 'yes' || reason === '')) {
        const missing = reason === '' && field('confirmed') === 'yes'
        const needed: Faults = missing ? { reason: 'Say why what is counted changes' } : {}
        return form(c, { measure, typed, reason, faults: needed, countsOtherwise: true })
      }
      const by = actingPerson(c)
      await c.var.as((db) => changeMeasure(db, definition, { by, reason }))
      return c.redirect(`/measures/${code}`, 303)
    })
}

/** The chart of a measure with figures is changed on a page of its own, after a preview. */
function keptOf({ definition, series }: Measure, kind: string) {
  if (series === 0 || kind !== definition.kind) return {}
  const { chart, rules, screenRanges } = typedFrom(definition)
  return { chart, rules, screenRanges }
}

function form(c: Request, props: MeasureFormProps) {
  const { measure, faults } = props
  const title = measure ? `Change “${measure.definition.name}”` : 'Define a measure'
  const own = measure ? [{ path: `/measures/${measure.definition.code}`, title: measure.definition.name }] : []
  const head = { title, at: '/measures', breadcrumbs: [...BREADCRUMBS, ...own] }
  const back = { ...unrepeated(props), typed: unrepeated(props.typed) }
  return page(c, head, <MeasureFormPage {...back} />, hasFaults(faults) ? 400 : 200)
}

function check(
  typed: TypedMeasure,
  reason = '',
  before: MeasureDefinition | null = null,
): { readonly definition: MeasureDefinition | null; readonly faults: Faults } {
  const personal = faultsOf(...TYPED_TEXTS.map((field) => () => refusePersonal(typed[field], field)), () =>
    refusePersonal(reason, 'reason'),
  )
  // Rules of one's own are not typed: those in force stay.
  const own = before && typed.rules === OWN_RULES ? { rules: before.rules } : {}
  const outcome = checkDefinition({ ...written(typed), ...own })
  const found = 'faults' in outcome ? byField(outcome.faults) : {}
  const faults = {
    ...found,
    // The code is made from the name: without either, both are missing.
    ...(found.code &&
      typed.code.trim() === '' && {
        code: 'Type a name, and the code is made from it; or write one in small letters, digits and hyphens',
      }),
    ...personal,
    ...(typed.code.trim() === 'new' && { code: 'Choose another code: “new” stands for a new measure' }),
  }
  return { definition: 'definition' in outcome && !hasFaults(faults) ? outcome.definition : null, faults }
}

function byField(faults: readonly DefinitionFault[]): Faults {
  return Object.fromEntries(faults.map(({ field, message }) => [field, message]))
}

async function exists(measures: Promise<readonly Measure[]>, code: string): Promise<boolean> {
  return (await measures).some(({ definition }) => definition.code === code)
}

function pack(c: Request, name: string, definitions: readonly MeasureDefinition[]): Response {
  c.header('content-type', 'application/yaml; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}.yaml"`)
  return c.body(writePack(definitions))
}
