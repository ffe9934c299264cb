import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { ImportId, PersonId, SeriesId } from '#platform/ids.ts'
import { counted } from '#understand/counted.ts'
import { type PlannedSeries, planFacts, plannedSeries } from '#understand/factsPlan.store.ts'
import type { ImportPreview, Placements, Restatement } from '#understand/imports.ts'
import type { FileFacts, SeriesFacts } from '#understand/intake/facts.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { makeNew } from '#understand/namedThings.store.ts'
import { type ByPlace, type Change, changeBy, isNone, type Observation, unpack } from '#understand/observation.ts'
import { overturnedBy } from '#understand/overturn.ts'
import { shortLabel } from '#understand/period.ts'
import { enter, writeEntries } from '#understand/seriesEntry.store.ts'
import { readObservations } from '#understand/seriesRows.store.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { heldButHidden, withWithdrawals } from '#understand/withdrawals.store.ts'
import { valueText } from '#understand/wording.ts'

/** Series that are written at once: enough to make the round trips to the database cheap. */
const CHUNK = 1000
const RESTATEMENTS_SHOWN = 200
const EXAMPLES = 3
/** As the preview says it, after what was known. */
const HIDDEN = 'hidden or missing'

export interface Acceptance {
  readonly importId: ImportId
  readonly facts: FileFacts
  readonly placements: Placements
  readonly by: PersonId | null
  /** Somebody said that most figures of a series do become quite others. */
  readonly overturns?: boolean
  /** Figures that the file marks as hidden or missing are withdrawn: what we hold of them becomes missing too. */
  readonly withdraws?: boolean
  readonly signal?: AbortSignal
  /** Hears how many series are worked out, long before the first part is written. */
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
  const overturned = { figures: 0, charts: 0, examples: [] as Restatement[] }
  const count = { series: 0, newSeries: 0, added: 0, restated: 0, unchanged: 0 }
  for (const chunk of chunks(facts.series)) {
    const ids = chunk.map((one) => inForce(plannedSeries(plan, one)))
    const known = await readObservations(
      db,
      ids.flatMap((id) => id ?? []),
    )
    chunk.forEach((one, i) => {
      const id = ids[i]
      const earlier: ByPlace = id ? unpack(known.get(id)!) : new Map()
      const change = changeBy(one, earlier)
      count.series += change.added.length + change.restated.length > 0 ? 1 : 0
      count.newSeries += id ? 0 : 1
      count.added += change.added.length
      count.restated += change.restated.length
      count.unchanged += change.unchanged
      const { definition } = plan.measures.get(one.measure)!
      const others = overturnedBy(change, earlier.size, definition.kind)
      overturned.figures += others.length
      overturned.charts += others.length > 0 ? 1 : 0
      if (others[0] && overturned.examples.length < EXAMPLES)
        overturned.examples.push(restatementOf(one, definition, others[0]))
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
    overturned,
    hidden: await hiddenFigures(db, facts),
  }
}

async function hiddenFigures(db: OrganisationDb, facts: FileFacts): Promise<ImportPreview['hidden']> {
  const held = await heldButHidden(db, facts)
  if (held.series.length === 0) return { figures: 0, shown: [] }
  const { restated, restatements } = await previewImport(db, held)
  return { figures: restated, shown: restatements }
}

/**
 * Takes the facts in, whole or not at all: the caller's transaction is rolled back when this throws.
 * One import at a time in an organisation; the statistics of the touched series are stored with it.
 *
 * @throws Problem when facts do not fit, or `signal` says stop
 */
export async function acceptImport(db: OrganisationDb, acceptance: Acceptance): Promise<Accepted> {
  const { importId, by, signal, onProgress } = acceptance
  await changeData(db)
  // Another import may have been before it for long.
  stopIfAsked(signal)
  const facts = acceptance.withdraws ? await withWithdrawals(db, acceptance.facts) : acceptance.facts
  const made = await makeNew(db, await planFacts(db, facts), acceptance)
  const plan = await planFacts(db, facts)
  const count = { series: 0, newSeries: 0, added: 0, restated: 0, unchanged: 0 }
  let done = 0
  // The database writes one part while the statistics of the next are computed.
  let writing = Promise.resolve()
  for (const chunk of chunks(facts.series)) {
    const entering = await afterAnyFault(writing, async () => {
      stopIfAsked(signal)
      return enter(db, plan, chunk, (part) => {
        stopIfAsked(signal)
        onProgress?.(done + part, facts.series.length)
      })
    })
    await writing
    if (entering.overturned > 0 && !acceptance.overturns) throw overturning(entering.overturned)
    writing = writeEntries(db, plan, importId, entering)
    // Awaited above or below; were the next part to fail first, this one's failure must not end the program.
    writing.catch(() => undefined)
    count.series += entering.writes.filter((write) => write.changes).length
    count.newSeries += entering.writes.filter((write) => write.changes && write.standing !== 'in force').length
    count.added += entering.added
    count.restated += entering.restated
    count.unchanged += entering.unchanged
    done += chunk.length
    onProgress?.(done, facts.series.length)
  }
  await writing
  stopIfAsked(signal)
  await recordHappening(db, { by, what: 'accepted', subject: { kind: 'import', id: importId }, detail: count })
  return { ...count, ...made }
}

/** When a part cannot be worked out, nothing may be written any more once the transaction is given up. */
async function afterAnyFault<Result>(writing: Promise<void>, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await writing.catch(() => undefined)
    throw error
  }
}

function inForce(series: PlannedSeries | undefined): SeriesId | undefined {
  return series && !series.withdrawn ? series.id : undefined
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

function overturning(figures: number): Problem {
  const those = figures === 1 ? 'A figure' : `${counted(figures)} figures`
  return new Problem(
    'conflict',
    `${those} that we hold would become quite other ones, as if they were another measure’s. Give the file’s measure another name and code, or say that they are right`,
  )
}

function shown(observation: Observation, definition: MeasureDefinition): string {
  if (isNone(observation)) return HIDDEN
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
