import { signals } from '@golden-thread/spc'
import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { type MeasureId, newId, type PersonId, type SeriesId } from '#platform/ids.ts'
import { listExcluded } from '#understand/exclusions.store.ts'
import { knownEntries, readHistory } from '#understand/known.store.ts'
import type { MeasureDefinition, MeasureKind } from '#understand/measure.ts'
import { type MeasureRules, ruleSetOf } from '#understand/measureRules.ts'
import { placesOf } from '#understand/observation.ts'
import type { OverviewFilter } from '#understand/overview.ts'
import { type PeriodNumber, periodOfDay, today } from '#understand/period.ts'
import { isUndecided } from '#understand/proposals.ts'
import { rejudgeSeries } from '#understand/rejudge.store.ts'
import type {
  Annotation,
  CountChange,
  Holder,
  NewPhase,
  PhaseRecord,
  SeriesSummary,
  SeriesView,
} from '#understand/series.ts'
import { readObservations } from '#understand/seriesRows.store.ts'
import { analyseSeries, calendarOf, type PhaseStart, type SeriesState } from '#understand/seriesState.ts'

interface PlaceRow {
  readonly id: SeriesId
  readonly measure_id: MeasureId
  readonly version: number
  readonly stratum: string
  readonly holder_kind: 'unit' | 'peer'
  readonly holder_id: string
  readonly holder_code: string
  readonly holder_name: string
}

interface SummaryRow extends PlaceRow {
  readonly code: string
  readonly name: string
  readonly area: string
  readonly kind: MeasureKind
  readonly chart: SeriesSummary['measure']['chart']
  readonly rules: MeasureRules
  readonly better: SeriesSummary['better']
  readonly decimals: number
  readonly unit: string
  readonly summary: SeriesState
  readonly source: string
  readonly definition_version: number
  readonly engine: string
  readonly computed_at: Date
}

const PLACE = sql`
  s.series_id AS id, s.measure_id, m.version, s.stratum,
  CASE WHEN s.unit_id IS NULL THEN 'peer' ELSE 'unit' END AS holder_kind,
  coalesce(u.unit_id, p.peer_id) AS holder_id, coalesce(u.code, p.code) AS holder_code, coalesce(u.name, p.name) AS holder_name`

const FROM = sql`
  series s
  JOIN measure m ON (m.organisation_id, m.measure_id) = (s.organisation_id, s.measure_id)
  JOIN measure_version v ON (v.organisation_id, v.measure_id, v.version) = (m.organisation_id, m.measure_id, m.version)
  LEFT JOIN unit u ON (u.organisation_id, u.unit_id) = (s.organisation_id, s.unit_id)
  LEFT JOIN peer p ON (p.organisation_id, p.peer_id) = (s.organisation_id, s.peer_id)`

