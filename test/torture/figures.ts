import type { OrganisationDb } from '#platform/database.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { changeDraft, startImport } from '#understand/imports.store.ts'
import type { FileFacts, ProposedMeasure, SeriesFacts } from '#understand/intake/facts.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

/** Wards that report in turn: figures go to several series, and each series grows over several blocks. */
export const WARDS = 3
const START = 2000 * 12

const FALLS: ProposedMeasure = {
  code: 'falls',
  name: 'Falls',
  kind: 'count',
  period: 'month',
  weekEnds: 0,
  unit: '',
  multiplier: 1,
  decimals: 0,
  numerator: 'falls',
  denominator: '',
}

/** The figure with this number is the number itself, of the ward whose turn it is. */
export async function takeInFigure(db: OrganisationDb, number: number): Promise<void> {
  const importId = await startImport(db, { door: 'typed', fileName: `figure ${number}`, fileBytes: 0, by: null })
  await acceptImport(db, { importId, facts: factsOf(number), placements: {}, by: null })
  await changeDraft(db, importId, ['reading'], { state: 'accepted' })
}

function factsOf(number: number): FileFacts {
  const ward = `WARD-${number % WARDS}`
  const series: SeriesFacts = {
    measure: FALLS.code,
    holder: ward,
    stratum: '',
    periods: [START + Math.floor(number / WARDS)],
    numerators: Float64Array.of(number),
    denominators: null,
    spreads: null,
    provisional: null,
  }
  const holder = { code: ward, name: ward, as: 'unit' } as const
  return { series: [series], measures: [FALLS], holders: [holder], faults: [], leftOut: [], rows: 1 }
}

/** Every figure that is there, in order, and each ward's latest as its stored row of the overview has it. */
export async function readFigures(
  db: OrganisationDb,
): Promise<{ figures: readonly number[]; latest: readonly number[] }> {
  const figures: number[] = []
  const latest: number[] = []
  for (const { id, value } of await listSummaries(db, { measure: 'falls' })) {
    const { observations } = await findSeries(db, id)
    figures.push(...observations.numerators)
    latest.push(value ?? Number.NaN)
  }
  const inOrder = (a: number, b: number) => a - b
  return { figures: figures.sort(inOrder), latest: latest.sort(inOrder) }
}
