import { type FunnelInput, type FunnelWording, funnel, funnelReading } from '@golden-thread/spc'
import type { FunnelChart } from '../funnel/funnelChart.ts'
import { steady, whole } from './figures.ts'

/** A funnel of the gallery, and what to look for in it. */
export interface FunnelCase {
  readonly name: string
  readonly note: string
  readonly chart: (id: string) => FunnelChart
}

type Given = Partial<Omit<FunnelChart, 'analysis' | 'id'>>

const PERCENT: Given = {
  format: (value) => `${value.toFixed(1)}%`,
  axisFormat: (value, decimals) => `${value.toFixed(decimals)}%`,
}
const RATE: Given = {
  title: 'Falls with harm',
  direction: 'lower',
  valueName: 'Falls with harm per 1,000 bed days',
  denominatorName: 'Bed days in a year',
  centreName: 'All wards',
  noun: 'ward',
}

/** A funnel of made-up units: what is not given is a share of patients by hospital. */
function galleryFunnel(id: string, input: FunnelInput, given: Given = {}): FunnelChart {
  const analysis = funnel(input)
  const chart = {
    title: 'Discharged before noon',
    own: [],
    direction: 'higher' as const,
    noun: 'hospital',
    valueName: 'Discharged before noon, share of patients',
    denominatorName: 'Patients discharged in a year',
    centreName: 'All hospitals',
    format: (value: number) => value.toFixed(2),
    axisFormat: (value: number, decimals: number) => value.toFixed(decimals),
    countFormat: whole,
    ...given,
  }
  const wording: FunnelWording = { noun: chart.noun, value: chart.format }
  const { headline, rest } = funnelReading(analysis, wording)
  return { id, description: `${headline} ${rest}`, analysis, ...chart }
}

/** So many units of many sizes: most differ by chance, every tenth by more. */
function shares(seed: number, count: number, level: number, largest: number, apart = 0.06): Omit<FunnelInput, 'kind'> {
  const denominators = steady(seed, count, 0.5, 0.6).map((size) => Math.round(largest * Math.max(0.02, size) ** 2))
  const noise = steady(seed + 1, count, 0, 2)
  const numerators = denominators.map((n, at) => {
    const own = level + (at % 10 === 3 ? apart : at % 10 === 7 ? -apart : 0)
    const chance = noise[at]! * Math.sqrt((own * Math.max(0.05, 1 - own)) / n)
    return Math.max(0, Math.min(n, Math.round(n * (own + chance))))
  })
  return { numerators, denominators }
}

function named(names: readonly string[], count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => names[at] ?? `${names[at % names.length]} ${Math.floor(at / names.length) + 1}`,
  )
}

const TOWNS =
  'Wexcombe Ashmere Dunholt Kelsworth Marlby Northam Ottering Penhurst Rushford Saltby Thornley Upwell'.split(' ')

