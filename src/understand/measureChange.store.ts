import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { MeasureId, SeriesId } from '#platform/ids.ts'
import { type Saving, saveMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { recomputeSeries } from '#understand/series.store.ts'

/**
 * Saves a definition and judges all series of the measure by it: new targets, direction and chart hold at once.
 *
 * @throws Problem as `saveMeasure`
 */
export async function changeMeasure(
  db: OrganisationDb,
  definition: MeasureDefinition,
  saving: Saving,
): Promise<MeasureId> {
  const id = await saveMeasure(db, definition, saving)
  const { rows } = await sql<{ id: SeriesId }>`
    SELECT s.series_id AS id FROM series s
      JOIN series_state t ON (t.organisation_id, t.series_id) = (s.organisation_id, s.series_id)
      JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
     WHERE s.organisation_id = ${db.organisation} AND s.measure_id = ${id} AND s.withdrawn_at IS NULL
       AND t.definition_version <> m.version`.execute(db)
  await recomputeSeries(
    db,
    rows.map((row) => row.id),
  )
  return id
}
