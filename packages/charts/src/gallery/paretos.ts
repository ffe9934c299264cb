import { type ParetoCategory, pareto, paretoReading } from '@golden-thread/spc'
import type { ParetoChart } from '../pareto/paretoChart.ts'
import { steady, whole } from './figures.ts'

/** A Pareto chart of the gallery, and what to look for in it. */
export interface ParetoCase {
  readonly name: string
  readonly note: string
  readonly chart: (id: string) => ParetoChart
}

const LATE: readonly ParetoCategory[] = [
  { name: 'Waiting for medicines to take home', count: 142 },
  { name: 'Waiting for transport', count: 88 },
  { name: 'Discharge letter not written', count: 61 },
  { name: 'Family not told', count: 24 },
  { name: 'Test result outstanding', count: 18 },
  { name: 'Equipment for home', count: 12 },
  { name: 'Bed in community hospital', count: 9 },
  { name: 'Therapy assessment', count: 6 },
  { name: 'Other', count: 21 },
]

function galleryPareto(
  id: string,
  categories: readonly ParetoCategory[],
  given: Partial<ParetoChart> = {},
): ParetoChart {
  const result = pareto(categories)
  const wording = {
    things: 'late discharges',
    noun: 'reason',
    countFormat: whole,
    shareFormat: (share: number) => `${(share * 100).toFixed(1)}%`,
    title: 'Why patients leave after noon',
    ...given,
  }
  const { countFormat: count, shareFormat: share } = wording
  const { headline, rest } = paretoReading(result, { ...wording, count, share })
  return { id, description: `${headline} ${rest}`.trim(), pareto: result, ...wording }
}

/** Every state that counts by category can be in. */
export const PARETO_CASES: readonly ParetoCase[] = [
  {
    name: 'pareto',
    note: 'The vital few in ink with bold names, the rest in tint, what is gathered as other dashed and last.',
    chart: (id) =>
      galleryPareto(id, LATE, {
        stamp: 'Data as at 8 July 2026. Discharge team’s tally, Wexcombe Hospitals (fictional).',
      }),
  },
  {
    name: 'pareto-even',
    note: 'No few stand out: no bar is filled.',
    chart: (id) =>
      galleryPareto(
        id,
        LATE.slice(0, 6).map(({ name }, at) => ({ name, count: 40 - at })),
      ),
  },
  {
    name: 'pareto-other-too-large',
    note: 'Most is under other, which stands last however large.',
    chart: (id) => galleryPareto(id, [...LATE.slice(3, 8), { name: 'Other', count: 240 }]),
  },
  {
    name: 'pareto-one',
    note: 'One category.',
    chart: (id) => galleryPareto(id, LATE.slice(0, 1)),
  },
  {
    name: 'pareto-many',
    note: 'Forty categories: the smallest are one bar, and the table has them all.',
    chart: (id) =>
      galleryPareto(
        id,
        steady(7, 40, 0, 1).map((chance, at) => ({
          name: `Reason ${at + 1}`,
          count: Math.round(300 * 0.84 ** at + Math.abs(chance) * 4),
        })),
      ),
  },
  {
    name: 'pareto-long-names',
    note: 'Names of whole sentences, and counts in millions.',
    chart: (id) =>
      galleryPareto(
        id,
        LATE.slice(0, 5).map(({ name, count }) => ({
          name: `${name}, although it was asked for the day before and nobody said that it would not be ready in time for the lift home`,
          count: count * 31_415,
        })),
        { things: 'pounds' },
      ),
  },
  {
    name: 'pareto-zeros',
    note: 'Some categories never happened: they keep their place.',
    chart: (id) =>
      galleryPareto(
        id,
        LATE.slice(0, 5).map(({ name }, at) => ({ name, count: at < 2 ? 9 - 4 * at : 0 })),
      ),
  },
  {
    name: 'pareto-nothing',
    note: 'Categories, and nothing counted yet.',
    chart: (id) =>
      galleryPareto(
        id,
        LATE.slice(0, 4).map(({ name }) => ({ name, count: 0 })),
      ),
  },
  { name: 'pareto-empty', note: 'No categories yet.', chart: (id) => galleryPareto(id, []) },
]
