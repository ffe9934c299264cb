import { sql } from 'kysely'
import { changeData } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { unheld } from '#platform/holds.pg.ts'
import { type ImportId, newId, type PersonId } from '#platform/ids.ts'
import {
  type Door,
  type ImportRecord,
  type ImportState,
  type ImportSummary,
  NOTHING,
  PROGRAM_STOPPED,
  UNDECIDED,
} from '#understand/imports.ts'
import { refuseFileName } from '#understand/intake/personal.ts'
import type { Fault } from '#understand/intake/table.ts'

export interface NewImport {
  readonly door: Door
  readonly fileName: string
  readonly fileBytes: number
  readonly by: PersonId | null
}

const COLUMNS = sql`
  i.import_id AS id, i.door, i.state, i.file_name AS "fileName", i.file_type AS "fileType", i.file_bytes AS "fileBytes", i.sha256, i.shape,
  i.mapping, i.summary, i.accepted_faults AS "acceptedFaults", coalesce(s.name, '') AS "startedBy", i.started_at AS "startedAt",
  coalesce(a.name, '') AS "acceptedBy", i.accepted_at AS "acceptedAt", coalesce(t.name, '') AS "takenBackBy", i.taken_back_at AS "takenBackAt"`

const PEOPLE = sql`
  LEFT JOIN person s ON (s.organisation_id, s.person_id) = (i.organisation_id, i.started_by)
  LEFT JOIN person a ON (a.organisation_id, a.person_id) = (i.organisation_id, i.accepted_by)
  LEFT JOIN person t ON (t.organisation_id, t.person_id) = (i.organisation_id, i.taken_back_by)`

/** A file begins its way in. @throws Problem for a name that identifies a patient */
export async function startImport(db: OrganisationDb, { door, fileName, fileBytes, by }: NewImport): Promise<ImportId> {
  refuseFileName(fileName)
  const id = newId<'import'>()
  await sql`
    INSERT INTO import (organisation_id, import_id, door, state, file_name, file_type, file_bytes, sha256, shape, summary, accepted_faults, started_by, started_at)
    VALUES (${db.organisation}, ${id}, ${door}, 'reading', ${fileName}, '', ${fileBytes}, '', '', ${JSON.stringify(NOTHING)}, '[]', ${by}, ${new Date()})`.execute(
    db,
  )
  return id
}

export interface DraftChange {
  readonly state: ImportState
  readonly fileType?: string
  readonly sha256?: string
  readonly shape?: string
  readonly mapping?: unknown
  readonly summary?: ImportSummary
  readonly acceptedFaults?: readonly Fault[]
  readonly acceptedBy?: PersonId | null
}

/**
 * Moves an import on, if it is still in one of the states `from`: two doors cannot both accept it.
 *
 * @throws Problem conflict when it has moved on meanwhile
 */
export async function changeDraft(
  db: OrganisationDb,
  id: ImportId,
  from: readonly ImportState[],
  change: DraftChange,
): Promise<void> {
  const accepted = change.state === 'accepted' ? new Date() : null
  const { rows } = await sql<{ import_id: ImportId }>`
    UPDATE import SET state = ${change.state},
           file_type = coalesce(${change.fileType ?? null}, file_type), sha256 = coalesce(${change.sha256 ?? null}, sha256),
           shape = coalesce(${change.shape ?? null}, shape),
           mapping = coalesce(${json(change.mapping)}::jsonb, mapping), summary = coalesce(${json(change.summary)}::jsonb, summary),
           accepted_faults = coalesce(${json(change.acceptedFaults)}::jsonb, accepted_faults),
           accepted_by = coalesce(${change.acceptedBy ?? null}, accepted_by), accepted_at = coalesce(${accepted}, accepted_at)
     WHERE organisation_id = ${db.organisation} AND import_id = ${id} AND state = ANY(${from}::text[])
    RETURNING import_id`.execute(db)
  if (!rows[0]) throw new Problem('conflict', 'This import has moved on meanwhile. Look at it again')
  if (accepted) await changeData(db)
}

/** Newest first. */
export async function listImports(db: OrganisationDb, limit = 200): Promise<readonly ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    SELECT ${COLUMNS} FROM import i ${PEOPLE}
     WHERE i.organisation_id = ${db.organisation} ORDER BY i.started_at DESC, i.import_id DESC LIMIT ${limit}`.execute(
    db,
  )
  return rows
}

/** @throws Problem not-found */
export async function findImport(db: OrganisationDb, id: ImportId): Promise<ImportRecord> {
  const { rows } = await sql<ImportRecord>`
    SELECT ${COLUMNS} FROM import i ${PEOPLE}
     WHERE i.organisation_id = ${db.organisation} AND i.import_id = ${id}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'There is no such import')
  return rows[0]
}

/** Imports that an ended program left half way: nothing of them stays behind. Those that another one holds go on. Returns how many. */
export async function stopUnfinished(db: OrganisationDb): Promise<number> {
  const { rows: unfinished } = await sql<{ id: ImportId }>`
    SELECT import_id AS id FROM import
     WHERE organisation_id = ${db.organisation} AND state = ANY(${UNDECIDED}::text[])`.execute(db)
  const left = await unheld(
    db,
    unfinished.map(({ id }) => id),
  )
  const { rows } = await sql`
    UPDATE import SET state = 'stopped', summary = summary || ${JSON.stringify({ refusal: PROGRAM_STOPPED })}::jsonb
     WHERE organisation_id = ${db.organisation} AND import_id = ANY(${left}::uuid[]) AND state = ANY(${UNDECIDED}::text[])
    RETURNING import_id`.execute(db)
  return rows.length
}

/** The mapping that a person accepted for files of this shape; null when there is none. */
export async function rememberedMapping(db: OrganisationDb, shape: string): Promise<unknown> {
  const { rows } = await sql<{ mapping: unknown }>`
    SELECT mapping FROM remembered_mapping WHERE organisation_id = ${db.organisation} AND shape = ${shape}`.execute(db)
  return rows[0]?.mapping ?? null
}

export async function rememberMapping(
  db: OrganisationDb,
  shape: string,
  mapping: unknown,
  by: PersonId | null,
): Promise<void> {
  const now = new Date()
  await sql`
    INSERT INTO remembered_mapping (organisation_id, shape, mapping, remembered_by, remembered_at)
    VALUES (${db.organisation}, ${shape}, ${json(mapping)}, ${by}, ${now})
    ON CONFLICT (organisation_id, shape) DO UPDATE
       SET mapping = excluded.mapping, remembered_by = excluded.remembered_by, remembered_at = excluded.remembered_at`.execute(
    db,
  )
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
