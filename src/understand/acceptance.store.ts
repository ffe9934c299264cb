import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData, rootUnit } from '#organisation/organisation.store.ts'
import { addPeers, addUnit } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { type ImportId, newId, type PersonId, type SeriesId } from '#platform/ids.ts'
import { type Plan, type PlannedMeasure, placeKey, planFacts } from '#understand/factsPlan.store.ts'
import type { ImportPreview, Placements, Restatement } from '#understand/imports.ts'
import type { FileFacts, SeriesFacts } from '#understand/intake/facts.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { type ByPeriod, type Change, changeBy, fold, type Observation, pack, unpack } from '#understand/observation.ts'
import { shortLabel } from '#understand/period.ts'
import {
  type LogWrite,
  readObservations,
  readPhaseStarts,
  writeBlocks,
  writeLog,
  writeStates,
} from '#understand/seriesRows.store.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

/** Series that are worked on at once: enough to make the round trips to the database cheap, few enough to show progress. */
const CHUNK = 1000
const RESTATEMENTS_SHOWN = 200
/** A regular series keeps a place for every period between its first and last: about a century of days. */
const LONGEST = 40_000

export interface Acceptance {
  readonly importId: ImportId
  readonly facts: FileFacts
  readonly placements: Placements
  readonly by: PersonId | null
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number) => void
}

export interface Accepted {
  readonly series: number
  readonly newSeries: number
  readonly added: number
  readonly restated: number
  readonly unchanged: number
  readonly newMeasures: readonly string[]
  readonly newUnits: readonly string[]
  readonly newPeers: number
}

/** What would change if these facts were taken in. Changes nothing. */
export async function previewImport(db: OrganisationDb, facts: FileFacts): Promise<ImportPreview> {
  const plan = await planFacts(db, facts)
  const restatements: Restatement[] = []
  const count = { series: 0, newSeries: 0, added: 0, restated: 0, unchanged: 0 }
  for (const chunk of chunks(facts.series)) {
    const ids = chunk.map((one) => seriesIdOf(plan, one))
    const known = await readObservations(
      db,
      ids.flatMap((id) => id ?? []),
    )
    chunk.forEach((one, i) => {
      const id = ids[i]
      const change = changeBy(one, id ? unpack(known.get(id)!) : new Map())
      count.series += change.added.length + change.restated.length > 0 ? 1 : 0
      count.newSeries += id ? 0 : 1
      count.added += change.added.length
      count.restated += change.restated.length
      count.unchanged += change.unchanged
      const { definition } = plan.measures.get(one.measure)!
      const room = RESTATEMENTS_SHOWN - restatements.length
      restatements.push(...change.restated.slice(0, room).map((restated) => restatementOf(one, definition, restated)))
    })
  }
  const unmade = [...plan.holders.values()].filter((holder) => holder.id === null)
  return {
    ...count,
    newMeasures: facts.measures.filter((measure) => plan.measures.get(measure.code)!.id === null),
    newUnits: unmade.filter((holder) => holder.as === 'unit').map((holder) => holder.named),
    newPeers: unmade.filter((holder) => holder.as === 'peer').map((holder) => holder.named),
    restatements,
  }
}

/**
 * Takes the facts in, whole or not at all: the caller's transaction is rolled back when this throws.
 * One import at a time in an organisation; the statistics of the touched series are stored with it.
 *
 * @throws Problem when facts do not fit, or `signal` says stop
 */
export async function acceptImport(db: OrganisationDb, acceptance: Acceptance): Promise<Accepted> {
  const { facts, importId, by, signal, onProgress } = acceptance
  await changeData(db)
  const before = await planFacts(db, facts)
  const made = await makeNew(db, before, acceptance)
  const plan = await planFacts(db, facts)
  const count = { series: 0, newSeries: 0, added: 0, restated: 0, unchanged: 0 }
  let done = 0
  for (const chunk of chunks(facts.series)) {
    stopIfAsked(signal)
    const { ids, fresh } = await ensureSeries(db, plan, chunk, importId)
    const old = ids.filter((id) => !fresh.has(id))
    const known = await readObservations(db, old)
    const phases = await readPhaseStarts(db, old)
    const writes: LogWrite[] = []
    chunk.forEach((one, i) => {
      const id = ids[i]!
      const earlier: ByPeriod = fresh.has(id) ? new Map() : unpack(known.get(id)!)
      const change = changeBy(one, earlier)
      count.added += change.added.length
      count.restated += change.restated.length
      count.unchanged += change.unchanged
      if (change.added.length + change.restated.length === 0) return
      writes.push(writeOf(id, one, plan.measures.get(one.measure)!, phases.get(id) ?? [], earlier, change))
    })
    const news = writes.filter((write) => fresh.has(write.id))
    const olds = writes.filter((write) => !fresh.has(write.id))
    for (const [part, areNew] of [
      [news, true],
      [olds, false],
    ] as const) {
      if (part.length === 0) continue
      await writeBlocks(db, part, areNew)
      await writeLog(db, importId, 'observed', part, await writeStates(db, part))
    }
    count.series += writes.length
    count.newSeries += fresh.size
    done += chunk.length
    onProgress?.(done, facts.series.length)
  }
  stopIfAsked(signal)
  await recordHappening(db, { by, what: 'accepted', subject: { kind: 'import', id: importId }, detail: count })
  return { ...count, ...made }
}

