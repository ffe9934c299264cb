import type { PeriodReader } from '#understand/intake/applying/periodOf.ts'
import { folded } from '#understand/intake/cells.ts'
import { periodPart, withoutPeriod } from '#understand/intake/headings.ts'
import { ANY_PERIOD, type ColumnUse, type Mapping } from '#understand/intake/mapping.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** One figure that each row gives: which measure, from which columns (counted from 0), in which period where the heading says it. */
export interface Reading {
  /** Place in the mapping's list of measures. */
  readonly measure: number
  readonly stratum: string
  /** Null when the row, the title or the file says it. */
  readonly period: PeriodNumber | null
  readonly numerators: readonly number[]
  readonly denominators: readonly number[]
  /** −1 for none. */
  readonly spread: number
}

/** A mapping laid over the headings that a sheet really has: columns by number. */
export interface Layout {
  readonly headings: readonly string[]
  readonly code: readonly number[]
  readonly name: readonly number[]
  readonly period: readonly number[]
  readonly strata: readonly number[]
  readonly measure: readonly number[]
  /** Every column whose cells name something that is kept: a unit, a stratum, a measure. */
  readonly names: readonly number[]
  readonly readings: readonly Reading[]
  /** Every column that a reading uses. */
  readonly figures: readonly number[]
}

/** Lays a mapping over headings; or says which of its columns are not there. */
export function layOver(
  mapping: Mapping,
  headings: readonly string[],
  periodOf: PeriodReader,
): Layout | { readonly lacking: readonly string[] } {
  const places = new Map<string, number>()
  headings.forEach((heading, at) => {
    if (heading !== '' && !places.has(folded(heading))) places.set(folded(heading), at)
  })
  const lacking: string[] = []
  const at = (heading: string): number => {
    const place = places.get(folded(heading))
    if (place === undefined) lacking.push(heading)
    return place ?? -1
  }
  const placesFor = (use: ColumnUse) =>
    mapping.columns.filter((column) => column.use === use).map((column) => at(column.heading))
  const keys = {
    code: placesFor('code'),
    name: placesFor('name'),
    strata: placesFor('stratum'),
    measure: placesFor('measure'),
  }
  const period = mapping.period.from === 'column' ? placesFor('period') : []
  const readings =
    mapping.period.from === 'heading' ? acrossPeriods(mapping, headings, periodOf, lacking) : ownColumns(mapping, at)
  if (lacking.length > 0) return { lacking }
  const figures = readings.flatMap((one) => [
    ...one.numerators,
    ...one.denominators,
    ...(one.spread >= 0 ? [one.spread] : []),
  ])
  const names = [...keys.code, ...keys.name, ...keys.strata, ...keys.measure]
  return { headings, ...keys, names, period, readings, figures: [...new Set(figures)] }
}

function ownColumns(mapping: Mapping, at: (heading: string) => number): readonly Reading[] {
  return mapping.measures.map((measure, i) => ({
    measure: i,
    stratum: measure.stratum,
    period: null,
    numerators: measure.numerator.map(at),
    denominators: measure.denominator.map(at),
    spread: measure.spread === '' ? -1 : at(measure.spread),
  }))
}

/** Each period that the headings name gives each measure once, where all its columns are there. */
function acrossPeriods(
  mapping: Mapping,
  headings: readonly string[],
  periodOf: PeriodReader,
  lacking: string[],
): readonly Reading[] {
  const byPeriod = new Map<PeriodNumber, Map<string, number>>()
  headings.forEach((heading, at) => {
    const part = periodPart(heading)
    const period = part === null ? null : periodOf([part])
    if (period === null) return
    const labels = byPeriod.get(period) ?? new Map<string, number>()
    if (!labels.has(folded(withoutPeriod(heading)))) labels.set(folded(withoutPeriod(heading)), at)
    byPeriod.set(period, labels)
  })
  const readings = [...byPeriod].flatMap(([period, labels]) =>
    mapping.measures.flatMap((measure, i): Reading[] => {
      const places = (wanted: readonly string[]) => wanted.map((heading) => labels.get(folded(heading)) ?? -1)
      const [numerators, denominators] = [places(measure.numerator), places(measure.denominator)]
      const spread = measure.spread === '' ? -1 : (labels.get(folded(measure.spread)) ?? -1)
      const isThere = ![...numerators, ...denominators].includes(-1)
      return isThere ? [{ measure: i, stratum: measure.stratum, period, numerators, denominators, spread }] : []
    }),
  )
  if (readings.length === 0) lacking.push(ANY_PERIOD)
  return readings
}
