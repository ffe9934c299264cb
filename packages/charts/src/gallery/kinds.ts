import {
  bernoulliCusum,
  type MethodOptions,
  rebasedRun,
  type SeriesInput,
  signals,
  subgroups,
} from '@golden-thread/spc'
import { bernoulliParts } from '../bernoulli.ts'
import type { ControlChart } from '../chart.ts'
import type { PairedCharts } from '../pairedCharts.ts'
import { rebasedParts } from '../rebased.ts'
import type { EdgeCase } from './edges.ts'
import { galleryChart, months, steady, whole } from './figures.ts'

const STAYS: Pick<ControlChart, 'title' | 'description' | 'format' | 'axisFormat'> = {
  title: 'Average length of stay',
  description: 'Days that patients stay, by month.',
  format: (value) => `${minus(value, 1)} days`,
  axisFormat: minus,
}

/** With the sign that is as wide as a figure. */
function minus(value: number, decimals: number): string {
  const said = value.toFixed(decimals)
  return Number(said) === 0 ? said.replace('-', '') : said.replace('-', '−')
}

/** Two years that are steady, then half a sigma lower. */
const SLOWLY_BETTER = [...steady(23, 14, 6, 1.2), ...steady(29, 16, 5.45, 1.2)]

/** A run chart whose medians follow sustained change. */
function rebased(id: string, numerators: readonly number[], given: Partial<ControlChart> = {}): ControlChart {
  const input: Omit<SeriesInput, 'chart' | 'phases'> = { direction: 'lower', numerators }
  const plain = { ...galleryChart({ id, input: { ...input, chart: 'run' }, ...STAYS }), ...given }
  const parts = rebasedParts(rebasedRun(input), plain)
  return { ...plain, ...parts, signals: signals(parts.analysis) }
}

/** A chart of averages or sums of the values, with the values behind it. */
function sequential(
  id: string,
  chart: 'ewma' | 'cusum' | 'movingAverage',
  numerators: readonly number[],
  method: MethodOptions = {},
): ControlChart {
  const drawn = galleryChart({
    id,
    input: { chart, direction: 'lower', numerators, method, phases: [{ start: 0, baseline: 14 }] },
    ...STAYS,
  })
  return chart === 'cusum' ? drawn : { ...drawn, singleValues: numerators }
}

/** So many cases, the later ones with more events. */
function cases(count: number, before: number, after: number): number[] {
  return steady(13, count, 0.5, 0.7).map((chance, at) => (chance < (at < count / 2 ? before : after) ? 1 : 0))
}

function bernoulli(id: string, outcomes: readonly number[]): ControlChart {
  const plain = galleryChart({ id, input: { numerators: [] } })
  return {
    ...plain,
    ...bernoulliParts(bernoulliCusum(outcomes, { target: 0.12 }), 'lower'),
    title: 'Surgical site infections, case by case',
    description: 'Evidence that the chance of an infection has risen, or fallen, since the last signal.',
    time: outcomes.map((_, at) => ({
      label: `case ${at + 1}`,
      tick: (at + 1) % 20 === 0 ? whole(at + 1) : '',
      group: '',
    })),
    noun: 'case',
    format: (value) => value.toFixed(2),
    axisFormat: (value, decimals) => value.toFixed(decimals),
    provisional: outcomes.map(() => false),
  }
}

