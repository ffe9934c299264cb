import { type Context, Hono } from 'hono'
import { asSomebody, choosingFrom } from '#organisation/actingAs.ts'
import { fieldsOf } from '#organisation/faults.ts'
import { UNIT_KINDS } from '#organisation/organisation.ts'
import { listUnits } from '#organisation/unit.store.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { type ImportId, parseId, type UnitId } from '#platform/ids.ts'
import { previewImport } from '#understand/acceptance.store.ts'
import {
  AcceptedPage,
  LostPage,
  RefusedPage,
  StoppedPage,
  TakeBackPage,
  TakenBackPage,
} from '#understand/importResult.pages.tsx'
import { ownSeriesOfImport } from '#understand/importSeries.store.ts'
import type { ImportJob, ImportJobs } from '#understand/imports.jobs.ts'
import { COMES_AGAIN_AFTER_S, ImportsPage, NewImportPage, WorkingPage } from '#understand/imports.pages.tsx'
import { findImport, listImports } from '#understand/imports.store.ts'
import type { ImportRecord, Placement, Placements } from '#understand/imports.ts'
import { receiveFile } from '#understand/imports.upload.ts'
import type { ReadFile } from '#understand/intake/reading.ts'
import { understood } from '#understand/intake/understood.ts'
import { MappingPage } from '#understand/mapping.pages.tsx'
import { correctedMapping, layoutFrom, mappingFault, unrepeatedMapping } from '#understand/mappingForm.ts'
import { PreviewPage } from '#understand/preview.pages.tsx'
import { takeBackImport } from '#understand/takeBack.store.ts'

type Request = Context<OrganisationEnv>

interface ImportDoor {
  readonly jobs: ImportJobs
  /** Where received files wait: private to the program. */
  readonly uploads: string
}

/** A step that is over so soon needs no page of its own. */
const NO_PAGE_BELOW_MS = 700
const IMPORTS = { at: '/imports', breadcrumbs: [{ path: '/imports', title: 'Imports' }] }

/** /imports — bring a file, see what it would change, take it in, take it back. */
export function importRoutes({ jobs, uploads }: ImportDoor) {
  const here = async (c: Request, id: ImportId) => {
    await jobs.settle(c.var.organisation.id, id, NO_PAGE_BELOW_MS)
    return c.redirect(`/imports/${id}`, 303)
  }

  return new Hono<OrganisationEnv>()
    .get('/', async (c) => {
      const imports = await c.var.as((db) => listImports(db))
      return page(c, { title: 'Imports', at: '/imports' }, <ImportsPage imports={imports} />)
    })
    .get('/new', asSomebody, (c) => newPage(c, null))
    .post('/new', async (c) => {
      const by = actingPerson(c)
      let file: Awaited<ReturnType<typeof receiveFile>>
      try {
        file = await receiveFile(c.req.raw, uploads)
      } catch (error) {
        return newPage(c, fieldsOf(error).file ?? 'Choose another file')
      }
      return here(c, await jobs.begin(c.var.organisation.id, by, file))
    })
    .get('/:id', async (c) => {
      // The job before its record: a job ends only after its record says how.
      const job = jobs.find(c.var.organisation.id, parseId<'import'>(c.req.param('id')) as ImportId)
      const doing = job?.doing
      const record = await recordOf(c)
      if (job && doing !== 'waiting') return working(c, record, job)
      if (job?.read && record.state === 'mapping') return c.redirect(`/imports/${record.id}/mapping`, 303)
      if (job?.read && record.state === 'preview' && !c.var.person) return c.redirect(choosingFrom(c), 303)
      if (job?.read && record.state === 'preview') return preview(c, record, job, job.read)
      return page(c, { title: record.fileName, ...IMPORTS }, await resultPage(c, record))
    })
    .get('/:id/mapping', asSomebody, async (c) => {
      const record = await recordOf(c)
      const job = jobs.find(c.var.organisation.id, record.id)
      if (!job?.read || job.doing !== 'waiting') return c.redirect(`/imports/${record.id}`, 303)
      return page(
        c,
        { title: 'Is this what the file says?', ...IMPORTS },
        <MappingPage record={record} read={job.read} problem={job.problem} />,
      )
    })
    .post('/:id/mapping', async (c) => {
      const record = await recordOf(c)
      const { read } = waitingJob(jobs, c, record)
      const mapping = correctedMapping(read.mapping, await readForm(c))
      const problem = mappingFault(mapping)
      if (!mapping || problem)
        return correctAgain(c, record, { ...read, mapping: unrepeatedMapping(mapping ?? read.mapping) }, problem)
      await jobs.correct(c.var.organisation.id, record.id, { mapping })
      return here(c, record.id)
    })
    .post('/:id/layout', async (c) => {
      const record = await recordOf(c)
      const field = await readForm(c)
      const { read } = waitingJob(jobs, c, record)
      const layout = layoutFrom(field)
      if (typeof layout === 'string') return correctAgain(c, record, read, layout)
      await jobs.correct(c.var.organisation.id, record.id, layout)
      return here(c, record.id)
    })
    .post('/:id/accept', async (c) => {
      const record = await recordOf(c)
      const field = await readForm(c)
      const { read } = waitingJob(jobs, c, record)
      const placements = placementsFrom(read, field)
      await jobs.accept(c.var.organisation.id, record.id, {
        placements,
        withoutFaults: field('without') !== '',
        overturns: field('overturns') !== '',
        withdraws: field('withdraws') !== '',
        by: actingPerson(c),
      })
      return here(c, record.id)
    })
    .post('/:id/stop', async (c) => {
      const record = await recordOf(c)
      await jobs.stop(c.var.organisation.id, record.id)
      return c.redirect(`/imports/${record.id}`, 303)
    })
    .get('/:id/take-back', asSomebody, async (c) => {
      const record = await recordOf(c)
      if (record.state !== 'accepted') return c.redirect(`/imports/${record.id}`, 303)
      return page(c, { title: 'Take this import back?', ...IMPORTS }, <TakeBackPage record={record} />)
    })
    .post('/:id/take-back', async (c) => {
      const { id } = await recordOf(c)
      const by = actingPerson(c)
      await c.var.as((db) => takeBackImport(db, id, by))
      return c.redirect(`/imports/${id}`, 303)
    })
}

