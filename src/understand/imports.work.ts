import type { Database } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import type { Correction, Decision, ImportJob } from '#understand/imports.jobs.ts'
import { intakeContext, sha256Of, summaryOfReading } from '#understand/imports.reading.ts'
import { changeDraft, rememberedMapping, rememberMapping } from '#understand/imports.store.ts'
import { NOTHING } from '#understand/imports.ts'
import { parseMapping } from '#understand/intake/mapping.ts'
import { type ReadFile, readFacts } from '#understand/intake/reading.ts'

/** After a step a job waits for its person, or is over and goes. */
type Outcome = 'waiting' | 'over'

/**
 * Reads a job's file into facts: by a correction, or else by the mapping remembered for its shape, or proposed.
 * A file that cannot be read, or that identifies patients, is refused; a correction that cannot be followed is said,
 * and the last reading stays.
 */
export async function readFile(database: Database, job: ImportJob, correction: Correction | null): Promise<Outcome> {
  const { id, organisation, signal, file } = job
  const as = <Result>(work: Parameters<typeof database.as<Result>>[1]) => database.as(organisation, work)
  try {
    const context = await as(intakeContext)
    const mapping = correction && 'mapping' in correction ? correction.mapping : null
    const asked = correction && !('mapping' in correction) ? { ...context, ...correction } : context
    const read = await readFacts(file, mapping, asked, {
      signal,
      onProgress: (progress) => {
        // The time left is told by the reading alone.
        if (job.progress.waits && !progress.waits) job.since = Date.now()
        job.progress = progress
      },
      recall: async (shape) => parseMapping(await as((db) => rememberedMapping(db, shape))),
    })
    const known = await recordOf(read, file.path)
    // A layout that is known goes straight to what would change; so does one that its person has just corrected.
    const state = read.isRemembered || mapping ? 'preview' : 'mapping'
    await as((db) => changeDraft(db, id, ['reading'], { state, ...known }))
    job.read = read
    return 'waiting'
  } catch (error) {
    if (signal.aborted) return 'waiting'
    if (job.read && error instanceof Problem) {
      await as((db) => changeDraft(db, id, ['reading'], { state: 'mapping' }))
      job.problem = error.message
      return 'waiting'
    }
    const refusal =
      error instanceof Problem
        ? error.message
        : 'It could not be read, and that is not your mistake. Bring it once more; if it happens again, tell whoever looks after this system.'
    await as((db) => changeDraft(db, id, ['reading'], { state: 'refused', summary: { ...NOTHING, refusal } }))
    if (error instanceof Problem) return 'over'
    throw error
  }
}

/** Takes the facts of a job in, whole or not at all, and remembers its mapping. What does not fit is said, and nothing changes. */
export async function takeIn(database: Database, job: ImportJob, decision: Decision): Promise<Outcome> {
  const { id, organisation, signal, read } = job
  if (!read) throw new Error('A file was accepted that had not been read')
  try {
    await database.as(organisation, async (db) => {
      const accepted = await acceptImport(db, {
        importId: id,
        facts: read.facts,
        placements: decision.placements,
        by: decision.by,
        overturns: decision.overturns,
        withdraws: decision.withdraws,
        signal,
        onProgress: (done, of) => {
          job.progress = { done, of }
        },
      })
      await changeDraft(db, id, ['accepting'], {
        state: 'accepted',
        summary: { ...summaryOfReading(read.facts), ...accepted },
        acceptedFaults: read.facts.faults,
        acceptedBy: decision.by,
      })
      await rememberMapping(db, read.shape, read.mapping, decision.by)
    })
    return 'over'
  } catch (error) {
    if (signal.aborted) return 'waiting'
    const state = error instanceof Problem ? 'preview' : 'stopped'
    await database.as(organisation, (db) => changeDraft(db, id, ['accepting'], { state }))
    if (!(error instanceof Problem)) throw error
    job.problem = error.message
    return 'waiting'
  }
}

async function recordOf(read: ReadFile, path: string) {
  return {
    fileType: read.fileType,
    shape: read.shape,
    mapping: read.mapping,
    sha256: await sha256Of(path),
    summary: summaryOfReading(read.facts),
  }
}
