import { ENGINE_VERSION } from '@golden-thread/spc'
import { sql } from 'kysely'
import { changeData } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { MeasureId, PersonId, SeriesId } from '#platform/ids.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import type { JudgedBecause } from '#understand/series.ts'
import {
  EMPTY_ENTRY,
  judged,
  type LogWrite,
  readLimits,
  readObservations,
  writeLog,
  writeStates,
} from '#understand/seriesRows.store.ts'

/** Series that are judged at once. */
const AT_ONCE = 1000

export interface Why {
  readonly because: JudgedBecause
  readonly by: PersonId | null
}

/** Judges what is known anew, with the definitions, limits and engine in force. What was said before stays in the log. */
export async function rejudgeSeries(db: OrganisationDb, ids: readonly SeriesId[], why: Why): Promise<void> {
  if (ids.length === 0) return
  // First: whoever is importing must be done before figures are read, or older ones would be judged.
  await changeData(db)
  for (let at = 0; at < ids.length; at += AT_ONCE) await rejudge(db, ids.slice(at, at + AT_ONCE), why)
}

/** The series of a measure that were judged by an earlier version of its definition. */
export async function rejudgeMeasure(db: OrganisationDb, measure: MeasureId, by: PersonId | null): Promise<void> {
  const { rows } = await sql<{ id: SeriesId }>`
    SELECT s.series_id AS id FROM series s
      JOIN series_state t ON (t.organisation_id, t.series_id) = (s.organisation_id, s.series_id)
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
     WHERE s.organisation_id = ${db.organisation} AND s.measure_id = ${measure} AND s.withdrawn_at IS NULL
       AND t.definition_version <> m.version`.execute(db)
  await rejudgeSeries(db, rows.map(idOf), { because: 'definition', by })
}

/** Another engine may say otherwise: the series that an earlier one judged. @returns how many there were */
export async function rejudgeByThisEngine(db: OrganisationDb): Promise<number> {
  const { rows } = await sql<{ id: SeriesId }>`
    SELECT s.series_id AS id FROM series s
      JOIN series_state t ON (t.organisation_id, t.series_id) = (s.organisation_id, s.series_id)
     WHERE s.organisation_id = ${db.organisation} AND s.withdrawn_at IS NULL AND t.engine <> ${ENGINE_VERSION}`.execute(
    db,
  )
  await rejudgeSeries(db, rows.map(idOf), { because: 'engine', by: null })
  return rows.length
}

async function rejudge(db: OrganisationDb, ids: readonly SeriesId[], { because, by }: Why): Promise<void> {
  const { rows } = await sql<{ id: SeriesId; version: number; definition: MeasureDefinition }>`
    SELECT s.series_id AS id, m.version, v.definition FROM series s
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
     WHERE s.organisation_id = ${db.organisation} AND s.series_id = ANY(${ids}::uuid[])`.execute(db)
  const observations = await readObservations(db, ids)
  const limits = await readLimits(db, ids)
  const writes = rows.map((row): LogWrite => {
    const { id } = row
    return {
      ...row,
      limits: limits(id),
      observations: observations.get(id)!,
      entry: EMPTY_ENTRY,
      restated: 0,
    }
  })
  const results = writes.map(judged)
  await writeStates(db, writes, results)
  await writeLog(db, { kind: 'judged', because, by }, writes, results)
}

function idOf(row: { readonly id: SeriesId }): SeriesId {
  return row.id
}
