import type { Database } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { ImportId, OrganisationId, PersonId } from '#platform/ids.ts'
import type { Progress } from '#understand/imports.progress.ts'
import { summaryOfReading } from '#understand/imports.reading.ts'
import { changeDraft, findImport, startImport } from '#understand/imports.store.ts'
import { NOTHING, type Placements, PROGRAM_STOPPED, UNDECIDED } from '#understand/imports.ts'
import { type ReceivedFile, removeReceived } from '#understand/imports.upload.ts'
import { readFile, takeIn } from '#understand/imports.work.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { ReadFile } from '#understand/intake/reading.ts'

/** What a job is about. `waiting`: the file has been read, nothing has changed yet, and its person decides. */
export type Doing = 'reading' | 'accepting' | 'waiting'

/** One import between its file and the decision: what the program holds of it, in memory and on disk. */
export interface ImportJob {
  readonly id: ImportId
  readonly organisation: OrganisationId
  readonly by: PersonId | null
  readonly file: ReceivedFile
  readonly signal: AbortSignal
  doing: Doing
  progress: Progress
  /** When the present step began, for the time left. */
  since: number
  /** What the file says by the present mapping; null until it has been read once. */
  read: ReadFile | null
  /** Why the last step did not go through, where its person can do something about it. */
  problem: string | null
}

/** What a person says to a file that was understood otherwise: another mapping, or where its table begins. */
export type Correction =
  | { readonly mapping: Mapping }
  | { readonly sheet?: string; readonly headerLine?: number; readonly headerRows?: number }

export interface Decision {
  readonly placements: Placements
  /** The rows of the listed faults are left out: a person's decision. */
  readonly withoutFaults: boolean
  /** Most figures of a series do become quite others: a person's word. */
  readonly overturns: boolean
  /** What the file marks as hidden or missing goes out of what we hold. */
  readonly withdraws: boolean
  readonly by: PersonId | null
}

export interface ImportJobs {
  /** Begins to read a received file, which is the job's from now on. */
  begin(organisation: OrganisationId, by: PersonId | null, file: ReceivedFile): Promise<ImportId>
  find(organisation: OrganisationId, id: ImportId): ImportJob | null
  correct(organisation: OrganisationId, id: ImportId, correction: Correction): Promise<void>
  accept(organisation: OrganisationId, id: ImportId, decision: Decision): Promise<void>
  /** Ends it, whatever it is doing: nothing of it stays behind. */
  stop(organisation: OrganisationId, id: ImportId): Promise<void>
  /** Waits until the present step is over, at most `ms`: a small file needs no page of progress. */
  settle(organisation: OrganisationId, id: ImportId, ms: number): Promise<void>
  /**
   * When the program stops: gives up what nobody has decided yet, and what a person has accepted where it is not taken in
   * within `graceMs`. The record of each then says why.
   *
   * @param say takes one plain line about each that was accepted
   */
  close(say?: (line: string) => void, graceMs?: number): Promise<void>
}

interface Running {
  readonly job: ImportJob
  readonly stop: AbortController
  work: Promise<void>
}

/** Whoever leaves a read file for longer than this has left it for good. */
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000
/** Whoever stops the program waits this long for what was accepted: service managers kill after 10 seconds or more. */
const GRACE_MS = 5_000
const NOT_STARTED: Progress = { done: 0, of: null }

/**
 * The imports under way in this process. The record of each stands in the database; only what is undecided stands here.
 *
 * @param onFault is told of every bug: nobody waits for a job's answer
 */