/** Kinds of chart that are made of other figures than the series' own, in every state. */
export const FURTHER_KINDS: readonly EdgeCase[] = [
  {
    name: 'rebased-run',
    note: 'Each median with its figure, its span and its start; heavy over the values that it is of.',
    chart: (id) => rebased(id, [...steady(3, 14, 6.4, 1.2), ...steady(5, 13, 5.4, 1), ...steady(7, 12, 4.6, 1)]),
  },
  {
    name: 'rebased-run-many',
    note: 'Five medians: words where there is room, figures on every line.',
    chart: (id) =>
      rebased(
        id,
        [6.4, 5.4, 4.6, 5.6, 4.2, 3.4].flatMap((level, at) => steady(31 + at, at === 0 ? 13 : 10, level, 0.8)),
        {
          time: months(0, 63),
        },
      ),
  },
  {
    name: 'rebased-run-too-few',
    note: 'Not enough values for a first median.',
    chart: (id) => rebased(id, steady(3, 7, 6.4, 1.2)),
  },
  {
    name: 'ewma',
    note: 'Weighted averages, with the single values as dots behind: a slow improvement that no single value shows.',
    chart: (id) => sequential(id, 'ewma', SLOWLY_BETTER),
  },
  {
    name: 'ewma-gap',
    note: 'A missing month leaves the average where it was, and its place empty.',
    chart: (id) => sequential(id, 'ewma', SLOWLY_BETTER.with(9, Number.NaN).with(20, Number.NaN)),
  },
  {
    name: 'moving-average',
    note: 'Averages of five months; limits are wider over the first four.',
    chart: (id) => sequential(id, 'movingAverage', SLOWLY_BETTER),
  },
  {
    name: 'cusum',
    note: 'Both sums on one chart, upwards above the line of 0 and downwards below it, with decision limits.',
    chart: (id) => sequential(id, 'cusum', SLOWLY_BETTER),
  },
  {
    name: 'cusum-both',
    note: 'A sum beyond each limit at once: each says its own side.',
    chart: (id) =>
      sequential(id, 'cusum', [...steady(23, 14, 6, 0.6), 9, 9, 8.8, 2.6, 2.4, 2.6, 2.5, 5.9, 6.1], { allowance: 0 }),
  },
  {
    name: 'cusum-too-few',
    note: 'Six of thirteen months: sums without limits.',
    chart: (id) => sequential(id, 'cusum', SLOWLY_BETTER.slice(0, 6)),
  },
  {
    name: 'cusum-constant',
    note: 'No variation: sums stay at 0.',
    chart: (id) => sequential(id, 'cusum', Array<number>(15).fill(6)),
  },
  {
    name: 'bernoulli-cusum',
    note: 'Cases one by one: each sum begins at 0 again after its signal.',
    chart: (id) => bernoulli(id, cases(160, 0.2, 0.42)),
  },
  {
    name: 'np-chart',
    note: 'Counts of cases of a like number each month.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Charts without an allergy status, of fifty looked at',
        input: {
          chart: 'np',
          direction: 'lower',
          numerators: steady(17, 24, 7, 5).map((count) => Math.max(0, Math.round(count))),
          denominators: Array<number>(24).fill(50),
        },
        format: whole,
        axisFormat: (value, decimals) => value.toFixed(decimals),
      }),
  },
  {
    name: 'xmr-median',
    note: 'Single values about their median: two extreme months do not move it.',
    chart: (id) =>
      galleryChart({
        id,
        input: {
          chart: 'xmrMedian',
          direction: 'lower',
          numerators: steady(19, 26, 6, 1.4).with(8, 11.5).with(17, 12),
        },
        ...STAYS,
      }),
  },
]

interface PairCase {
  readonly name: string
  readonly note: string
  readonly pair: (id: string) => PairedCharts
}

/** Waits of so many patients a month, more spread in the last months. */
function waits(perMonth: (month: number) => number, count: number): { x: number; numerator: number }[] {
  return Array.from({ length: count }, (_, month) =>
    steady(100 + month, perMonth(month), 42 - (month > 17 ? 6 : 0), month > 21 ? 40 : 18).map((numerator) => ({
      x: month,
      numerator,
    })),
  ).flat()
}

