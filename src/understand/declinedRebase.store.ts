import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId, type PersonId, type SeriesId } from '#platform/ids.ts'
import type { DeclinedRebase } from '#understand/declinedRebase.ts'

interface Row extends Omit<DeclinedRebase, 'undone'> {
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

/** Every suggested rebase of a series that somebody declined, newest first; those taken back too. */
export async function listDeclinedRebases(db: OrganisationDb, series: SeriesId): Promise<readonly DeclinedRebase[]> {
  const { rows } = await sql<Row>`
    SELECT d.decision_id AS id, d.start_period AS start, d.side, d.mean, d.points, d.reason,
           coalesce(p.name, '') AS "recordedBy", d.recorded_at AS "recordedAt", q.name AS "undoneBy", u.recorded_at AS "undoneAt"
      FROM declined_rebase d
      LEFT JOIN person p ON (p.organisation_id, p.person_id) = (d.organisation_id, d.recorded_by)
      LEFT JOIN declined_rebase u ON (u.organisation_id, u.series_id, u.undoes) = (d.organisation_id, d.series_id, d.decision_id)
      LEFT JOIN person q ON (q.organisation_id, q.person_id) = (u.organisation_id, u.recorded_by)
     WHERE d.organisation_id = ${db.organisation} AND d.series_id = ${series} AND d.undoes IS NULL
     ORDER BY d.decision_id DESC`.execute(db)
  return rows.map(({ undoneBy, undoneAt, ...row }) => ({
    ...row,
    undone: undoneAt && { by: undoneBy ?? '', at: undoneAt },
  }))
}

/** A person looked at a suggested rebase and says why the limits stay. @throws Problem without a reason */
export async function declineRebase(
  db: OrganisationDb,
  series: SeriesId,
  declined: Pick<DeclinedRebase, 'start' | 'side' | 'mean' | 'points' | 'reason'> & { readonly by: PersonId },
): Promise<void> {
  const { start, side, mean, points, by } = declined
  const reason = declined.reason.trim()
  if (reason === '') throw new Problem('invalid', 'Say why the limits stay', { reason: 'Say why, in a few words' })
  await sql`
    INSERT INTO declined_rebase (organisation_id, series_id, decision_id, start_period, side, mean, points, reason, recorded_by, recorded_at)
    VALUES (${db.organisation}, ${series}, ${newId<'decision'>()}, ${start}, ${side}, ${mean}, ${points}, ${reason}, ${by}, ${new Date()})`.execute(
    db,
  )
  await changeData(db)
  await recordHappening(db, {
    by,
    what: 'declined new limits',
    subject: { kind: 'series', id: series },
    detail: { start, side },
  })
}

/** The suggestion may be shown again; who said so and when is kept beside the decision. @throws Problem for a decision that there is not, or taken back already */
export async function undoDecline(db: OrganisationDb, series: SeriesId, decision: string, by: PersonId): Promise<void> {
  const { rows } = await sql`
    INSERT INTO declined_rebase (organisation_id, series_id, decision_id, undoes, recorded_by, recorded_at)
    SELECT d.organisation_id, d.series_id, ${newId<'decision'>()}, d.decision_id, ${by}, ${new Date()}
      FROM declined_rebase d
     WHERE d.organisation_id = ${db.organisation} AND d.series_id = ${series} AND d.decision_id = ${decision} AND d.undoes IS NULL
    ON CONFLICT DO NOTHING RETURNING decision_id`.execute(db)
  if (!rows[0]) throw new Problem('conflict', 'This is asked again already. Look at the chart')
  await changeData(db)
  await recordHappening(db, {
    by,
    what: 'asked again for new limits',
    subject: { kind: 'series', id: series },
    detail: { decision },
  })
}
