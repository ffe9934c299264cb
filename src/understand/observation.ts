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
  /** One mark a period; null when all are final. */
  readonly provisional: readonly boolean[] | null
}

/** A period; or of the events of one day the second, third and so on, each a little after the one before. */
export type Place = number

/** Events of one day that can be told apart. A power of two, so that days and their parts are exact. */
const PLACES_A_DAY = 1024

export type ByPlace = ReadonlyMap<Place, Observation>

/** Places of periods in time order: only a period that is repeated has more than its own number. */
export function placesOf(periods: readonly PeriodNumber[]): readonly Place[] {
  let nth = 0
  return periods.map((period, i) => {
    nth = i > 0 && periods[i - 1] === period ? nth + 1 : 0
    return nth === 0 ? period : period + Math.min(nth, PLACES_A_DAY - 1) / PLACES_A_DAY
  })
}

export function periodAt(place: Place): PeriodNumber {
  return Math.floor(place)
}

/** What is known when entries were said in this order: the later word on a place stands, and one without a figure withdraws it. */
export function fold(entries: Iterable<Entry>, before: ByPlace = new Map()): ByPlace {
  const known = new Map<Place, Observation>(before)
  for (const entry of entries) {
    placesOf(entry.periods).forEach((place, i) => {
      const observation = observationAt(entry, i)
      if (isNone(observation)) known.delete(place)
      else known.set(place, observation)
    })
  }
  return known
}

/** No figure at all: how an entry says that one is withdrawn. */
export function isNone({ numerator, denominator }: Observation): boolean {
  return Number.isNaN(numerator) && Number.isNaN(denominator)
}

export function observationAt(entry: Entry, i: number): Observation {
  return {
    numerator: entry.numerators[i]!,
    denominator: entry.denominators?.[i] ?? Number.NaN,
    spread: entry.spreads?.[i] ?? Number.NaN,
    provisional: entry.provisional?.[i] ?? false,
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
export function pack(known: ByPlace, dated: boolean): Observations {
  const given = [...known.keys()].sort((a, b) => a - b)
  const first = given[0] ?? 0
  const length = given.length === 0 ? 0 : given.at(-1)! - first + 1
  const places = dated ? given : Array.from({ length }, (_, i) => first + i)
  const numerators = new Float64Array(places.length).fill(Number.NaN)
  const denominators = new Float64Array(places.length).fill(Number.NaN)
  const spreads = new Float64Array(places.length).fill(Number.NaN)
  const provisional = places.map((place, i) => {
    const observation = known.get(place)
    if (!observation) return false
    numerators[i] = observation.numerator
    denominators[i] = observation.denominator
    spreads[i] = observation.spread
    return observation.provisional
  })
  return {
    periods: dated ? places.map(periodAt) : places,
    numerators,
    denominators: denominators.some((value) => !Number.isNaN(value)) ? denominators : null,
    spreads: spreads.some((value) => !Number.isNaN(value)) ? spreads : null,
    provisional,
  }
}

/**
 * What is known by the first entry of a series, packed: as `pack(fold([entry]), dated)` says it. In time order, as files
 * have them and each period once, its figures only change arrays.
 */
export function packFirst(entry: Entry, dated: boolean): Observations {
  const { periods: given } = entry
  const isOdd = (period: PeriodNumber, i: number) =>
    Number.isNaN(entry.numerators[i]) || (i > 0 && period <= given[i - 1]!)
  if (given.length === 0 || given.some(isOdd)) return pack(fold([entry]), dated)
  const first = given[0]!
  const length = dated ? given.length : given.at(-1)! - first + 1
  const isWhole = length === given.length
  const spread = (values: Float64Array | null) => {
    if (!values || values.every(Number.isNaN)) return null
    if (isWhole) return values.slice()
    const wide = new Float64Array(length).fill(Number.NaN)
    given.forEach((period, i) => {
      wide[period - first] = values[i]!
    })
    return wide
  }
  const provisional = new Array<boolean>(length).fill(false)
  entry.provisional?.forEach((mark, i) => {
    provisional[isWhole ? i : given[i]! - first] = mark
  })
  return {
    periods: isWhole ? given : Array.from({ length }, (_, i) => first + i),
    numerators: spread(entry.numerators) ?? new Float64Array(length).fill(Number.NaN),
    denominators: spread(entry.denominators),
    spreads: spread(entry.spreads),
    provisional,
  }
}

/** The reverse of `pack`: a place without any figure is no observation. */
export function unpack(observations: Observations): ByPlace {
  const known = new Map<Place, Observation>()
  placesOf(observations.periods).forEach((place, i) => {
    const numerator = observations.numerators[i]!
    const denominator = observations.denominators?.[i] ?? Number.NaN
    if (Number.isNaN(numerator) && Number.isNaN(denominator)) return
    known.set(place, {
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

export function changeBy(entry: Entry, known: ByPlace): Change {
  if (known.size === 0) return { added: entry.periods, restated: [], unchanged: 0 }
  const added: PeriodNumber[] = []
  const restated: { period: PeriodNumber; before: Observation; after: Observation }[] = []
  placesOf(entry.periods).forEach((place, i) => {
    const period = entry.periods[i]!
    const before = known.get(place)
    const after = observationAt(entry, i)
    if (!before && isNone(after)) return
    if (!before) added.push(period)
    else if (!isSame(before, after)) restated.push({ period, before, after })
  })
  return { added, restated, unchanged: entry.periods.length - added.length - restated.length }
}