function samplePair(
  id: string,
  rows: { x: number; numerator: number }[],
  spread: 's' | 'r',
  given: Partial<ControlChart> = {},
) {
  const { sizes, means, deviations, ranges } = subgroups(rows)
  const shared: Partial<ControlChart> = {
    format: (value) => `${value.toFixed(1)} min`,
    axisFormat: (value, decimals) => value.toFixed(decimals),
    ...given,
  }
  const method: MethodOptions = spread === 'r' ? { sampleSpread: 'meanRange' } : {}
  const input = { direction: 'lower' as const, samples: { sizes, deviations, ranges }, method }
  const upper = galleryChart({ ...shared, id, input: { ...input, chart: 'xbar', numerators: means } })
  const lower = galleryChart({
    ...shared,
    id,
    input: { ...input, direction: 'neither', chart: spread, numerators: spread === 's' ? deviations : ranges },
  })
  return {
    id,
    title: 'Minutes from arrival to assessment',
    description: 'Means of each month’s patients, and how far patients of one month lie apart.',
    upper: { name: 'Mean of each month', chart: upper },
    lower: { name: spread === 's' ? 'Standard deviation within each month' : 'Range within each month', chart: lower },
  }
}

function rangePair(
  id: string,
  numerators: readonly number[],
  given: Partial<ControlChart> & { phases?: SeriesInput['phases'] } = {},
) {
  const { phases, ...chart } = given
  const more = phases ? { phases } : {}
  const target = { target: 33 }
  return {
    id,
    title: 'Patients discharged before noon',
    description: 'Single months over the distance of each from the month before.',
    upper: {
      name: 'Share of patients',
      chart: galleryChart({ id, input: { numerators, ...more, ...target }, ceiling: 100, ...chart }),
    },
    lower: {
      name: 'Moving range',
      chart: galleryChart({ id, input: { chart: 'mr', direction: 'neither', numerators, ...more }, floor: 0 }),
    },
  }
}

/** Two charts on one time axis, in every state. */
export const PAIR_CASES: readonly PairCase[] = [
  {
    name: 'xmr-with-ranges',
    note: 'Single values over their moving ranges; letters run on from the upper chart to the lower.',
    pair: (id) => rangePair(id, [...steady(3, 18, 22, 5), ...steady(5, 8, 25.5, 3), 31, 19, 24, 24.4]),
  },
  {
    name: 'xmr-with-ranges-phases',
    note: 'New limits begin on both charts at once; a gap on both; the first of each phase has no range.',
    pair: (id) =>
      rangePair(id, [...steady(43, 15, 18, 4), ...steady(47, 16, 25, 4)].with(20, Number.NaN), {
        phases: [{ start: 15 }],
        phaseNotes: [
          { index: 0, title: 'July 2023 to September 2024', detail: 'mean 18.1%' },
          { index: 15, title: 'From October 2024: discharge lounge', detail: 'new limits agreed 2 May 2025' },
        ],
      }),
  },
  {
    name: 'xbar-with-s',
    note: 'Means over standard deviations of samples of unlike sizes: limits step on both.',
    pair: (id) =>
      samplePair(
        id,
        waits((month) => 8 + ((month * 5) % 9), 26),
        's',
      ),
  },
  {
    name: 'xbar-with-r',
    note: 'Means over ranges of samples of five.',
    pair: (id) =>
      samplePair(
        id,
        waits(() => 5, 26),
        'r',
      ),
  },
  {
    name: 'pair-five-years',
    note: 'Sixty-six months: a phone shows the latest 24 of both.',
    pair: (id) => rangePair(id, steady(97, 66, 26, 5), { time: months(0, 66) }),
  },
  {
    name: 'pair-too-few',
    note: 'Seven months: both without limits.',
    pair: (id) => rangePair(id, steady(9, 7, 26, 5)),
  },
  { name: 'pair-constant', note: 'No variation at all.', pair: (id) => rangePair(id, Array<number>(15).fill(26)) },
  { name: 'pair-one', note: 'One month.', pair: (id) => rangePair(id, [26]) },
  { name: 'pair-empty', note: 'No figures yet.', pair: (id) => rangePair(id, []) },
]
