import { type Analysis, signals } from '@golden-thread/spc'
import { sql } from 'kysely'
import { floatRows, integerRows, integers, texts } from '#platform/binaryArrays.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { type ImportId, newId, type PersonId, type SeriesId } from '#platform/ids.ts'
import { type BlockRow, bitText, fromBitText, fromBlocks, toBlocks } from '#understand/blocks.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import type { Entry } from '#understand/observation.ts'
import type { PeriodNumber } from '#understand/period.ts'
import type { JudgedBecause, Observations } from '#understand/series.ts'
import {
  AS_THEY_COME,
  analyseSeries,
  type LimitsInForce,
  type PhaseStart,
  type SeriesState,
  stateOf,
} from '#understand/seriesState.ts'

/** Everything of one series that an import, or a change of its definition or limits, writes anew. */
export interface SeriesWrite {
  readonly id: SeriesId
  readonly definition: MeasureDefinition
  readonly version: number
  readonly limits: LimitsInForce
  readonly observations: Observations
}

/** What goes into the log of what was known when. */
export interface LogWrite extends SeriesWrite {
  readonly entry: Entry
  readonly restated: number
}

/** What the statistics say of one series, and as it is stored. */
export interface Judged {
  readonly analysis: Analysis
  readonly state: SeriesState
  readonly stateText: string
  readonly signalsText: string
}

const EMPTY: Observations = {
  periods: [],
  numerators: new Float64Array(0),
  denominators: null,
  spreads: null,
  provisional: [],
}
export const EMPTY_ENTRY: Entry = { ...EMPTY, provisional: null }

export async function readObservations(
  db: OrganisationDb,
  ids: readonly SeriesId[],
): Promise<ReadonlyMap<SeriesId, Observations>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<BlockRow & { series_id: SeriesId }>`
    SELECT series_id, first_period, days, numerators, denominators, spreads, provisional FROM observation_block
     WHERE organisation_id = ${db.organisation} AND series_id = ANY(${ids}::uuid[])
     ORDER BY series_id, block`.execute(db)
  const blocks = Map.groupBy(rows, (row) => row.series_id)
  return new Map(ids.map((id) => [id, fromBlocks(blocks.get(id) ?? [])]))
}

/** What people decided about the limits of each series. */
export async function readLimits(
  db: OrganisationDb,
  ids: readonly SeriesId[],
): Promise<(id: SeriesId) => LimitsInForce> {
  if (ids.length === 0) return () => AS_THEY_COME
  const { rows: starts } = await sql<PhaseStart & { series_id: SeriesId }>`
    SELECT series_id, start_period AS start, baseline FROM phase
     WHERE organisation_id = ${db.organisation} AND series_id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL
     ORDER BY series_id, start_period`.execute(db)
  const { rows: points } = await sql<{ series_id: SeriesId; period: PeriodNumber }>`
    SELECT series_id, period FROM excluded_point
     WHERE organisation_id = ${db.organisation} AND series_id = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL
     ORDER BY series_id, period`.execute(db)
  const phases = Map.groupBy(starts, (row) => row.series_id)
  const excluded = Map.groupBy(points, (row) => row.series_id)
  return (id) => ({
    phases: phases.get(id) ?? [],
    excluded: (excluded.get(id) ?? []).map(({ period }) => period),
  })
}

