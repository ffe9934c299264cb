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

/** The series that an import touched and that are there, our own before peers; the first of them. */
export async function seriesOfImport(
  db: OrganisationDb,
  importId: ImportId,
  limit = 24,
): Promise<readonly TouchedSeries[]> {
  const { rows } = await sql<TouchedSeries>`
    SELECT s.series_id AS id, v.definition->>'name' AS measure, coalesce(u.name, p.name) AS holder, s.stratum
      FROM series s
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
      JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
      LEFT JOIN unit u ON (u.organisation_id, u.unit_id) = (s.organisation_id, s.unit_id)
      LEFT JOIN peer p ON (p.organisation_id, p.peer_id) = (s.organisation_id, s.peer_id)
     WHERE s.organisation_id = ${db.organisation} AND s.withdrawn_at IS NULL
       AND s.series_id IN (SELECT series_id FROM observation_log
                            WHERE organisation_id = ${db.organisation} AND import_id = ${importId})
     ORDER BY s.unit_id IS NULL, length(coalesce(u.path, '')), measure, holder, s.stratum
     LIMIT ${limit}`.execute(db)
  return rows
}
