import { SpcInputError } from '@golden-thread/spc'
import { sql } from 'kysely'
import { texts } from '#platform/binaryArrays.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { type ImportId, newId, type SeriesId } from '#platform/ids.ts'
import { type Plan, plannedSeries } from '#understand/factsPlan.store.ts'
import type { SeriesFacts } from '#understand/intake/facts.ts'
import { kindOf } from '#understand/measureKind.ts'
import { type ByPlace, changeBy, fold, pack, packFirst, unpack } from '#understand/observation.ts'
import { overturnedBy } from '#understand/overturn.ts'
import { shortLabel } from '#understand/period.ts'
import {
  type Judged,
  judged,
  type LogWrite,
  readLimits,
  readObservations,
  type SeriesWrite,
  writeBlocks,
  writeLog,
  writeStates,
} from '#understand/seriesRows.store.ts'
import { calendarOf } from '#understand/seriesState.ts'

/** A regular series keeps a place for every period between its first and last: about a century of days. */
const LONGEST = 40_000
/** Series judged before the database, and whoever else waits for this process, get a turn. */
const TURN = 50

/** What some of the facts change, computed and not yet written. */
export interface Entering {
  readonly writes: readonly EntryWrite[]
  readonly results: readonly Judged[]
  readonly added: number
  readonly restated: number
  readonly unchanged: number
  /** Figures that would become quite others, as most of their series would. */
  readonly overturned: number
}

interface EntryWrite extends LogWrite {
  readonly facts: SeriesFacts
  /** There was no such series, or what brought it was taken back. */
  readonly standing: 'new' | 'withdrawn' | 'in force'
  /** An import that says what is known already changes nothing, but it says it: should the earlier one be taken back, it stands. */
  readonly changes: boolean
}

/**
 * Works out what these facts change, and what the statistics then say. Reads only.
 *
 * @param atTurn hears every so often how many are worked out; what it throws ends the work
 * @throws Problem for a series beyond reason
 */
export async function enter(
  db: OrganisationDb,
  plan: Plan,
  facts: readonly SeriesFacts[],
  atTurn: (done: number) => void,
): Promise<Entering> {
  const found = facts.map((one) => plannedSeries(plan, one))
  const inForce = found.flatMap((series) => (series && !series.withdrawn ? series.id : []))
  const known = await readObservations(db, inForce)
  const limits = await readLimits(
    db,
    found.flatMap((series) => series?.id ?? []),
  )
  const writes: EntryWrite[] = []
  const results: Judged[] = []
  const count = { added: 0, restated: 0, unchanged: 0, overturned: 0 }
  for (const [i, one] of facts.entries()) {
    const series = found[i]
    const standing = !series ? 'new' : series.withdrawn ? 'withdrawn' : 'in force'
    const earlier: ByPlace = standing === 'in force' ? unpack(known.get(series!.id)!) : new Map()
    const change = changeBy(one, earlier)
    count.added += change.added.length
    count.restated += change.restated.length
    count.unchanged += change.unchanged
    count.overturned += overturnedBy(change, earlier.size, plan.measures.get(one.measure)!.definition.kind).length
    const id = series?.id ?? newId<'series'>()
    const write = { ...writeOf(plan, one, earlier), id, limits: limits(id), restated: change.restated.length }
    writes.push({ ...write, standing, changes: change.added.length + change.restated.length > 0 })
    results.push(judgedOrRefused(write, one))
    if (i % TURN === TURN - 1) {
      await turn()
      atTurn(i + 1)
    }
  }
  return { writes, results, ...count }
}

/** Writes what `enter` worked out. */
export async function writeEntries(
  db: OrganisationDb,
  plan: Plan,
  importId: ImportId,
  { writes, results }: Entering,
): Promise<void> {
  if (writes.length === 0) return
  const of = (standing: EntryWrite['standing']) =>
    writes.filter((write) => write.standing === standing && write.changes)
  const changed = writes.map((write, i) => ({ write, result: results[i]! })).filter(({ write }) => write.changes)
  await insertSeries(db, plan, importId, of('new'))
  await bringBack(
    db,
    importId,
    of('withdrawn').map((write) => write.id),
  )
  const fresh = writes.filter((write) => write.standing !== 'in force' && write.changes)
  if (fresh.length > 0) await writeBlocks(db, fresh, true)
  if (of('in force').length > 0) await writeBlocks(db, of('in force'), false)
  if (changed.length > 0) {
    await writeStates(
      db,
      changed.map(({ write }) => write),
      changed.map(({ result }) => result),
    )
  }
  await writeLog(db, { kind: 'observed', importId }, writes, results)
}

/** A figure that no chart of the measure can hold, such as a negative count, is the file's fault, and said as one. */
function judgedOrRefused(write: SeriesWrite, facts: SeriesFacts): Judged {
  try {
    return judged(write)
  } catch (error) {
    if (!(error instanceof SpcInputError)) throw error
    const place = [facts.holder, facts.stratum].filter(Boolean).join(', ')
    throw new Problem(
      'invalid',
      `“${write.definition.name}” of ${place} cannot be put on its chart: ${error.message}. Correct the figure in the file, or choose another chart for the measure`,
    )
  }
}

function writeOf(plan: Plan, facts: SeriesFacts, earlier: ByPlace) {
  const { definition, version } = plan.measures.get(facts.measure)!
  const { dated } = kindOf(definition.kind)
  const observations = earlier.size === 0 ? packFirst(facts, dated) : pack(fold([facts], earlier), dated)
  if (observations.periods.length > LONGEST) {
    const calendar = calendarOf(definition)
    throw new Problem(
      'invalid',
      `“${definition.name}” of ${facts.holder} would run from ${shortLabel(observations.periods[0]!, calendar)} to ${shortLabel(observations.periods.at(-1)!, calendar)}. Check the years in the column of periods`,
    )
  }
  return { definition, version, observations, entry: facts, facts }
}

async function insertSeries(
  db: OrganisationDb,
  plan: Plan,
  importId: ImportId,
  writes: readonly EntryWrite[],
): Promise<void> {
  if (writes.length === 0) return
  const holders = writes.map(({ facts }) => plan.holders.get(facts.holder)!)
  await sql`
    INSERT INTO series (organisation_id, series_id, measure_id, unit_id, peer_id, stratum, import_id, created_at)
    SELECT ${db.organisation}::uuid, s::uuid, m::uuid, u::uuid, p::uuid, t, ${importId}::uuid, ${new Date()}
      FROM unnest(${texts(writes.map((write) => write.id))}::text[],
                  ${texts(writes.map(({ facts }) => plan.measures.get(facts.measure)!.id))}::text[],
                  ${texts(holders.map((holder) => (holder.as === 'unit' ? holder.id : null)))}::text[],
                  ${texts(holders.map((holder) => (holder.as === 'peer' ? holder.id : null)))}::text[],
                  ${texts(writes.map(({ facts }) => facts.stratum))}::text[]) AS q(s, m, u, p, t)`.execute(db)
}

async function bringBack(db: OrganisationDb, importId: ImportId, ids: readonly SeriesId[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    UPDATE series SET withdrawn_at = NULL, import_id = ${importId}
     WHERE organisation_id = ${db.organisation} AND series_id = ANY(${ids}::uuid[])`.execute(db)
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