function writeOf(
  id: SeriesId,
  facts: SeriesFacts,
  measure: PlannedMeasure,
  phases: LogWrite['phases'],
  earlier: ByPeriod,
  change: Change,
): LogWrite {
  const { definition, version } = measure
  const now = new Map([...earlier, ...fold([facts])])
  const observations = pack(now, kindOf(definition.kind).dated)
  if (observations.periods.length > LONGEST) {
    const calendar = calendarOf(definition)
    throw new Problem(
      'invalid',
      `“${definition.name}” of ${facts.holder} would run from ${shortLabel(observations.periods[0]!, calendar)} to ${shortLabel(observations.periods.at(-1)!, calendar)}. Check the years in the column of periods`,
    )
  }
  return { id, definition, version, phases, observations, entry: facts, restated: change.restated.length }
}

/** Makes the measures, units and peers that the file names and that are not there. */
async function makeNew(db: OrganisationDb, plan: Plan, { importId, placements, by }: Acceptance) {
  const newMeasures: string[] = []
  for (const measure of plan.measures.values()) {
    if (measure.id !== null) continue
    await saveMeasure(db, measure.definition, { by, reason: 'Named by an imported file', importId })
    newMeasures.push(measure.definition.code)
  }
  const newUnits: string[] = []
  const peers: { code: string; name: string }[] = []
  for (const { id, as, named } of plan.holders.values()) {
    if (id !== null) continue
    const placement = placements[named.code] ?? (as === 'peer' ? { as } : { as, parent: null, kind: 'ward' as const })
    if (placement.as === 'peer') {
      peers.push({ code: named.code, name: named.name || named.code })
      continue
    }
    const parent = placement.parent ?? (await rootUnit(db))
    await addUnit(db, { code: named.code, name: named.name || named.code, kind: placement.kind, parent }, importId)
    newUnits.push(named.code)
  }
  await addPeers(db, peers, importId)
  return { newMeasures, newUnits, newPeers: peers.length }
}

/** The series of each of the facts, made or brought back where there was none in force; `fresh` are those with nothing in them. */
async function ensureSeries(db: OrganisationDb, plan: Plan, facts: readonly SeriesFacts[], importId: ImportId) {
  const found = facts.map((one) => seriesIdOf(plan, one))
  const ids = found.map((id) => id ?? newId<'series'>())
  const missing = facts.map((one, i) => ({ one, id: ids[i]!, isNew: !found[i] })).filter(({ isNew }) => isNew)
  const rows = missing.map(({ one, id }) => {
    const holder = plan.holders.get(one.holder)!
    return {
      id,
      measure: plan.measures.get(one.measure)!.id!,
      unit: holder.as === 'unit' ? holder.id : null,
      peer: holder.as === 'peer' ? holder.id : null,
      stratum: one.stratum,
    }
  })
  await sql`
    INSERT INTO series (organisation_id, series_id, measure_id, unit_id, peer_id, stratum, import_id, created_at)
    SELECT ${db.organisation}::uuid, s::uuid, m::uuid, u::uuid, p::uuid, t, ${importId}::uuid, ${new Date()}
      FROM unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.measure)}::text[], ${rows.map((row) => row.unit)}::text[],
                  ${rows.map((row) => row.peer)}::text[], ${rows.map((row) => row.stratum)}::text[]) AS q(s, m, u, p, t)`.execute(
    db,
  )
  const { rows: back } = await sql<{ series_id: SeriesId }>`
    UPDATE series SET withdrawn_at = NULL, import_id = ${importId}
     WHERE organisation_id = ${db.organisation} AND series_id = ANY(${found.flatMap((id) => id ?? [])}::uuid[]) AND withdrawn_at IS NOT NULL
    RETURNING series_id`.execute(db)
  return { ids, fresh: new Set([...missing.map(({ id }) => id), ...back.map((row) => row.series_id)]) }
}

function seriesIdOf(plan: Plan, { measure, holder, stratum }: SeriesFacts): SeriesId | undefined {
  const measureId = plan.measures.get(measure)?.id
  const holderId = plan.holders.get(holder)?.id
  return measureId && holderId ? plan.series.get(placeKey(measureId, holderId, stratum)) : undefined
}

function restatementOf(
  one: SeriesFacts,
  definition: MeasureDefinition,
  restated: Change['restated'][number],
): Restatement {
  return {
    measure: definition.name,
    holder: one.holder,
    stratum: one.stratum,
    period: shortLabel(restated.period, calendarOf(definition)),
    before: shown(restated.before, definition),
    after: shown(restated.after, definition),
  }
}

function shown(observation: Observation, definition: MeasureDefinition): string {
  const divisor = kindOf(definition.kind).divides ? observation.denominator : 1
  const value = valueText((observation.numerator / divisor) * definition.multiplier, definition)
  return observation.provisional ? `${value}, provisional` : value
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Problem('conflict', 'The import was stopped. Nothing was imported')
}

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK)
}
