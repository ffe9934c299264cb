import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId, type PersonId, type SeriesId } from '#platform/ids.ts'
import type { PeriodNumber } from '#understand/period.ts'
import { rejudgeSeries } from '#understand/rejudge.store.ts'
import type { ExcludedPoint } from '#understand/series.ts'

/** Points left out of the limits of a series, in order of time. */
export async function listExcluded(db: OrganisationDb, id: SeriesId): Promise<readonly ExcludedPoint[]> {
  const { rows } = await sql<ExcludedPoint>`
    SELECT e.exclusion_id AS id, e.period, e.reason, coalesce(p.name, '') AS "recordedBy", e.recorded_at AS "recordedAt"
      FROM excluded_point e LEFT JOIN person p ON (p.organisation_id, p.person_id) = (e.organisation_id, e.recorded_by)
     WHERE e.organisation_id = ${db.organisation} AND e.series_id = ${id} AND e.withdrawn_at IS NULL
     ORDER BY e.period`.execute(db)
  return rows
}

/** Leaves the figure of a period out of limits and rules. @throws Problem without a reason, or where it is left out already */
export async function excludePoint(
  db: OrganisationDb,
  id: SeriesId,
  point: { readonly period: PeriodNumber; readonly reason: string; readonly by: PersonId },
): Promise<void> {
  const { period, by } = point
  const reason = point.reason.trim()
  if (reason === '') {
    throw new Problem('invalid', 'Say why the point is left out', {
      reason: 'Say why this figure does not belong to the process, in a few words',
    })
  }
  const { rows } = await sql`
    INSERT INTO excluded_point (organisation_id, series_id, exclusion_id, period, reason, recorded_by, recorded_at)
    VALUES (${db.organisation}, ${id}, ${newId<'exclusion'>()}, ${period}, ${reason}, ${by}, ${new Date()})
    ON CONFLICT DO NOTHING RETURNING exclusion_id`.execute(db)
  if (!rows[0]) {
    throw new Problem('conflict', 'This point is left out already', {
      period: 'This point is left out already. Choose another one',
    })
  }
  await rejudgeSeries(db, [id], { because: 'exclusion', by })
  await recordHappening(db, { by, what: 'left out', subject: { kind: 'series', id }, detail: { period } })
}

/** The figure counts again; the record says who took it back in and when. @throws Problem when it was taken back in already */
export async function includePoint(db: OrganisationDb, id: SeriesId, exclusion: string, by: PersonId): Promise<void> {
  const { rows } = await sql`
    UPDATE excluded_point SET withdrawn_by = ${by}, withdrawn_at = ${new Date()}
     WHERE organisation_id = ${db.organisation} AND series_id = ${id} AND exclusion_id = ${exclusion} AND withdrawn_at IS NULL
    RETURNING exclusion_id`.execute(db)
  if (!rows[0]) throw new Problem('conflict', 'This point was taken back in already')
  await rejudgeSeries(db, [id], { because: 'exclusion', by })
  await recordHappening(db, { by, what: 'took back in', subject: { kind: 'series', id }, detail: { exclusion } })
}
