import type { PeriodNumber } from '#understand/period.ts'
import type { Observations } from '#understand/series.ts'

/** One observation. */
export interface Observation {
  readonly numerator: number
  /** NaN for kinds without. */
  readonly denominator: number
  readonly spread: number
  readonly provisional: boolean
}

/** What one import says of one series: as stored in the append-only log. */
export interface Entry {
  readonly periods: readonly PeriodNumber[]
  readonly numerators: Float64Array
  readonly denominators: Float64Array | null
  readonly spreads: Float64Array | null
  readonly provisional: boolean
}

export type ByPeriod = ReadonlyMap<PeriodNumber, Observation>

/** What is known when entries were said in this order: the later word on a period stands. */
export function fold(entries: Iterable<Entry>): ByPeriod {
  const known = new Map<PeriodNumber, Observation>()
  for (const entry of entries) {
    entry.periods.forEach((period, i) => {
      known.set(period, observationAt(entry, i))
    })
  }
  return known
}

export function observationAt(entry: Entry, i: number): Observation {
  return {
    numerator: entry.numerators[i]!,
    denominator: entry.denominators?.[i] ?? Number.NaN,
    spread: entry.spreads?.[i] ?? Number.NaN,
    provisional: entry.provisional,
  }
}

export function isSame(a: Observation, b: Observation): boolean {
  return (
    Object.is(a.numerator, b.numerator) &&
    Object.is(a.denominator, b.denominator) &&
    Object.is(a.spread, b.spread) &&
    a.provisional === b.provisional
  )
}

/** Packs in time order. A regular series gets a place for every period between its first and last; events only their own. */
export function pack(known: ByPeriod, dated: boolean): Observations {
  const given = [...known.keys()].sort((a, b) => a - b)
  const first = given[0] ?? 0
  const length = given.length === 0 ? 0 : given.at(-1)! - first + 1
  const periods = dated ? given : Array.from({ length }, (_, i) => first + i)
  const numerators = new Float64Array(periods.length).fill(Number.NaN)
  const denominators = new Float64Array(periods.length).fill(Number.NaN)
  const spreads = new Float64Array(periods.length).fill(Number.NaN)
  const provisional = periods.map((period, i) => {
    const observation = known.get(period)
    if (!observation) return false
    numerators[i] = observation.numerator
    denominators[i] = observation.denominator
    spreads[i] = observation.spread
    return observation.provisional
  })
  return {
    periods,
    numerators,
    denominators: denominators.some((value) => !Number.isNaN(value)) ? denominators : null,
    spreads: spreads.some((value) => !Number.isNaN(value)) ? spreads : null,
    provisional,
  }
}

/** The reverse of `pack`: a place without any figure is no observation. */
export function unpack(observations: Observations): ByPeriod {
  const known = new Map<PeriodNumber, Observation>()
  observations.periods.forEach((period, i) => {
    const numerator = observations.numerators[i]!
    const denominator = observations.denominators?.[i] ?? Number.NaN
    if (Number.isNaN(numerator) && Number.isNaN(denominator)) return
    known.set(period, {
      numerator,
      denominator,
      spread: observations.spreads?.[i] ?? Number.NaN,
      provisional: observations.provisional[i] ?? false,
    })
  })
  return known
}

/** How an entry would change what is known. */
export interface Change {
  readonly added: readonly PeriodNumber[]
  readonly restated: readonly {
    readonly period: PeriodNumber
    readonly before: Observation
    readonly after: Observation
  }[]
  readonly unchanged: number
}

export function changeBy(entry: Entry, known: ByPeriod): Change {
  const added: PeriodNumber[] = []
  const restated: { period: PeriodNumber; before: Observation; after: Observation }[] = []
  entry.periods.forEach((period, i) => {
    const before = known.get(period)
    const after = observationAt(entry, i)
    if (!before) added.push(period)
    else if (!isSame(before, after)) restated.push({ period, before, after })
  })
  return { added, restated, unchanged: entry.periods.length - added.length - restated.length }
}
