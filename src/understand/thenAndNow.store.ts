import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import type { ImportId, MeasureId, SeriesId } from '#platform/ids.ts'
import { fromBitText } from '#understand/blocks.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { type Entry, fold, pack } from '#understand/observation.ts'
import type { JudgedBecause, SeriesView } from '#understand/series.ts'
import type { LimitsInForce } from '#understand/seriesState.ts'
import { type Then, type ThenAndNow, thenAndNow } from '#understand/thenAndNow.ts'

/** One entry of the log: what was recorded, what was said then, and what is said of the same period now. */
export interface VerdictEntry extends ThenAndNow {
  readonly knownAt: Date
  readonly by: string
  readonly importId: ImportId | null
  readonly fileName: string | null
  /** The entry takes its import back. */
  readonly takesBack: boolean
  readonly because: JudgedBecause | null
  readonly definitionVersion: number
  readonly engine: string
}

interface Row extends Pick<VerdictEntry, 'knownAt' | 'by' | 'importId' | 'fileName' | 'because' | 'engine'> {
  readonly kind: 'observed' | 'judged' | 'taken back'
  readonly definitionVersion: number
  readonly variation: ThenAndNow['said']['variation']
  readonly assurance: ThenAndNow['said']['assurance']
  readonly phases: LimitsInForce['phases']
  readonly excluded: readonly number[]
  readonly entry: Entry
}

/** Verdicts as they were recorded, newest first, the latest `most` of them; and how many there are. */
export async function verdictEntries(
  db: OrganisationDb,
  view: SeriesView,
  most: number,
): Promise<{ readonly entries: readonly VerdictEntry[]; readonly all: number }> {
  const rows = await readLog(db, view.id)
  const definitions = await readDefinitions(db, view.measureId)
  const now = {
    observations: view.observations,
    definition: view.definition,
    limits: { phases: view.phases, excluded: view.excluded.map(({ period }) => period) },
  }
  const stored = rows.map((row, at): VerdictEntry | null => {
    if (at < rows.length - most) return null
    const definition = definitions.get(row.definitionVersion) ?? view.definition
    const then: Then = {
      definition,
      observations: pack(fold(knownAfter(rows.slice(0, at + 1))), kindOf(definition.kind).dated),
      limits: { phases: row.phases, excluded: row.excluded },
      verdicts: { variation: row.variation, assurance: row.assurance },
      engine: row.engine,
    }
    const { knownAt, by, importId, fileName, because, definitionVersion, engine } = row
    const recorded = { knownAt, by, importId, fileName, because, definitionVersion, engine }
    return { ...recorded, takesBack: row.kind === 'taken back', ...thenAndNow(then, now, view.analysis.engine) }
  })
  return { entries: stored.filter((one) => one !== null).reverse(), all: rows.length }
}

/** What had been said by then, without the imports that had been taken back by then. */
function knownAfter(rows: readonly Row[]): readonly Entry[] {
  const gone = new Set(rows.filter(({ kind }) => kind === 'taken back').map(({ importId }) => importId))
  return rows.filter(({ kind, importId }) => kind === 'observed' && !gone.has(importId)).map(({ entry }) => entry)
}

/** Oldest first. */
async function readLog(db: OrganisationDb, id: SeriesId): Promise<readonly Row[]> {
  const { rows } = await sql<Omit<Row, 'entry'> & Omit<Entry, 'provisional'> & { readonly provisional: string | null }>`
    SELECT l.kind, l.import_id AS "importId", i.file_name AS "fileName", l.because, l.known_at AS "knownAt", coalesce(p.name, '') AS by,
           l.variation, l.assurance, l.definition_version AS "definitionVersion", l.engine, l.phases, l.excluded,
           l.periods, l.numerators, l.denominators, l.spreads, l.provisional
      FROM observation_log l
      LEFT JOIN import i ON (i.organisation_id, i.import_id) = (l.organisation_id, l.import_id)
      LEFT JOIN person p ON p.organisation_id = l.organisation_id
       AND p.person_id = CASE l.kind WHEN 'observed' THEN i.accepted_by WHEN 'taken back' THEN i.taken_back_by ELSE l.judged_by END
     WHERE l.organisation_id = ${db.organisation} AND l.series_id = ${id}
     ORDER BY l.known_at, l.log_id`.execute(db)
  return rows.map(({ periods, numerators, denominators, spreads, provisional, ...row }) => ({
    ...row,
    entry: { periods, numerators, denominators, spreads, provisional: fromBitText(provisional) },
  }))
}

async function readDefinitions(
  db: OrganisationDb,
  measure: MeasureId,
): Promise<ReadonlyMap<number, MeasureDefinition>> {
  const { rows } = await sql<{ version: number; definition: MeasureDefinition }>`
    SELECT version, definition FROM measure_version
     WHERE organisation_id = ${db.organisation} AND measure_id = ${measure}`.execute(db)
  return new Map(rows.map(({ version, definition }) => [version, definition]))
}