/** One row per series, from what was stored at import: it costs the same however long the history. By area, measure, holder. */
export async function listSummaries(
  db: OrganisationDb,
  filter: OverviewFilter = {},
): Promise<readonly SeriesSummary[]> {
  const { rows } = await sql<SummaryRow>`
    SELECT ${PLACE}, m.code, v.definition->>'name' AS name, v.definition->>'area' AS area, v.definition->>'kind' AS kind,
           v.definition->>'chart' AS chart, v.definition->'rules' AS rules,
           v.definition->>'better' AS better, (v.definition->>'decimals')::integer AS decimals, v.definition->>'unit' AS unit, t.summary,
           v.definition->>'source' AS source, t.definition_version, t.engine, t.computed_at
      FROM ${FROM}
      JOIN series_state t ON (t.organisation_id, t.series_id) = (s.organisation_id, s.series_id)
     WHERE s.organisation_id = ${db.organisation} AND s.withdrawn_at IS NULL
       AND ${holderCondition(filter.holder ?? 'own')}
       AND ${filter.unit ? sql`u.path LIKE (SELECT path || '%' FROM unit WHERE organisation_id = ${db.organisation} AND code = ${filter.unit})` : sql`true`}
       AND ${filter.area ? sql`v.definition->>'area' = ${filter.area}` : sql`true`}
       AND ${filter.measure ? sql`m.code = ${filter.measure}` : sql`true`}
       AND ${filter.variation ? sql`t.variation = ${filter.variation}` : sql`true`}
       AND ${filter.assurance ? sql`t.assurance = ${filter.assurance}` : sql`true`}
       AND ${filter.search ? sql`strpos(lower(concat_ws(' ', v.definition->>'name', u.name, p.name, s.stratum)), lower(${filter.search})) > 0` : sql`true`}
     ORDER BY area, name, length(coalesce(u.path, '')), holder_name, s.stratum`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    measure: {
      id: row.measure_id,
      code: row.code,
      name: row.name,
      area: row.area,
      kind: row.kind,
      chart: row.chart,
      rules: row.rules,
    },
    holder: holderOf(row),
    stratum: row.stratum,
    better: row.better,
    decimals: row.decimals,
    unit: row.unit,
    ...row.summary,
    origin: {
      source: row.source,
      definitionVersion: row.definition_version,
      engine: row.engine,
      dataAsAt: row.computed_at,
    },
  }))
}

/** Areas of all our own series, in order. */
export async function listAreas(db: OrganisationDb): Promise<readonly string[]> {
  const { rows } = await sql<{ area: string }>`
    SELECT DISTINCT v.definition->>'area' AS area FROM ${FROM}
     WHERE s.organisation_id = ${db.organisation} AND s.withdrawn_at IS NULL AND ${holderCondition('own')}`.execute(db)
  return rows
    .map(({ area }) => area)
    .filter(Boolean)
    .sort()
}

/** Everything that the page of one series shows. @throws Problem not-found */
export async function findSeries(db: OrganisationDb, id: SeriesId): Promise<SeriesView> {
  const { rows } = await sql<PlaceRow & { definition: MeasureDefinition }>`
    SELECT ${PLACE}, v.definition FROM ${FROM}
     WHERE s.organisation_id = ${db.organisation} AND s.series_id = ${id} AND s.withdrawn_at IS NULL`.execute(db)
  const row = rows[0]
  if (!row)
    throw new Problem('not-found', 'There is no such series. An import that brought it may have been taken back')
  const { definition } = row
  const observations = (await readObservations(db, [id])).get(id)!
  const phases = await listPhases(db, id)
  const excluded = await listExcluded(db, id)
  const analysis = analyseSeries(definition, observations, { phases, excluded: excluded.map(({ period }) => period) })
  const countChanges = await listCountChanges(db, row)
  const history = await readHistory(db, id, definition.kind)
  return {
    id,
    definition,
    definitionVersion: row.version,
    measureId: row.measure_id,
    holder: holderOf(row),
    stratum: row.stratum,
    observations,
    analysis,
    signals: signals(analysis, ruleSetOf(definition)),
    phases,
    excluded,
    annotations: await listAnnotations(db, id),
    known: await knownEntries(db, id),
    history: placesOf(observations.periods).map((place) => history.get(place) ?? { knownAt: new Date(0), earlier: [] }),
    countChanges,
    proposedPhase: proposedPhase(countChanges, phases),
    dataAsAt:
      history.size === 0 ? null : new Date(Math.max(...[...history.values()].map((known) => known.knownAt.getTime()))),
  }
}

/** What a comparison may put in place of what is in force. */
export interface SeriesChange {
  readonly definition?: MeasureDefinition
  readonly phases?: readonly PhaseStart[]
  readonly excluded?: readonly PeriodNumber[]
}