/** Puts the observations known now in place of those known before. */
export async function writeBlocks(db: OrganisationDb, writes: readonly SeriesWrite[], areNew: boolean): Promise<void> {
  if (!areNew) {
    await sql`DELETE FROM observation_block
               WHERE organisation_id = ${db.organisation} AND series_id = ANY(${writes.map((write) => write.id)}::uuid[])`.execute(
      db,
    )
  }
  const rows = writes.flatMap((write) =>
    toBlocks(write.observations, kindOf(write.definition.kind).dated).map((block) => ({ id: write.id, ...block })),
  )
  const days = integerRows(rows.map((row) => row.days))
  const numerators = floatRows(rows.map((row) => row.numerators))
  const denominators = floatRows(rows.map((row) => row.denominators))
  const spreads = floatRows(rows.map((row) => row.spreads))
  await sql`
    INSERT INTO observation_block (organisation_id, series_id, block, first_period, days, numerators, denominators, spreads, provisional)
    SELECT ${db.organisation}::uuid, s::uuid, b, f, (${days.values}::integer[])[d1:d2], (${numerators.values}::float8[])[n1:n2],
           (${denominators.values}::float8[])[e1:e2], (${spreads.values}::float8[])[x1:x2], p
      FROM unnest(${texts(rows.map((row) => row.id))}::text[], ${integers(rows.map((row) => row.block))}::integer[],
                  ${integers(rows.map((row) => row.firstPeriod))}::integer[],
                  ${days.first}::integer[], ${days.last}::integer[], ${numerators.first}::integer[], ${numerators.last}::integer[],
                  ${denominators.first}::integer[], ${denominators.last}::integer[], ${spreads.first}::integer[], ${spreads.last}::integer[],
                  ${texts(rows.map((row) => row.provisional))}::text[])
        AS t(s, b, f, d1, d2, n1, n2, e1, e2, x1, x2, p)`.execute(db)
}

/** Limits, verdicts and signals of a series. Pure. */
export function judged({ definition, observations, limits }: SeriesWrite): Judged {
  const analysis = analyseSeries(definition, observations, limits)
  const state = stateOf(definition, observations, analysis)
  const signalsText = textOfSignals(analysis, observations, definition)
  return { analysis, state, stateText: JSON.stringify(state), signalsText }
}

/** Stores beside each series what was computed of it. */
export async function writeStates(
  db: OrganisationDb,
  writes: readonly SeriesWrite[],
  results: readonly Judged[],
): Promise<void> {
  await sql`
    INSERT INTO series_state (organisation_id, series_id, variation, assurance, latest_period, summary, signals, engine, definition_version, computed_at)
    SELECT ${db.organisation}::uuid, s::uuid, v, a, l, j::json, g::json, e, d, ${new Date()}
      FROM unnest(${texts(writes.map((write) => write.id))}::text[], ${texts(results.map(({ state }) => state.variation))}::text[],
                  ${texts(results.map(({ state }) => state.assurance))}::text[],
                  ${integers(results.map(({ state }) => state.latestPeriod))}::integer[],
                  ${texts(results.map((result) => result.stateText))}::text[], ${texts(results.map((result) => result.signalsText))}::text[],
                  ${texts(results.map(({ analysis }) => analysis.engine))}::text[], ${integers(writes.map((write) => write.version))}::integer[])
        AS t(s, v, a, l, j, g, e, d)
    ON CONFLICT (organisation_id, series_id) DO UPDATE
       SET variation = excluded.variation, assurance = excluded.assurance, latest_period = excluded.latest_period,
           summary = excluded.summary, signals = excluded.signals, engine = excluded.engine,
           definition_version = excluded.definition_version, computed_at = excluded.computed_at`.execute(db)
}

/** What made an entry of the log: an import, one that was taken back, or a judgement of what was known already. */
export type LogCause =
  | { readonly kind: 'observed' | 'taken back'; readonly importId: ImportId }
  | { readonly kind: 'judged'; readonly because: JudgedBecause; readonly by: PersonId | null }

