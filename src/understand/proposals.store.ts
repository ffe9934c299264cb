import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { SeriesId } from '#platform/ids.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { periodOfDay, today } from '#understand/period.ts'
import { isUndecided } from '#understand/proposals.ts'
import { calendarOf } from '#understand/seriesState.ts'

interface ProposalRow {
  readonly id: SeriesId
  readonly version: number
  readonly recordedAt: Date
  readonly isDeclined: boolean
  readonly definition: MeasureDefinition
  readonly starts: readonly number[] | null
  readonly recorded: readonly Date[] | null
}

/**
 * Series whose definition has changed what is counted while nobody has decided on new limits, with that version.
 * Few measures ever change so: the rest is not looked at.
 */
export async function undecidedSeries(db: OrganisationDb): Promise<ReadonlyMap<SeriesId, number>> {
  const { rows } = await sql<ProposalRow>`
    SELECT s.series_id AS id, v.version, v.recorded_at AS "recordedAt", n.definition,
           EXISTS (SELECT FROM declined_phase d
                    WHERE (d.organisation_id, d.series_id, d.version) = (s.organisation_id, s.series_id, v.version)) AS "isDeclined",
           f.starts, f.recorded
      FROM measure_version v
      JOIN measure m ON (m.organisation_id, m.measure_id) = (v.organisation_id, v.measure_id)
      JOIN measure_version n ON (n.organisation_id, n.measure_id, n.version) = (m.organisation_id, m.measure_id, m.version)
      JOIN series s ON (s.organisation_id, s.measure_id) = (m.organisation_id, m.measure_id) AND s.withdrawn_at IS NULL
      LEFT JOIN LATERAL (
           SELECT array_agg(p.start_period ORDER BY p.phase_id) AS starts, array_agg(p.recorded_at ORDER BY p.phase_id) AS recorded
             FROM phase p
            WHERE (p.organisation_id, p.series_id) = (s.organisation_id, s.series_id) AND p.withdrawn_at IS NULL) f ON true
     WHERE v.organisation_id = ${db.organisation} AND v.changes_count
       AND NOT EXISTS (SELECT FROM measure_version later
                        WHERE (later.organisation_id, later.measure_id) = (v.organisation_id, v.measure_id)
                          AND later.changes_count AND later.version > v.version)`.execute(db)
  return new Map(rows.filter(stillOpen).map(({ id, version }) => [id, version]))
}

function stillOpen({ definition, recordedAt, isDeclined, starts, recorded }: ProposalRow): boolean {
  const day = today(() => recordedAt)
  const start = periodOfDay(day, calendarOf(definition))
  const phases = (starts ?? []).map((from, i) => ({ start: from, recordedAt: recorded![i]! }))
  return isUndecided({ start, recordedAt, isDeclined }, phases)
}
