import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, faultsOf, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, formOf, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { refuseFileName } from '#understand/intake/personal.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { PackPlanPage, PackUploadPage } from '#understand/measurePack.pages.tsx'
import { applyPack, faultsOfPack, type PackPlan, planPack } from '#understand/measurePack.store.ts'
import { type PackFault, readPack } from '#understand/measurePack.ts'

type Request = Context<OrganisationEnv>
const HEAD = { at: '/measures', breadcrumbs: [{ path: '/measures', title: 'Measures' }] }
const LONGEST_NAME = 120

/** /measures/packs — a pack of measures by page: what it would change, then apply it. As `golden-thread measures apply`. */
export function measurePackRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/new', asSomebody, (c) => uploadPage(c, { fault: undefined, faults: [] }))
    .post('/new', async (c) => {
      const outcome = await fileFrom(c)
      if ('fault' in outcome) return uploadPage(c, { fault: outcome.fault, faults: [] })
      const pack = await readSound(c, outcome)
      if ('faults' in pack) return uploadPage(c, { fault: undefined, faults: pack.faults })
      return planPage(c, { ...outcome, plan: pack.plan, reason: '', faults: {} })
    })
    .post('/apply', async (c) => {
      const field = await readForm(c)
      const file = { name: nameOf(field('name')), text: field('text') }
      const pack = await readSound(c, file)
      if ('faults' in pack) return uploadPage(c, { fault: undefined, faults: pack.faults })
      const reason = field('reason').trim().slice(0, 300)
      const faults = checkReason(reason, pack.plan)
      if (hasFaults(faults)) return planPage(c, { ...file, plan: pack.plan, reason, faults })
      const by = actingPerson(c)
      const said = reason ? `${reason.replace(/\.$/, '')}, applied from ${file.name}` : `Applied from ${file.name}`
      await c.var.as((db) => applyPack(db, pack.definitions, { by, reason: said }))
      return c.redirect('/measures', 303)
    })
}

interface PackFile {
  readonly name: string
  readonly text: string
}

async function fileFrom(c: Request): Promise<PackFile | { readonly fault: string }> {
  const file = (await formOf(c)).get('file')
  if (!(file instanceof File) || file.name === '') return { fault: 'Choose a file' }
  try {
    const name = nameOf(file.name)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return { name, text }
  } catch (error) {
    if (error instanceof TypeError) return { fault: 'This file is no text. A pack is a text file that ends in .yaml' }
    return { fault: fieldsOf(error).file ?? 'Choose another file' }
  }
}

/** The file's own name, without folders. @throws Problem for one that identifies a patient */
function nameOf(name: string): string {
  const own = name.split(/[/\\]/).at(-1)!.slice(0, LONGEST_NAME)
  refuseFileName(own)
  return own
}

/** Every fault, by itself or against the figures that stand; or what the pack says, and would change. */
async function readSound(
  c: Request,
  { name, text }: PackFile,
): Promise<
  | { readonly faults: readonly PackFault[] }
  | { readonly definitions: readonly MeasureDefinition[]; readonly plan: PackPlan }
> {
  const pack = readPack(text, name)
  if ('faults' in pack) return pack
  const { definitions } = pack
  return c.var.as(async (db) => {
    const faults = await faultsOfPack(db, { file: name, ...pack })
    return faults.length > 0 ? { faults } : { definitions, plan: await planPack(db, definitions) }
  })
}

function checkReason(reason: string, plan: PackPlan): Faults {
  if (reason === '' && plan.changed.some(({ counts }) => counts)) return { reason: 'Say why what is counted changes' }
  return faultsOf(() => refusePersonal(reason, 'reason'))
}

function uploadPage(c: Request, props: Parameters<typeof PackUploadPage>[0]) {
  const isRefused = props.fault !== undefined || props.faults.length > 0
  return page(c, { title: 'Apply a pack of measures', ...HEAD }, <PackUploadPage {...props} />, isRefused ? 400 : 200)
}

interface Shown extends PackFile {
  readonly plan: PackPlan
  readonly reason: string
  readonly faults: Faults
}

function planPage(c: Request, { name, reason, ...shown }: Shown) {
  const body = <PackPlanPage file={name} {...unrepeated({ reason })} {...shown} />
  return page(c, { title: 'What would change', ...HEAD }, body, hasFaults(shown.faults) ? 400 : 200)
}
