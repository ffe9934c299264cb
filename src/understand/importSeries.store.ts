import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { ImportId, SeriesId } from '#platform/ids.ts'

/** A series that an import touched, as a link says it. */
export interface TouchedSeries {
  readonly id: SeriesId
  readonly measure: string
  readonly holder: string
  readonly stratum: string
}

/** The series of our own units that an import touched and that are there, from the root down; the first of them. */
export async function ownSeriesOfImport(
  db: OrganisationDb,
  importId: ImportId,
  limit = 24,
): Promise<readonly TouchedSeries[]> {
  const { rows } = await sql<TouchedSeries>`
    SELECT s.series_id AS id, v.definition->>'name' AS measure, u.name AS holder, s.stratum
      FROM series s
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
      JOIN unit u ON (u.organisation_id, u.unit_id) = (s.organisation_id, s.unit_id)
     WHERE s.organisation_id = ${db.organisation} AND s.withdrawn_at IS NULL
       AND s.series_id IN (SELECT series_id FROM observation_log
                            WHERE organisation_id = ${db.organisation} AND import_id = ${importId})
     ORDER BY length(u.path), measure, holder, s.stratum
     LIMIT ${limit}`.execute(db)
  return rows
}