export function importJobs(database: Database, onFault: (error: unknown) => void = () => undefined): ImportJobs {
  const running = new Map<ImportId, Running>()

  const find = (organisation: OrganisationId, id: ImportId): Running | undefined => {
    const found = running.get(id)
    return found?.job.organisation === organisation ? found : undefined
  }
  const waiting = (organisation: OrganisationId, id: ImportId): Running => {
    const found = find(organisation, id)
    if (found?.job.doing !== 'waiting')
      throw new Problem('conflict', 'This import has moved on meanwhile. Look at it again')
    return found
  }
  const step = (one: Running, doing: Doing, work: (job: ImportJob) => Promise<'waiting' | 'over'>) => {
    const progress = doing === 'accepting' ? { done: 0, of: one.job.read?.facts.series.length ?? null } : NOT_STARTED
    Object.assign(one.job, { doing, progress, since: Date.now(), problem: null })
    const done = async () => {
      const outcome = await work(one.job)
      if (outcome === 'over') await drop(one)
      else one.job.doing = 'waiting'
    }
    one.work = done().catch(async (error: unknown) => {
      await drop(one)
      onFault(error)
    })
  }
  const drop = async ({ job }: Running) => {
    // In this order: whoever sees that an import is over sees that its file is gone.
    await removeReceived(job.file.path)
    running.delete(job.id)
    await database.holds.release(job.id)
  }
  const stop = async (one: Running, because = '') => {
    one.stop.abort(new Problem('conflict', 'The import was stopped. Nothing was imported'))
    await one.work
    const { id, organisation, read } = one.job
    if (!running.has(id)) return
    const summary = { ...(read ? summaryOfReading(read.facts) : NOTHING), refusal: because }
    await database.as(organisation, (db) => changeDraft(db, id, UNDECIDED, { state: 'stopped', summary }))
    await drop(one)
  }
  const finishOrStop = async (one: Running, say: (line: string) => void, graceMs: number) => {
    const { id, organisation, file } = one.job
    say(`Waiting for the import ${file.name} …`)
    await atMost(graceMs, one.work)
    await stop(one, PROGRAM_STOPPED)
    const { state } = await database.as(organisation, (db) => findImport(db, id))
    const isIn = state === 'accepted'
    say(isIn ? `Took in ${file.name}` : `Stopped the import ${file.name}, nothing of it was taken in`)
  }

  return {
    async begin(organisation, by, file) {
      const old = [...running.values()].filter(
        ({ job }) => job.doing === 'waiting' && Date.now() - job.since > LEFT_AFTER_MS,
      )
      await Promise.all(old.map((one) => stop(one)))
      const arrival = { door: 'page' as const, fileName: file.name, fileBytes: file.bytes, by }
      // Held before anybody else can see it: a server that starts on the same database stops what nobody holds.
      const id = await database.as(organisation, async (db) => {
        const begun = await startImport(db, arrival)
        await database.holds.take(begun)
        return begun
      })
      const controller = new AbortController()
      const who = { id, organisation, by, file, signal: controller.signal }
      const job: ImportJob = { ...who, doing: 'reading', progress: NOT_STARTED, since: 0, read: null, problem: null }
      const one: Running = { job, stop: controller, work: Promise.resolve() }
      running.set(id, one)
      step(one, 'reading', () => readFile(database, job, null))
      return id
    },
    find: (organisation, id) => find(organisation, id)?.job ?? null,
    async correct(organisation, id, correction) {
      const one = waiting(organisation, id)
      await database.as(organisation, (db) => changeDraft(db, id, ['mapping', 'preview'], { state: 'reading' }))
      step(one, 'reading', (job) => readFile(database, job, correction))
    },
    async accept(organisation, id, decision) {
      const one = waiting(organisation, id)
      if ((one.job.read?.facts.faults.length ?? 0) > 0 && !decision.withoutFaults) {
        throw new Problem('invalid', 'Mend the faults in the file, or say that the rest is to be taken in without them')
      }
      await database.as(organisation, (db) => changeDraft(db, id, ['mapping', 'preview'], { state: 'accepting' }))
      step(one, 'accepting', (job) => takeIn(database, job, decision))
    },
    async stop(organisation, id) {
      const one = find(organisation, id)
      if (one) await stop(one)
    },
    async settle(organisation, id, ms) {
      await atMost(ms, find(organisation, id)?.work)
    },
    async close(say = () => undefined, graceMs = GRACE_MS) {
      const ending = [...running.values()].map((one) =>
        one.job.doing === 'accepting' ? finishOrStop(one, say, graceMs) : stop(one, PROGRAM_STOPPED),
      )
      await Promise.all(ending)
    },
  }
}

async function atMost(ms: number, work: Promise<void> | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, promise])
  clearTimeout(timer)
}