function newPage(c: Request, fault: string | null) {
  const body = <NewImportPage fault={fault} actingAs={c.var.person?.name ?? ''} />
  return page(c, { title: 'Bring a file', ...IMPORTS }, body, fault ? 400 : 200)
}

function working(c: Request, record: ImportRecord, job: ImportJob) {
  const doing = job.doing === 'accepting' ? 'accepting' : 'reading'
  const body = <WorkingPage record={record} doing={doing} progress={job.progress} elapsedMs={Date.now() - job.since} />
  return page(c, { title: 'Working', ...IMPORTS, refresh: COMES_AGAIN_AFTER_S }, body)
}

async function preview(c: Request, record: ImportRecord, job: ImportJob, read: ReadFile) {
  const { facts, mapping } = read
  try {
    const { preview: changes, units } = await c.var.as(async (db) => ({
      preview: await previewImport(db, facts),
      units: await listUnits(db),
    }))
    const props = { record, facts, preview: changes, understood: understood(mapping), units, fault: job.problem }
    return page(c, { title: 'What would change', ...IMPORTS }, <PreviewPage {...props} />)
  } catch (error) {
    // The file does not fit what is here: a measure by month where ours is by week. The mapping can say otherwise.
    if (!(error instanceof Problem)) throw error
    const body = <MappingPage record={record} read={read} problem={error.message} />
    return page(c, { title: 'Is this what the file says?', ...IMPORTS }, body, 409)
  }
}

/** The same form, filled with what was sent: nothing that could be kept has to be said twice. */
function correctAgain(c: Request, record: ImportRecord, read: ReadFile, problem: string | null) {
  const body = <MappingPage record={record} read={read} problem={problem} />
  return page(c, { title: 'Is this what the file says?', ...IMPORTS }, body, 400)
}

async function resultPage(c: Request, record: ImportRecord) {
  switch (record.state) {
    case 'refused':
      return <RefusedPage record={record} />
    case 'stopped':
      return <StoppedPage record={record} />
    case 'taken back':
      return <TakenBackPage record={record} />
    case 'accepted':
      return <AcceptedPage record={record} series={await c.var.as((db) => ownSeriesOfImport(db, record.id))} />
    default:
      return <LostPage record={record} />
  }
}

function recordOf(c: Request): Promise<ImportRecord> {
  return c.var.as((db) => findImport(db, parseId<'import'>(c.req.param('id')) as ImportId))
}

function waitingJob(jobs: ImportJobs, c: Request, record: ImportRecord): { readonly read: ReadFile } {
  const job = jobs.find(c.var.organisation.id, record.id)
  if (!job?.read || job.doing !== 'waiting') {
    throw new Problem(
      'conflict',
      'This file is not waiting any more. Look at the import again, or bring the file once more',
    )
  }
  return { read: job.read }
}

/** Where the person puts the codes that are new: only what the form showed, and only units that are ours (the store checks). */
function placementsFrom(read: ReadFile, field: (name: string) => string): Placements {
  const placed = read.facts.holders.flatMap(({ code }): [string, Placement][] => {
    const place = field(`place:${code}`)
    if (place === '') return []
    const kind = UNIT_KINDS.find((one) => one === field(`kind:${code}`)) ?? 'ward'
    return [[code, place === 'peer' ? { as: 'peer' } : { as: 'unit', parent: parseId<'unit'>(place) as UnitId, kind }]]
  })
  return Object.fromEntries(placed)
}