/** Every kind of funnel and every state that units can be in. */
export const FUNNEL_CASES: readonly FunnelCase[] = [
  {
    name: 'funnel-share',
    note: 'A proportion: ours named in bold, those outside by shape and name; curves are exact limits of 95% and 99.8%.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          units: named(TOWNS, 38),
          ...shares(5, 38, 0.25, 9000),
          method: { adjust: 'never' },
        },
        {
          ...PERCENT,
          own: ['Wexcombe', 'Marlby'],
          stamp: 'Data as at 8 July 2026. Wexcombe Hospitals and its peers (fictional).',
        },
      ),
  },
  {
    name: 'funnel-rate',
    note: 'A rate, lower is better, among wards: few units, full-size shapes.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'rate',
          multiplier: 1000,
          units: Array.from({ length: 14 }, (_, at) => `Ward ${at + 1}`),
          numerators: [12, 9, 31, 4, 11, 8, 15, 2, 10, 13, 22, 7, 0, 9],
          denominators: [7900, 6100, 9800, 5200, 8100, 7000, 9100, 6900, 8800, 9500, 10400, 5600, 3100, 4400],
        },
        { ...RATE, own: ['Ward 12'] },
      ),
  },
  {
    name: 'funnel-ratio',
    note: 'A standardised ratio with widened limits; neither side is said to be better.',
    chart: (id) =>
      galleryFunnel(
        id,
        { kind: 'standardisedRatio', units: named(TOWNS, 60), ...ratios(11, 60) },
        {
          title: 'Deaths observed and expected',
          direction: 'neither',
          valueName: 'Deaths observed ÷ deaths expected',
          denominatorName: 'Deaths expected',
          centreName: 'As expected',
          own: ['Wexcombe'],
        },
      ),
  },
  {
    name: 'funnel-many',
    note: 'Three hundred practices: small peers, the farthest named, and how many are not.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          units: named(
            TOWNS.map((town) => `${town} Surgery`),
            300,
          ),
          ...shares(17, 300, 0.72, 16000, 0.08),
          method: { adjust: 'never' },
        },
        {
          ...PERCENT,
          title: 'Health checks done',
          noun: 'practice',
          valueName: 'Health checks done, share of those due',
          denominatorName: 'Checks due',
          centreName: 'All practices',
          own: ['Saltby Surgery', 'Rushford Surgery 4'],
        },
      ),
  },
  {
    name: 'funnel-within',
    note: 'Nobody is outside the limits: circles only.',
    chart: (id) =>
      galleryFunnel(
        id,
        { kind: 'proportion', multiplier: 100, units: named(TOWNS, 12), ...shares(23, 12, 0.9, 2400, 0) },
        { ...PERCENT, own: ['Dunholt'] },
      ),
  },
  {
    name: 'funnel-long-names',
    note: 'Long names break into two lines, and end in dots where that is not enough.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          units: TOWNS.map(
            (town) => `${town} and District General Hospital for Women and Children NHS Foundation Trust`,
          ),
          ...shares(31, 12, 0.4, 5000, 0.12),
          method: { adjust: 'never' },
        },
        {
          ...PERCENT,
          own: ['Wexcombe and District General Hospital for Women and Children NHS Foundation Trust'],
          valueName:
            'Patients who were seen by a senior doctor within fourteen hours of coming in as an emergency, share of all',
          denominatorName: 'Patients who came in as an emergency between April 2025 and March 2026',
        },
      ),
  },
  {
    name: 'funnel-no-denominator',
    note: 'A unit with a denominator of 0 and one without figures: in the table, not in the drawing.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          units: TOWNS.slice(0, 8),
          numerators: [30, 0, 41, Number.NaN, 12, 25, 60, 33],
          denominators: [120, 0, 150, 100, 60, 90, 210, 130],
        },
        { ...PERCENT, own: ['Wexcombe'] },
      ),
  },
  {
    name: 'funnel-one',
    note: 'One unit: its limits are marks, as there is no curve.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          target: 0.3,
          units: ['Wexcombe'],
          numerators: [52],
          denominators: [120],
        },
        { ...PERCENT, own: ['Wexcombe'], centreName: 'Expected' },
      ),
  },
  {
    name: 'funnel-same-size',
    note: 'All of one size: all points in one column, limits as marks.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'proportion',
          multiplier: 100,
          units: TOWNS.slice(0, 6),
          numerators: [12, 30, 18, 15, 20, 22],
          denominators: Array<number>(6).fill(100),
        },
        { ...PERCENT, own: ['Kelsworth'] },
      ),
  },
  {
    name: 'funnel-zero',
    note: 'Nothing happened anywhere.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'rate',
          multiplier: 1000,
          units: TOWNS.slice(0, 6),
          numerators: Array<number>(6).fill(0),
          denominators: [800, 1900, 2500, 3100, 4200, 6000],
        },
        { ...RATE, own: ['Ashmere'] },
      ),
  },
  {
    name: 'funnel-huge',
    note: 'Millions in both directions.',
    chart: (id) =>
      galleryFunnel(
        id,
        {
          kind: 'rate',
          multiplier: 1_000_000,
          units: TOWNS,
          numerators: steady(41, 12, 2_400_000, 900_000).map(Math.round),
          denominators: steady(43, 12, 52_000_000, 24_000_000).map(Math.round),
        },
        {
          ...RATE,
          own: ['Upwell'],
          valueName: 'Items per million people',
          denominatorName: 'People',
          centreName: 'All regions',
          noun: 'region',
          format: whole,
          axisFormat: whole,
        },
      ),
  },
  {
    name: 'funnel-empty',
    note: 'No figures yet.',
    chart: (id) =>
      galleryFunnel(id, { kind: 'proportion', multiplier: 100, units: [], numerators: [], denominators: [] }, PERCENT),
  },
]

function ratios(seed: number, count: number): Omit<FunnelInput, 'kind'> {
  const denominators = steady(seed, count, 900, 1300).map((size) => Math.max(40, size))
  const factors = steady(seed + 1, count, 1, 0.42)
  return { numerators: denominators.map((expected, at) => Math.round(expected * factors[at]!)), denominators }
}
