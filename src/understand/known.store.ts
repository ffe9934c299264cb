import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { SeriesId } from '#platform/ids.ts'
import { fromBitText } from '#understand/blocks.ts'
import { kindOf, type MeasureKind } from '#understand/measureKind.ts'
import {
  type ByPlace,
  changeBy,
  type Entry,
  fold,
  isSame,
  type Observation,
  observationAt,
  type Place,
  placesOf,
} from '#understand/observation.ts'
import type { KnownEntry } from '#understand/series.ts'

interface LogRow extends Omit<KnownEntry, 'periods' | 'restated'>, Entry {}

/** When the present value of a period became known, and what stood there before. Values are numerators ÷ denominators as stored. */
export interface PeriodHistory {
  readonly knownAt: Date
  readonly earlier: readonly { readonly value: number | null; readonly knownAt: Date }[]
}

/** What became known when and what was said of it, newest first: one entry per import, with the periods that it added or restated, one where it was taken back, and one per judgement without new figures. */
export async function knownEntries(db: OrganisationDb, id: SeriesId): Promise<readonly KnownEntry[]> {
  let known: ByPlace = new Map()
  const entries = (await readLog(db, id)).map((row): KnownEntry => {
    const change = changeBy(row, known)
    if (!row.takenBack) known = fold([row], known)
    return {
      importId: row.importId,
      fileName: row.fileName,
      because: row.because,
      knownAt: row.knownAt,
      by: row.by,
      takenBack: row.takenBack,
      takesBack: row.takesBack,
      periods: [...change.added, ...change.restated.map((one) => one.period)],
      restated: change.restated.length,
      variation: row.variation,
      assurance: row.assurance,
      definitionVersion: row.definitionVersion,
      engine: row.engine,
    }
  })
  return entries.reverse()
}

export async function readHistory(
  db: OrganisationDb,
  id: SeriesId,
  kind: MeasureKind,
): Promise<ReadonlyMap<Place, PeriodHistory>> {
  const history = new Map<
    Place,
    { knownAt: Date; earlier: { value: number | null; knownAt: Date }[]; now: Observation }
  >()
  for (const row of await readLog(db, id)) {
    if (row.takenBack) continue
    placesOf(row.periods).forEach((place, i) => {
      const now = observationAt(row, i)
      const before = history.get(place)
      if (before && isSame(before.now, now)) return
      const earlier = before
        ? [...before.earlier, { value: shownNumber(before.now, kindOf(kind).divides), knownAt: before.knownAt }]
        : []
      history.set(place, { knownAt: row.knownAt, earlier, now })
    })
  }
  return history
}

function shownNumber({ numerator, denominator }: Observation, divides: boolean): number | null {
  const value = divides ? numerator / denominator : numerator
  return Number.isFinite(value) ? value : null
}

/** Oldest first. */
async function readLog(db: OrganisationDb, id: SeriesId): Promise<readonly LogRow[]> {
  const { rows } = await sql<Omit<LogRow, 'provisional'> & { readonly provisional: string | null }>`
    SELECT l.import_id AS "importId", i.file_name AS "fileName", l.because, l.known_at AS "knownAt", coalesce(p.name, '') AS by,
           i.taken_back_at IS NOT NULL AS "takenBack", l.kind = 'taken back' AS "takesBack", l.variation, l.assurance, l.definition_version AS "definitionVersion", l.engine,
           l.periods, l.numerators, l.denominators, l.spreads, l.provisional
      FROM observation_log l
      LEFT JOIN import i ON (i.organisation_id, i.import_id) = (l.organisation_id, l.import_id)
      LEFT JOIN person p ON (p.organisation_id, p.person_id) = (l.organisation_id, CASE l.kind WHEN 'taken back' THEN i.taken_back_by ELSE coalesce(i.accepted_by, l.judged_by) END)
     WHERE l.organisation_id = ${db.organisation} AND l.series_id = ${id} AND l.kind IN ('observed', 'judged', 'taken back')
     ORDER BY l.known_at, l.log_id`.execute(db)
  return rows.map((row) => ({ ...row, provisional: fromBitText(row.provisional) }))
}
