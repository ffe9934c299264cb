import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import { withdrawUnused } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { ImportId, PersonId, SeriesId } from '#platform/ids.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { fold, pack } from '#understand/observation.ts'
import {
  EMPTY_ENTRY,
  judged,
  type LogWrite,
  readEntries,
  readLimits,
  writeBlocks,
  writeLog,
  writeStates,
} from '#understand/seriesRows.store.ts'

/**
 * Takes an import back: what is known becomes what the other imports say, as if it had never been. The log keeps
 * what was known meanwhile. What only this import had brought (series, measures, units, peers) is withdrawn.
 *
 * @throws Problem when it is not an accepted import
 */
export async function takeBackImport(db: OrganisationDb, importId: ImportId, by: PersonId | null): Promise<void> {
  await changeData(db)
  const now = new Date()
  const { rows: taken } = await sql<{ import_id: ImportId }>`
    UPDATE import SET state = 'taken back', taken_back_by = ${by}, taken_back_at = ${now}
     WHERE organisation_id = ${db.organisation} AND import_id = ${importId} AND state = 'accepted'
    RETURNING import_id`.execute(db)
  if (!taken[0]) throw new Problem('conflict', 'Only an import that was accepted can be taken back, and only once')

  for (const series of await touchedSeries(db, importId)) await rebuild(db, importId, series)
  await withdrawWhatNobodyUses(db, importId, now)
  await recordHappening(db, { by, what: 'took back', subject: { kind: 'import', id: importId } })
}

interface Touched {
  readonly id: SeriesId
  readonly definition: MeasureDefinition
  readonly version: number
}

/** In parts of at most a thousand. */
async function touchedSeries(db: OrganisationDb, importId: ImportId): Promise<readonly (readonly Touched[])[]> {
  const { rows } = await sql<Touched>`
    SELECT DISTINCT s.series_id AS id, v.definition, m.version
      FROM observation_log l
      JOIN series s ON (s.organisation_id, s.series_id) = (l.organisation_id, l.series_id)
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
     WHERE l.organisation_id = ${db.organisation} AND l.import_id = ${importId}`.execute(db)
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, i) => rows.slice(i * 1000, (i + 1) * 1000))
}

async function rebuild(db: OrganisationDb, importId: ImportId, touched: readonly Touched[]): Promise<void> {
  const ids = touched.map((series) => series.id)
  const entries = await readEntries(db, ids)
  const limits = await readLimits(db, ids)
  const writes = touched.map((series): LogWrite => {
    const observations = pack(fold(entries.get(series.id) ?? []), kindOf(series.definition.kind).dated)
    return { ...series, limits: limits(series.id), observations, entry: EMPTY_ENTRY, restated: 0 }
  })
  await writeBlocks(db, writes, false)
  const results = writes.map(judged)
  await writeStates(db, writes, results)
  await writeLog(db, { kind: 'taken back', importId }, writes, results)
}

async function withdrawWhatNobodyUses(db: OrganisationDb, importId: ImportId, now: Date): Promise<void> {
  await sql`
    UPDATE series SET withdrawn_at = ${now}
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NULL
       AND series_id IN (SELECT series_id FROM observation_log WHERE organisation_id = ${db.organisation} AND import_id = ${importId})
       AND NOT EXISTS (SELECT FROM observation_block b
                        WHERE (b.organisation_id, b.series_id) = (series.organisation_id, series.series_id))`.execute(
    db,
  )
  // Earlier ones too: what one import brought may have stayed for the sake of this one.
  const gone = await takenBackIds(db)
  await sql`
    UPDATE measure SET withdrawn_at = ${now}
     WHERE organisation_id = ${db.organisation} AND import_id = ANY(${gone}::uuid[]) AND withdrawn_at IS NULL
       AND NOT EXISTS (SELECT FROM series s WHERE (s.organisation_id, s.measure_id) = (measure.organisation_id, measure.measure_id)
                          AND s.withdrawn_at IS NULL)`.execute(db)
  await withdrawUnused(db, gone, await heldIds(db))
}

async function takenBackIds(db: OrganisationDb): Promise<readonly ImportId[]> {
  const { rows } = await sql<{ id: ImportId }>`
    SELECT import_id AS id FROM import
     WHERE organisation_id = ${db.organisation} AND taken_back_at IS NOT NULL`.execute(db)
  return rows.map((row) => row.id)
}

/** Units and peers that have a series in force. */
async function heldIds(db: OrganisationDb): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT coalesce(unit_id, peer_id) AS id FROM series
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NULL`.execute(db)
  return rows.map((row) => row.id)
}