/** The same series with other limits or by another definition, for a comparison before anything is recorded. @throws SpcInputError for a chart that its figures cannot be put on */
export function seriesWith(view: SeriesView, change: SeriesChange): SeriesView {
  const { definition = view.definition, phases = view.phases } = change
  const excluded = change.excluded ?? view.excluded.map(({ period }) => period)
  const analysis = analyseSeries(definition, view.observations, { phases, excluded })
  return { ...view, definition, analysis, signals: signals(analysis, ruleSetOf(definition)) }
}

/** Records new limits from a period on. @throws Problem without a reason, or where a phase starts already */
export async function addPhase(db: OrganisationDb, id: SeriesId, phase: NewPhase): Promise<void> {
  if (phase.reason.trim() === '')
    throw new Problem('invalid', 'Say why the limits are new', { reason: 'Say what changed, in a few words' })
  const { rows } = await sql`
    INSERT INTO phase (organisation_id, series_id, phase_id, start_period, baseline, reason, recorded_by, recorded_at)
    VALUES (${db.organisation}, ${id}, ${newId<'phase'>()}, ${phase.start}, ${phase.baseline}, ${phase.reason.trim()}, ${phase.by}, ${new Date()})
    ON CONFLICT DO NOTHING RETURNING phase_id`.execute(db)
  if (!rows[0])
    throw new Problem('conflict', 'New limits start there already', {
      start: 'Choose another period, or withdraw the limits that start there',
    })
  await rejudgeSeries(db, [id], { because: 'limits', by: phase.by })
  await recordHappening(db, {
    by: phase.by,
    what: 'rebased',
    subject: { kind: 'series', id },
    detail: { start: phase.start },
  })
}

/** The limits are as before; the record says who withdrew them and when. */
export async function withdrawPhase(db: OrganisationDb, id: SeriesId, phaseId: string, by: PersonId): Promise<void> {
  const { rows } = await sql`
    UPDATE phase SET withdrawn_by = ${by}, withdrawn_at = ${new Date()}
     WHERE organisation_id = ${db.organisation} AND series_id = ${id} AND phase_id = ${phaseId} AND withdrawn_at IS NULL RETURNING phase_id`.execute(
    db,
  )
  if (!rows[0]) throw new Problem('conflict', 'These limits were withdrawn already')
  await rejudgeSeries(db, [id], { because: 'limits', by })
  await recordHappening(db, {
    by,
    what: 'withdrew limits',
    subject: { kind: 'series', id },
    detail: { phase: phaseId },
  })
}

export async function addAnnotation(
  db: OrganisationDb,
  id: SeriesId,
  note: { readonly period: PeriodNumber; readonly text: string; readonly by: PersonId },
): Promise<string> {
  if (note.text.trim() === '')
    throw new Problem('invalid', 'The note is empty', { text: 'Say what happened, in a few words' })
  const annotationId = newId<'annotation'>()
  await sql`
    INSERT INTO annotation (organisation_id, series_id, annotation_id, period, text, recorded_by, recorded_at)
    VALUES (${db.organisation}, ${id}, ${annotationId}, ${note.period}, ${note.text.trim()}, ${note.by}, ${new Date()})`.execute(
    db,
  )
  await changeData(db)
  await recordHappening(db, {
    by: note.by,
    what: 'noted',
    subject: { kind: 'series', id },
    detail: { annotation: annotationId },
  })
  return annotationId
}

export async function removeAnnotation(
  db: OrganisationDb,
  id: SeriesId,
  annotationId: string,
  by: PersonId,
): Promise<void> {
  await sql`
    UPDATE annotation SET removed_by = ${by}, removed_at = ${new Date()}
     WHERE organisation_id = ${db.organisation} AND series_id = ${id} AND annotation_id = ${annotationId} AND removed_at IS NULL`.execute(
    db,
  )
  await changeData(db)
  await recordHappening(db, {
    by,
    what: 'removed note',
    subject: { kind: 'series', id },
    detail: { annotation: annotationId },
  })
}

