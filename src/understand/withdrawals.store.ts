import type { OrganisationDb } from '#platform/database.ts'
import { planFacts, plannedSeries } from '#understand/factsPlan.store.ts'
import type { FileFacts, HiddenFigures, SeriesFacts } from '#understand/intake/facts.ts'
import { listMeasures } from '#understand/measure.store.ts'
import { unpack } from '#understand/observation.ts'
import { readObservations } from '#understand/seriesRows.store.ts'

/**
 * Adds to the facts of a file that figures which we hold, and which it marks as hidden or missing, are withdrawn: an entry
 * without a figure at their periods. What the file gives elsewhere stays given, and the facts stay as they are where
 * nothing is withdrawn.
 */
export async function withWithdrawals(db: OrganisationDb, facts: FileFacts): Promise<FileFacts> {
  const withdrawn = await heldButHidden(db, facts)
  if (withdrawn.series.length === 0) return facts
  const byKey = new Map(facts.series.map((one) => [keyOf(one), one]))
  for (const one of withdrawn.series) {
    const given = byKey.get(keyOf(one))
    byKey.set(keyOf(one), given ? together(given, one) : one)
  }
  const codes = new Set(facts.measures.map(({ code }) => code))
  const holders = new Set(facts.holders.map(({ code }) => code))
  return {
    ...facts,
    series: [...byKey.values()],
    measures: [...facts.measures, ...withdrawn.measures.filter(({ code }) => !codes.has(code))],
    holders: [...facts.holders, ...withdrawn.holders.filter(({ code }) => !holders.has(code))],
  }
}

/** As facts of their own: each figure that we hold and that a file marks as hidden or missing. Reads only. */
export async function heldButHidden(db: OrganisationDb, facts: FileFacts): Promise<FileFacts> {
  const all = facts.hidden ?? []
  const none = { ...facts, series: [], measures: [], holders: [], hidden: [] }
  if (all.length === 0) return none
  const ours = new Map((await listMeasures(db)).map(({ definition }) => [definition.code, definition]))
  const hidden = all.filter(({ measure }) => ours.has(measure))
  const holders = new Map(hidden.map(({ holder }) => [holder.code, holder]))
  const measures = [...new Set(hidden.map(({ measure }) => measure))].map((code) => ours.get(code)!)
  const asked = { ...none, series: hidden.map(withoutFigures), measures, holders: [...holders.values()] }
  const plan = await planFacts(db, asked)
  const inForce = asked.series.flatMap((one) => {
    const series = plannedSeries(plan, one)
    return series && !series.withdrawn ? [{ one, id: series.id }] : []
  })
  const known = await readObservations(
    db,
    inForce.map(({ id }) => id),
  )
  const given = new Map(facts.series.map((one) => [keyOf(one), new Set(one.periods)]))
  const series = inForce.flatMap(({ one, id }) => {
    const held = unpack(known.get(id)!)
    const periods = [...new Set(one.periods)].filter(
      (period) => held.has(period) && !given.get(keyOf(one))?.has(period),
    )
    return periods.length === 0 ? [] : [withoutFigures({ ...one, holder: holders.get(one.holder)!, periods })]
  })
  return { ...asked, series }
}

function withoutFigures({ measure, holder, stratum, periods }: HiddenFigures): SeriesFacts {
  const none = () => new Float64Array(periods.length).fill(Number.NaN)
  const names = { measure, holder: holder.code, stratum }
  return { ...names, periods, numerators: none(), denominators: none(), spreads: null, provisional: null }
}

function together(given: SeriesFacts, withdrawn: SeriesFacts): SeriesFacts {
  const { length } = withdrawn.periods
  const none = new Float64Array(length).fill(Number.NaN)
  const joined = (values: Float64Array | null) => values && Float64Array.of(...values, ...none)
  return {
    ...given,
    periods: [...given.periods, ...withdrawn.periods],
    numerators: joined(given.numerators)!,
    denominators: joined(given.denominators),
    spreads: joined(given.spreads),
    provisional: given.provisional && [...given.provisional, ...withdrawn.periods.map(() => false)],
  }
}

function keyOf({ measure, holder, stratum }: SeriesFacts): string {
  return `${measure}\n${holder}\n${stratum}`
}
