import { sql } from 'kysely'
import { rootUnit } from '#organisation/organisation.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { MeasureId, SeriesId } from '#platform/ids.ts'
import type { FileFacts, NamedHolder, ProposedMeasure, SeriesFacts } from '#understand/intake/facts.ts'
import { listMeasures } from '#understand/measure.store.ts'
import { checkDefinition, type MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'

/** The measure that facts speak of: ours, or one that would be made. */
export interface PlannedMeasure {
  readonly id: MeasureId | null
  readonly version: number
  readonly definition: MeasureDefinition
}

/** The unit or peer of a code in the file; null when it would be made. */
export interface PlannedHolder {
  readonly as: 'unit' | 'peer'
  readonly id: string | null
  readonly named: NamedHolder
}

/** What the database already has of everything that the facts name. */
export interface Plan {
  readonly measures: ReadonlyMap<string, PlannedMeasure>
  readonly holders: ReadonlyMap<string, PlannedHolder>
  /** By `placeKey`. Withdrawn ones too: an import that names them brings them back. */
  readonly series: ReadonlyMap<string, PlannedSeries>
}

export interface PlannedSeries {
  readonly id: SeriesId
  /** Brought by an import that was taken back: nothing is known of it now. */
  readonly withdrawn: boolean
}

export function placeKey(measure: string, holder: string, stratum: string): string {
  return `${measure} ${holder} ${stratum}`
}

/** The series of these facts, where there is one. */
export function plannedSeries(plan: Plan, { measure, holder, stratum }: SeriesFacts): PlannedSeries | undefined {
  const measureId = plan.measures.get(measure)?.id
  const holderId = plan.holders.get(holder)?.id
  return measureId && holderId ? plan.series.get(placeKey(measureId, holderId, stratum)) : undefined
}

/** @throws Problem when facts do not fit the measure that they name */
export async function planFacts(db: OrganisationDb, facts: FileFacts): Promise<Plan> {
  const ours = new Map((await listMeasures(db)).map((measure) => [measure.definition.code, measure]))
  const measures = new Map<string, PlannedMeasure>()
  for (const proposed of facts.measures) {
    const known = ours.get(proposed.code)
    measures.set(proposed.code, known ?? { id: null, version: 1, definition: definitionOf(proposed) })
  }
  for (const one of facts.series) fits(one, measures, facts)
  const ids = [...measures.values()].flatMap((measure) => measure.id ?? [])
  return { measures, holders: await planHolders(db, facts.holders), series: await seriesOf(db, ids) }
}

/** A measure as the mapping proposes it. @throws Problem naming each field that is wrong */
function definitionOf(proposed: ProposedMeasure): MeasureDefinition {
  const kind = kindOf(proposed.kind)
  const denominator = proposed.denominator || (kind.needsDenominator ? 'as in the file' : '')
  const outcome = checkDefinition({ ...proposed, denominator })
  if ('definition' in outcome) return outcome.definition
  const faults = outcome.faults.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new Problem('invalid', `The measure “${proposed.code}” cannot be made. ${faults}`)
}

function fits(one: SeriesFacts, measures: ReadonlyMap<string, PlannedMeasure>, facts: FileFacts): void {
  const measure = measures.get(one.measure)
  if (!measure) throw new Error(`Facts name a measure that they do not propose: ${one.measure}`)
  const { definition } = measure
  const proposed = facts.measures.find((candidate) => candidate.code === one.measure)!
  if (
    proposed.period !== definition.period ||
    (definition.period === 'week' && proposed.weekEnds !== definition.weekEnds)
  ) {
    throw new Problem(
      'invalid',
      `“${definition.name}” is kept by ${definition.period}, and the file gives it by ${proposed.period}. Give the file’s measure another code, or change its period in the mapping`,
    )
  }
  const kind = kindOf(definition.kind)
  if (proposed.kind !== definition.kind) {
    throw new Problem(
      'invalid',
      `“${definition.name}” is kept as “${kind.label}”, and the file gives it as “${kindOf(proposed.kind).label}”. Give the file’s measure another code, or change its kind in the mapping`,
    )
  }
  if (kind.storedByMultiplier && proposed.multiplier !== definition.multiplier) {
    throw new Problem(
      'invalid',
      `“${definition.name}” is shown × ${definition.multiplier}, and the file’s figures are to be shown × ${proposed.multiplier}. Give the file’s measure another code`,
    )
  }
  if (kind.needsDenominator && !one.denominators) {
    throw new Problem(
      'invalid',
      `“${definition.name}” needs a denominator (${definition.denominator}), and the file gives none. Choose the column of the denominator in the mapping`,
    )
  }
}

async function planHolders(
  db: OrganisationDb,
  named: readonly NamedHolder[],
): Promise<ReadonlyMap<string, PlannedHolder>> {
  // Codes of our own tree are in capitals, however a file writes them.
  const codes = named.flatMap(({ code }) => [code, code.toUpperCase()])
  const { rows } = await sql<{ code: string; as: 'unit' | 'peer'; id: string }>`
    SELECT code, 'unit' AS "as", unit_id AS id FROM unit
     WHERE organisation_id = ${db.organisation} AND code = ANY(${codes}::text[]) AND withdrawn_at IS NULL
     UNION ALL
    SELECT code, 'peer', peer_id FROM peer
     WHERE organisation_id = ${db.organisation} AND code = ANY(${codes}::text[]) AND withdrawn_at IS NULL`.execute(db)
  // Our own units come first: a code of our tree is never a peer.
  const known = new Map(rows.toReversed().map((row) => [row.code, row]))
  const own = named.some((holder) => holder.code === '') ? await rootUnit(db) : null
  return new Map(
    named.map((holder) => {
      const capitals = known.get(holder.code.toUpperCase())
      const ours = capitals?.as === 'unit' ? capitals : undefined
      const found = holder.code === '' ? { as: 'unit' as const, id: own! } : (ours ?? known.get(holder.code))
      return [holder.code, { as: found?.as ?? holder.as, id: found?.id ?? null, named: holder }]
    }),
  )
}

async function seriesOf(
  db: OrganisationDb,
  measures: readonly MeasureId[],
): Promise<ReadonlyMap<string, PlannedSeries>> {
  const { rows } = await sql<PlannedSeries & { measure: string; holder: string; stratum: string }>`
    SELECT series_id AS id, withdrawn_at IS NOT NULL AS withdrawn, measure_id AS measure, coalesce(unit_id, peer_id) AS holder, stratum
      FROM series
     WHERE organisation_id = ${db.organisation} AND measure_id = ANY(${measures}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [placeKey(row.measure, row.holder, row.stratum), row]))
}