/** A person looked at a proposed phase and says why the limits stay. */
export async function declinePhase(
  db: OrganisationDb,
  id: SeriesId,
  declined: { readonly version: number; readonly reason: string; readonly by: PersonId },
): Promise<void> {
  if (declined.reason.trim() === '')
    throw new Problem('invalid', 'Say why the limits stay', { reason: 'Say why, in a few words' })
  await sql`
    INSERT INTO declined_phase (organisation_id, series_id, version, reason, recorded_by, recorded_at)
    VALUES (${db.organisation}, ${id}, ${declined.version}, ${declined.reason.trim()}, ${declined.by}, ${new Date()}) ON CONFLICT DO NOTHING`.execute(
    db,
  )
  await changeData(db)
  await recordHappening(db, {
    by: declined.by,
    what: 'kept limits',
    subject: { kind: 'series', id },
    detail: { version: declined.version },
  })
}

function holderCondition(holder: 'own' | 'peers' | 'all') {
  if (holder === 'all') return sql`true`
  return holder === 'own' ? sql`s.unit_id IS NOT NULL` : sql`s.peer_id IS NOT NULL`
}

function holderOf(row: PlaceRow): Holder {
  return { kind: row.holder_kind, id: row.holder_id, code: row.holder_code, name: row.holder_name } as Holder
}

async function listPhases(db: OrganisationDb, id: SeriesId): Promise<readonly PhaseRecord[]> {
  const { rows } = await sql<PhaseRecord>`
    SELECT f.phase_id AS id, f.start_period AS start, f.baseline, f.reason, coalesce(p.name, '') AS "recordedBy", f.recorded_at AS "recordedAt"
      FROM phase f LEFT JOIN person p ON (p.organisation_id, p.person_id) = (f.organisation_id, f.recorded_by)
     WHERE f.organisation_id = ${db.organisation} AND f.series_id = ${id} AND f.withdrawn_at IS NULL
     ORDER BY f.start_period`.execute(db)
  return rows
}

async function listAnnotations(db: OrganisationDb, id: SeriesId): Promise<readonly Annotation[]> {
  const { rows } = await sql<Annotation>`
    SELECT a.annotation_id AS id, a.period, a.text, coalesce(p.name, '') AS "recordedBy", a.recorded_at AS "recordedAt"
      FROM annotation a LEFT JOIN person p ON (p.organisation_id, p.person_id) = (a.organisation_id, a.recorded_by)
     WHERE a.organisation_id = ${db.organisation} AND a.series_id = ${id} AND a.removed_at IS NULL
     ORDER BY a.period, a.recorded_at`.execute(db)
  return rows
}

/** Versions that count something else than the one before, oldest first. */
async function listCountChanges(
  db: OrganisationDb,
  series: PlaceRow & { readonly definition: MeasureDefinition },
): Promise<readonly CountChange[]> {
  const { rows } = await sql<Omit<CountChange, 'start'>>`
    SELECT v.version, v.reason AS why, v.recorded_at AS "recordedAt",
           EXISTS (SELECT FROM declined_phase d WHERE d.organisation_id = v.organisation_id AND d.series_id = ${series.id} AND d.version = v.version) AS "isDeclined"
      FROM measure_version v
     WHERE v.organisation_id = ${db.organisation} AND v.measure_id = ${series.measure_id} AND v.changes_count
     ORDER BY v.version`.execute(db)
  const calendar = calendarOf(series.definition)
  return rows.map((row) => ({
    ...row,
    start: periodOfDay(
      today(() => row.recordedAt),
      calendar,
    ),
  }))
}

/** The newest change of what is counted that nobody has answered, neither by new limits nor by declining them. */
function proposedPhase(changes: readonly CountChange[], phases: readonly PhaseRecord[]): SeriesView['proposedPhase'] {
  const change = changes.at(-1)
  if (!change || !isUndecided(change, phases)) return null
  return { version: change.version, start: change.start, why: change.why }
}
