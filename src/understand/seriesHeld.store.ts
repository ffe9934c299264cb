import { sql } from 'kysely'
import type { Hold } from '#organisation/hold.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { UnitId } from '#platform/ids.ts'

/** The charts that stand at a unit, which keep it from being withdrawn; null for none. */
export async function seriesHeldAt(
  db: OrganisationDb,
  unit: { readonly id: UnitId; readonly code: string },
): Promise<Hold | null> {
  const { rows } = await sql<{ series: number }>`
    SELECT count(*) AS series FROM series
     WHERE organisation_id = ${db.organisation} AND unit_id = ${unit.id} AND withdrawn_at IS NULL`.execute(db)
  const count = rows[0]?.series ?? 0
  if (count === 0) return null
  return {
    what: count === 1 ? 'One chart has its figures from there' : `${count} charts have their figures from there`,
    path: `/overview?unit=${encodeURIComponent(unit.code)}`,
    remedy: 'Take back the imports that brought them; while the figures stay, so does their unit',
  }
}