/** Adds to the log of what was known when; nothing in it is ever changed. */
export async function writeLog(
  db: OrganisationDb,
  cause: LogCause,
  writes: readonly LogWrite[],
  results: readonly Judged[],
): Promise<void> {
  const { kind } = cause
  const { importId, because, by } =
    kind === 'judged' ? { importId: null, ...cause } : { because: null, by: null, ...cause }
  const periods = integerRows(writes.map(({ entry }) => entry.periods))
  const numerators = floatRows(writes.map(({ entry }) => entry.numerators))
  const denominators = floatRows(writes.map(({ entry }) => entry.denominators))
  const spreads = floatRows(writes.map(({ entry }) => entry.spreads))
  await sql`
    INSERT INTO observation_log (organisation_id, series_id, log_id, import_id, kind, because, judged_by, known_at, periods, numerators,
                                 denominators, spreads, provisional, restated, variation, assurance, signals, targets, phases, excluded,
                                 definition_version, engine)
    SELECT ${db.organisation}::uuid, s::uuid, l::uuid, ${importId}::uuid, ${kind}, ${because}, ${by}::uuid, ${new Date()},
           (${periods.values}::integer[])[p1:p2], (${numerators.values}::float8[])[n1:n2], (${denominators.values}::float8[])[d1:d2],
           (${spreads.values}::float8[])[x1:x2], f, r, v, a, g::jsonb, t::jsonb, h::jsonb, c::integer[], w, e
      FROM unnest(${texts(writes.map((write) => write.id))}::text[], ${texts(writes.map(() => newId<'log'>()))}::text[],
                  ${periods.first}::integer[], ${periods.last}::integer[], ${numerators.first}::integer[], ${numerators.last}::integer[],
                  ${denominators.first}::integer[], ${denominators.last}::integer[], ${spreads.first}::integer[], ${spreads.last}::integer[],
                  ${texts(writes.map(({ entry }) => entry.provisional && bitText(entry.provisional)))}::text[],
                  ${integers(writes.map((write) => write.restated))}::integer[],
                  ${texts(results.map(({ state }) => state.variation))}::text[], ${texts(results.map(({ state }) => state.assurance))}::text[],
                  ${texts(results.map((result) => result.signalsText))}::text[],
                  ${texts(writes.map((write) => JSON.stringify(write.definition.targets)))}::text[],
                  ${texts(writes.map((write) => JSON.stringify(write.limits.phases.map(({ start, baseline }) => ({ start, baseline })))))}::text[],
                  ${texts(writes.map((write) => `{${write.limits.excluded.join(',')}}`))}::text[],
                  ${integers(writes.map((write) => write.version))}::integer[], ${texts(results.map(({ analysis }) => analysis.engine))}::text[])
        AS q(s, l, p1, p2, n1, n2, d1, d2, x1, x2, f, r, v, a, g, t, h, c, w, e)`.execute(db)
}

interface EntryRow {
  readonly series_id: SeriesId
  readonly periods: readonly number[]
  readonly numerators: Float64Array
  readonly denominators: Float64Array | null
  readonly spreads: Float64Array | null
  readonly provisional: string | null
}

/** What imports said of each series, oldest first, without those that were taken back. */
export async function readEntries(
  db: OrganisationDb,
  ids: readonly SeriesId[],
): Promise<ReadonlyMap<SeriesId, readonly Entry[]>> {
  const { rows } = await sql<EntryRow>`
    SELECT l.series_id, l.periods, l.numerators, l.denominators, l.spreads, l.provisional
      FROM observation_log l
      JOIN import i ON (i.organisation_id, i.import_id) = (l.organisation_id, l.import_id)
     WHERE l.organisation_id = ${db.organisation} AND l.series_id = ANY(${ids}::uuid[])
       AND l.kind = 'observed' AND i.taken_back_at IS NULL
     ORDER BY l.series_id, l.known_at, l.log_id`.execute(db)
  const entries = rows.map((row) => ({ ...row, provisional: fromBitText(row.provisional) }))
  return Map.groupBy(entries, (entry) => entry.series_id)
}

/** Signals by the periods they stand at, short. */
function textOfSignals(analysis: Analysis, { periods }: Observations, definition: MeasureDefinition): string {
  return JSON.stringify(
    signals(analysis, ruleSetOf(definition)).map(({ rule, side, verdict, from, to }) => ({
      rule,
      side,
      verdict,
      from: periods[from],
      to: periods[to],
    })),
  )
}
