import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { MeasureId, SeriesId } from '#platform/ids.ts'
import { BLOCK } from '#understand/blocks.ts'
import type { FunnelFigure, FunnelHolder } from '#understand/funnel.ts'
import type { PeriodNumber } from '#understand/period.ts'
import type { Holder } from '#understand/series.ts'

interface HolderRow {
  readonly id: SeriesId
  readonly path: string
  readonly kind: Holder['kind']
  readonly holder_id: string
  readonly code: string
  readonly name: string
  readonly first: PeriodNumber
  readonly latest: PeriodNumber
}

/** Units and peers with figures of a measure as a whole (no stratum), own first, by name. It costs the same however long the history. */
export async function funnelHolders(db: OrganisationDb, measure: MeasureId): Promise<readonly FunnelHolder[]> {
  const { rows } = await sql<HolderRow>`
    SELECT s.series_id AS id, coalesce(u.path, '') AS path, CASE WHEN s.unit_id IS NULL THEN 'peer' ELSE 'unit' END AS kind,
           coalesce(u.unit_id, p.peer_id) AS holder_id, coalesce(u.code, p.code) AS code, coalesce(u.name, p.name) AS name,
           b.first_period AS first, t.latest_period AS latest
      FROM series s
      JOIN series_state t ON (t.organisation_id, t.series_id) = (s.organisation_id, s.series_id)
      JOIN observation_block b ON (b.organisation_id, b.series_id, b.block) = (s.organisation_id, s.series_id, 0)
      LEFT JOIN unit u ON (u.organisation_id, u.unit_id) = (s.organisation_id, s.unit_id)
      LEFT JOIN peer p ON (p.organisation_id, p.peer_id) = (s.organisation_id, s.peer_id)
     WHERE s.organisation_id = ${db.organisation} AND s.measure_id = ${measure} AND s.stratum = '' AND s.withdrawn_at IS NULL
       AND t.latest_period IS NOT NULL
     ORDER BY s.unit_id IS NULL, name, code`.execute(db)
  return rows.map(({ id, path, kind, holder_id, code, name, first, latest }) => ({
    id,
    path,
    holder: { kind, id: holder_id, code, name } as Holder,
    first,
    latest,
  }))
}

/**
 * What these series counted in one period, from the one block that holds it: the place of a period follows from the first
 * one, since every block but the last is full. Series of events have no such places.
 */
export async function funnelFigures(
  db: OrganisationDb,
  holders: readonly FunnelHolder[],
  period: PeriodNumber,
): Promise<ReadonlyMap<string, FunnelFigure>> {
  const { rows } = await sql<{
    id: string
    numerator: number | null
    denominator: number | null
    provisional: string | null
  }>`
    SELECT q.id, b.numerators[q.place + 1] AS numerator, b.denominators[q.place + 1] AS denominator,
           substr(b.provisional, q.place + 1, 1) AS provisional
      FROM (SELECT s::uuid AS id, (${period}::integer - f) / ${BLOCK}::integer AS block, (${period}::integer - f) % ${BLOCK}::integer AS place
              FROM unnest(${holders.map(({ id }) => id)}::text[], ${holders.map(({ first }) => first)}::integer[]) AS t(s, f)
             WHERE f <= ${period}::integer) q
      JOIN observation_block b ON b.organisation_id = ${db.organisation} AND (b.series_id, b.block) = (q.id, q.block)`.execute(
    db,
  )
  return new Map(
    rows.map(({ id, numerator, denominator, provisional }) => [
      id,
      {
        numerator: numerator ?? Number.NaN,
        denominator: denominator ?? Number.NaN,
        provisional: provisional === '1',
      },
    ]),
  )
}
