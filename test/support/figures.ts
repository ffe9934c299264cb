import type { OrganisationDb } from '#platform/database.ts'
import type { PersonId } from '#platform/ids.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { changeDraft, startImport } from '#understand/imports.store.ts'
import type { SeriesFacts } from '#understand/intake/facts.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import { checkDefinition, type MeasureDefinition } from '#understand/measure.ts'

/** January 2024, as a period number of months. */
export const JANUARY_2024 = 2024 * 12

/** A monthly count of which fewer are better, unless told otherwise. @throws Error for a definition with faults */
export function aMeasure(given: Readonly<Record<string, unknown>> & { readonly code: string }): MeasureDefinition {
  const checked = checkDefinition({
    name: given.code,
    kind: 'count',
    period: 'month',
    better: 'lower',
    numerator: 'all that happened',
    area: 'Safety',
    decimals: 0,
    ...given,
  })
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults))
  return checked.definition
}

export interface TestSeries {
  readonly measure: string
  readonly values: readonly number[]
  readonly holder?: string
  /** For kinds that divide: out of what, each period. */
  readonly denominators?: readonly number[]
  readonly provisional?: boolean
  readonly from?: number
}

/** Saves the measures and takes in monthly counts for them, as an import of a file does. */
export async function takeInFigures(
  db: OrganisationDb,
  measures: readonly MeasureDefinition[],
  series: readonly TestSeries[],
  by: PersonId | null = null,
): Promise<void> {
  for (const measure of measures) await saveMeasure(db, measure, { by, reason: 'for a test' })
  const importId = await startImport(db, { door: 'page', fileName: 'figures.csv', fileBytes: 1, by })
  const holders = [...new Set(series.map(({ holder = 'TST' }) => holder))]
  const facts = {
    series: series.map(factsOf),
    measures: measures.map(({ better: _, area: __, ...proposed }) => proposed),
    holders: holders.map((code) => ({ code, name: `Named ${code}`, as: code === 'TST' ? 'unit' : 'peer' }) as const),
    faults: [],
    leftOut: [],
    rows: series.length,
  }
  await acceptImport(db, { importId, facts, placements: {}, by, overturns: true })
  await changeDraft(db, importId, ['reading'], { state: 'accepted', acceptedBy: by })
}

function factsOf({
  measure,
  values,
  holder = 'TST',
  provisional = false,
  denominators,
  from = JANUARY_2024,
}: TestSeries): SeriesFacts {
  const kept = values.map((value, i) => [from + i, value] as const).filter(([, value]) => !Number.isNaN(value))
  return {
    measure,
    holder,
    stratum: '',
    periods: kept.map(([period]) => period),
    numerators: Float64Array.from(kept, ([, value]) => value),
    denominators: denominators ? Float64Array.from(kept, ([period]) => denominators[period - from]!) : null,
    spreads: null,
    provisional: provisional ? kept.map(() => true) : null,
  }
}

/** Values that no rule flags. */
export const STEADY = [10, 12, 9, 11, 10, 8, 12, 11, 9, 10, 12, 8, 11, 10, 9, 12, 10, 11, 9, 10]
/** Ten lower, then ten high in a row. */
export const RISEN = [10, 12, 9, 11, 10, 8, 12, 11, 9, 10, 22, 24, 21, 23, 22, 20, 24, 23, 21, 22]
/** Ten higher, then ten low in a row. */
export const FALLEN = RISEN.toReversed()
