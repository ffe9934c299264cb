import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import { refusePersonal } from '#organisation/refusals.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { type ImportId, type MeasureId, newId, type PersonId } from '#platform/ids.ts'
import { countsOtherwise, type DefinitionFault, type MeasureDefinition } from '#understand/measure.ts'
import { isSameRules } from '#understand/measureRules.ts'
import { otherReadings } from '#understand/otherReadings.ts'

/** A measure with its newest definition. */
export interface Measure {
  readonly id: MeasureId
  readonly version: number
  readonly definition: MeasureDefinition
  /** Series of our own units and of peers. */
  readonly series: number
}

export interface MeasureVersion {
  readonly version: number
  readonly definition: MeasureDefinition
  /** What is counted differs from the version before. */
  readonly changesCount: boolean
  readonly reason: string
  /** Name of the person; empty for the program itself. */
  readonly recordedBy: string
  readonly recordedAt: Date
}

export interface Saving {
  readonly by: PersonId | null
  readonly reason: string
  readonly importId?: ImportId
}

/** By area, then name. */
export async function listMeasures(db: OrganisationDb): Promise<readonly Measure[]> {
  const { rows } = await sql<Measure>`
    SELECT m.measure_id AS id, m.version, v.definition,
           (SELECT count(*) FROM series s WHERE s.organisation_id = m.organisation_id
               AND s.measure_id = m.measure_id AND s.withdrawn_at IS NULL) AS series
      FROM measure m
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
     WHERE m.organisation_id = ${db.organisation} AND m.withdrawn_at IS NULL
     ORDER BY v.definition->>'area', v.definition->>'name', m.code`.execute(db)
  return rows
}

/** @throws Problem not-found */
export async function findMeasure(db: OrganisationDb, code: string): Promise<Measure> {
  const measure = (await listMeasures(db)).find((one) => one.definition.code === code)
  if (!measure) throw new Problem('not-found', `There is no measure “${code}”`)
  return measure
}

/** Newest first. */
export async function measureHistory(db: OrganisationDb, code: string): Promise<readonly MeasureVersion[]> {
  const { rows } = await sql<MeasureVersion>`
    SELECT v.version, v.definition, v.changes_count AS "changesCount", v.reason,
           coalesce(p.name, '') AS "recordedBy", v.recorded_at AS "recordedAt"
      FROM measure m
      JOIN measure_version v ON (v.organisation_id, v.measure_id) = (m.organisation_id, m.measure_id)
      LEFT JOIN person p ON (p.organisation_id, p.person_id) = (v.organisation_id, v.recorded_by)
     WHERE m.organisation_id = ${db.organisation} AND m.code = ${code}
     ORDER BY v.version DESC`.execute(db)
  return rows
}

/**
 * A new measure, or a new version of the one with this code; nothing when nothing differs.
 * Series keep the verdicts of their version until they are computed again: see `changeMeasure`.
 *
 * @throws Problem when figures stand that the new definition would read otherwise
 */
export async function saveMeasure(
  db: OrganisationDb,
  definition: MeasureDefinition,
  saving: Saving,
): Promise<MeasureId> {
  refusePersonal(saving.reason, 'reason')
  await changeData(db)
  const { rows } = await sql<{ id: MeasureId; version: number; definition: MeasureDefinition; withdrawn: boolean }>`
    SELECT m.measure_id AS id, m.version, v.definition, m.withdrawn_at IS NOT NULL AS withdrawn
      FROM measure m
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
     WHERE m.organisation_id = ${db.organisation} AND m.code = ${definition.code}`.execute(db)
  const before = rows[0]
  const id = before?.id ?? newId<'measure'>()
  const same = before && isSameDefinition(before.definition, definition)
  if (same && !before.withdrawn) return id
  const [fault] = await faultsAgainstFigures(db, definition)
  if (fault) throw new Problem('invalid', fault.message, { [fault.field]: fault.message })
  const version = same ? before.version : (before?.version ?? 0) + 1
  if (!before) {
    await sql`INSERT INTO measure (organisation_id, measure_id, code, version, import_id, created_at)
              VALUES (${db.organisation}, ${id}, ${definition.code}, ${version}, ${saving.importId ?? null}, ${new Date()})`.execute(
      db,
    )
  } else {
    const importId = before.withdrawn ? (saving.importId ?? null) : null
    await sql`UPDATE measure SET version = ${version}, withdrawn_at = NULL,
                     import_id = CASE WHEN withdrawn_at IS NULL THEN import_id ELSE ${importId}::uuid END
               WHERE organisation_id = ${db.organisation} AND measure_id = ${id}`.execute(db)
  }
  if (same) return id
  const changesCount = before !== undefined && countsOtherwise(before.definition, definition)
  await sql`INSERT INTO measure_version (organisation_id, measure_id, version, definition, changes_count, reason, recorded_by, recorded_at)
            VALUES (${db.organisation}, ${id}, ${version}, ${JSON.stringify(definition)}, ${changesCount}, ${saving.reason}, ${saving.by}, ${new Date()})`.execute(
    db,
  )
  await recordHappening(db, {
    by: saving.by,
    what: before ? 'changed' : 'defined',
    subject: { kind: 'measure', id },
    detail: { version },
  })
  return id
}

/** What a definition would read otherwise in the figures that its measure has; none before there are any. */
export async function faultsAgainstFigures(
  db: OrganisationDb,
  definition: MeasureDefinition,
): Promise<readonly DefinitionFault[]> {
  const { rows } = await sql<{ definition: MeasureDefinition }>`
    SELECT v.definition
      FROM measure m
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
     WHERE m.organisation_id = ${db.organisation} AND m.code = ${definition.code}
       AND EXISTS (SELECT 1 FROM series s WHERE (s.organisation_id, s.measure_id) = (m.organisation_id, m.measure_id)
                      AND s.withdrawn_at IS NULL)`.execute(db)
  return rows[0] ? otherReadings(rows[0].definition, definition) : []
}

/** Does nothing differ? jsonb keeps no order of keys. */
export function isSameDefinition(a: MeasureDefinition, b: MeasureDefinition): boolean {
  const ordered = (definition: MeasureDefinition) =>
    JSON.stringify(
      Object.entries(definition).sort(([x], [y]) => x.localeCompare(y)),
      (_, value) => value,
    )
  const plain = (definition: MeasureDefinition) => ({
    ...definition,
    rules: '',
    targets: definition.targets.map(({ from, value }) => ({ from, value })),
  })
  return ordered(plain(a)) === ordered(plain(b)) && isSameRules(a.rules, b.rules)
}
