import type { ControlChart } from '../chart.ts'
import { beforeNoon } from './beforeNoon.ts'
import { days, events, financialYears, galleryChart, months, quarters, steady, weeks, whole } from './figures.ts'

const plain = {
  format: whole,
  axisFormat: (value: number, decimals: number) =>
    value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
}
const oneDecimal = { ...plain, format: (value: number) => value.toFixed(1) }

/** A chart of the gallery, and what to look for in it. */
export interface EdgeCase {
  readonly name: string
  readonly note: string
  readonly chart: (id: string) => ControlChart
}

/** Every kind of chart and every state that a series can be in. */
export const EDGE_CASES: readonly EdgeCase[] = [
  {
    name: 'steady',
    note: 'Nothing but chance: circles only, the target inside the limits.',
    chart: (id) => galleryChart({ id, input: { numerators: steady(7, 30, 80, 4), target: 80 }, ceiling: 100 }),
  },
  {
    name: 'p-chart-weeks',
    note: 'A proportion by week: limits step with the number of patients; months are named at their first week.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Home before noon, ward 12',
        input: {
          chart: 'p',
          numerators: steady(3, 26, 9, 3)
            .map(Math.round)
            .map((count, week) => (week > 15 ? count + 6 : count)),
          denominators: steady(11, 26, 34, 6).map(Math.round),
          multiplier: 100,
          target: 33,
        },
        time: weeks('2026-01-18', 26),
        noun: 'week',
        ceiling: 100,
        notes: [{ index: 16, text: 'We ring families' }],
      }),
  },
  {
    name: 'u-chart-quarters',
    note: 'A rate by quarter, lower is better, with an improvement.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Falls with harm per 1,000 bed days',
        input: {
          chart: 'u',
          direction: 'lower',
          numerators: [14, 17, 12, 16, 15, 19, 13, 14, 16, 12, 5, 7, 6, 4, 8, 5],
          denominators: [
            9100, 9300, 8800, 9500, 9200, 9700, 9000, 9400, 9300, 9100, 9250, 9600, 8900, 9300, 9500, 9400,
          ],
          multiplier: 1000,
        },
        time: quarters(2022, 16),
        noun: 'quarter',
        format: (value) => value.toFixed(2),
        axisFormat: (value, decimals) => value.toFixed(decimals),
      }),
  },
  {
    name: 'c-chart',
    note: 'Counts that touch 0: the lower limit lies on the axis.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Falls in a week',
        input: {
          chart: 'c',
          direction: 'lower',
          numerators: [3, 1, 2, 4, 0, 2, 3, 1, 2, 5, 2, 1, 3, 2, 0, 4, 2, 1, 3, 2, 2, 1, 4, 2, 1, 2],
        },
        time: weeks('2026-01-18', 26),
        noun: 'week',
        ...oneDecimal,
      }),
  },
  {
    name: 'mr-chart',
    note: 'Moving ranges: the first period has none, which is a gap.',
    chart: (id) => galleryChart({ id, input: { chart: 'mr', numerators: steady(5, 24, 60, 5) } }),
  },
  {
    name: 'run-chart',
    note: 'A median and no limits; a shift of eight.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Average length of stay',
        input: {
          chart: 'run',
          direction: 'lower',
          numerators: [6.1, 6.4, 5.9, 6.6, 6.2, 5.8, 6.5, 6.3, 6.0, 6.4, 5.2, 5.4, 5.1, 5.5, 5.0, 5.3, 5.2, 4.9],
        },
        format: (value) => `${value.toFixed(1)} days`,
        axisFormat: (value, decimals) => value.toFixed(decimals),
      }),
  },
  {
    name: 'g-chart-events',
    note: 'Cases between rare events: places are events, named by their dates.',
    chart: (id) => {
      const between = [12, 30, 8, 19, 44, 15, 27, 9, 33, 21, 60, 18, 25, 41, 14, 29, 150, 38]
      return galleryChart({
        id,
        title: 'Operations between surgical site infections',
        input: { chart: 'g', numerators: between },
        time: events(
          '2023-02-01',
          between.map((count) => Math.round(count * 1.6)),
        ),
        noun: 'event',
        ...plain,
      })
    },
  },
  {
    name: 't-chart-events',
    note: 'Days between rare events; limits are not symmetrical.',
    chart: (id) => {
      const between = [31, 12, 55, 20, 8, 41, 26, 17, 63, 22, 35, 14, 48, 29, 19, 37]
      return galleryChart({
        id,
        title: 'Days between never events',
        input: { chart: 't', numerators: between },
        time: events('2023-05-01', between),
        noun: 'event',
        ...plain,
      })
    },
  },
  {
    name: 'too-few',
    note: 'Eight of thirteen months: the line without limits, and the places still to come.',
    chart: (id) => galleryChart({ id, input: { numerators: [22, 25, 21, 24, 26, 23, 22, 25], target: 30 } }),
  },
  {
    name: 'single-point',
    note: 'One month.',
    chart: (id) => galleryChart({ id, input: { numerators: [22.4] } }),
  },
  {
    name: 'empty',
    note: 'No figures yet.',
    chart: (id) => galleryChart({ id, input: { numerators: [] }, time: [] }),
  },
  {
    name: 'all-missing',
    note: 'Months without a single figure, and a target.',
    chart: (id) => galleryChart({ id, input: { numerators: Array<number>(12).fill(Number.NaN), target: 90 } }),
  },
  {
    name: 'constant',
    note: 'No variation at all: no limits.',
    chart: (id) => galleryChart({ id, input: { numerators: Array<number>(15).fill(100), target: 95 }, ceiling: 100 }),
  },
  {
    name: 'constant-zero',
    note: 'None in every month.',
    chart: (id) => galleryChart({ id, input: { numerators: Array<number>(15).fill(0), direction: 'lower' }, ...plain }),
  },
  {
    name: 'gaps',
    note: 'Several gaps, one of half a year, one at the end.',
    chart: (id) => {
      const values = steady(9, 36, 50, 5)
      for (const index of [4, 11, 12, 13, 14, 15, 16, 22, 24, 35]) values[index] = Number.NaN
      return galleryChart({ id, input: { numerators: values } })
    },
  },
  {
    name: 'negative',
    note: 'Values on both sides of 0.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Budget balance',
        input: { numerators: steady(21, 24, -1.5, 4), target: 0 },
        format: (value) => `${value < 0 ? '−' : ''}£${Math.abs(value).toFixed(1)}m`,
        axisFormat: (value, decimals) => `${value < 0 ? '−' : ''}£${Math.abs(value).toFixed(decimals)}m`,
      }),
  },
  {
    name: 'huge',
    note: 'Millions: the left margin grows with its figures.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Attendances',
        input: { direction: 'neither', numerators: steady(13, 30, 2_150_000, 90_000) },
        ...plain,
      }),
  },
  {
    name: 'target-far-away',
    note: 'A target that would squeeze the figures flat is named, not drawn.',
    chart: (id) => galleryChart({ id, input: { numerators: steady(17, 24, 12, 1), target: 95 }, ceiling: 100 }),
  },
  {
    name: 'target-changes',
    note: 'The target steps up twice, then ends.',
    chart: (id) =>
      galleryChart({
        id,
        input: {
          numerators: steady(19, 36, 82, 5),
          target: Array.from({ length: 36 }, (_, index) =>
            index < 12 ? 80 : index < 24 ? 85 : index < 32 ? 90 : Number.NaN,
          ),
        },
        ceiling: 100,
      }),
  },
  {
    name: 'two-signals',
    note: 'A run below the mean whose last point is also outside the limits: two letters, one point.',
    chart: (id) =>
      galleryChart({
        id,
        input: {
          numerators: [...steady(23, 20, 80, 4), 77.5, 78, 77.8, 77, 78.2, 77.6, 70],
          phases: [{ start: 0, baseline: 20 }],
        },
        ceiling: 100,
      }),
  },
  {
    name: 'many-signals',
    note: 'Improvement after improvement against the first year: letters only where words find no room.',
    chart: (id) =>
      galleryChart({
        id,
        input: {
          numerators: [...steady(29, 12, 60, 4), ...steady(31, 12, 66, 9), ...steady(37, 12, 72, 12)],
          phases: [{ start: 0, baseline: 12 }],
        },
        ceiling: 100,
        notes: [
          { index: 12, text: 'New discharge team', detail: 'site A' },
          { index: 24, text: 'Weekend therapists', detail: 'both sites' },
        ],
      }),
  },
  {
    name: 'nested-runs',
    note: 'Runs within runs: each in a lane of its own; where no lane is left, the outer ones share a bracket.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Seen within four hours',
        input: {
          numerators: [
            ...[71.9, 72.3, 74.9, 72.7, 71.3, 70.9, 71.5, 70.7, 73, 69.4, 71.7, 70, 71.6, 71.7, 72.1, 74.1],
            ...[72.2, 72.2, 70.6, 70.5, 71.5, 72.6, 71.2, 72.9, 71.2, 73.6, 71.3, 70.4, 70, 69.6, 69.2, 68.8],
            ...[68.4, 67.2, 67.1, 68.7, 69.3, 69.7],
          ],
          target: 76,
        },
        ceiling: 100,
        notes: [{ index: 27, text: 'Ten beds closed for repairs' }],
      }),
  },
  {
    name: 'outlier',
    note: 'A count with one huge month: the axis ends at 0, and the lower limit beyond it is named only.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Falls in a month',
        input: {
          direction: 'lower',
          numerators: steady(103, 30, 3, 5)
            .map((value) => Math.max(0, Math.round(value)))
            .with(9, 41),
        },
        floor: 0,
        ...plain,
      }),
  },
  {
    name: 'neutral',
    note: 'No direction is better: triangles.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Beds occupied',
        input: {
          direction: 'neither',
          numerators: [...steady(41, 18, 93, 1.6), 94.9, 95.2, 94.6, 95.4, 95, 94.8, 95.3, 98.5, 89],
        },
        ceiling: 100,
      }),
  },
  {
    name: 'phases',
    note: 'Five stretches of limits, the last one early; words where there is room.',
    chart: (id) =>
      galleryChart({
        id,
        input: {
          numerators: [
            ...steady(43, 14, 40, 4),
            ...steady(47, 14, 48, 4),
            ...steady(53, 14, 55, 3),
            ...steady(59, 6, 62, 3),
          ],
          phases: [{ start: 14 }, { start: 28 }, { start: 42 }],
        },
        phaseNotes: [
          { index: 0, title: 'July 2023 to August 2024', detail: 'mean 40.0%' },
          {
            index: 14,
            title: 'From September 2024: a second porter at the weekend',
            detail: 'new limits agreed 3 March 2025',
          },
          { index: 28, title: 'From November 2025: electronic bed board', detail: 'new limits agreed 9 June 2026' },
          { index: 42, title: 'From January 2027: new ward', detail: 'early limits, 6 months' },
        ],
      }),
  },
  {
    name: 'left-out',
    note: 'One month left out of limits and rules: a cross.',
    chart: (id) =>
      galleryChart({
        id,
        input: { numerators: [...steady(61, 15, 50, 5), 88, ...steady(67, 10, 50, 5)], excluded: [15] },
      }),
  },
  {
    name: 'provisional',
    note: 'Three provisional months, one of them missing.',
    chart: (id) => {
      const values = steady(71, 18, 30, 3)
      values[16] = Number.NaN
      return galleryChart({ id, input: { numerators: values }, provisional: values.map((_, index) => index > 13) })
    },
  },
  {
    name: 'two-years-of-days',
    note: 'Hundreds of days: small points, months under the axis.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Attendances a day',
        input: { direction: 'lower', numerators: [...steady(73, 400, 310, 40), ...steady(79, 100, 340, 40)] },
        time: days('2025-01-01', 500),
        noun: 'day',
        ...plain,
      }),
  },
  {
    name: 'one-month-of-days',
    note: 'Thirty days: no month begins often enough, so the ends are named.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Attendances a day',
        input: { direction: 'lower', numerators: steady(83, 28, 310, 40) },
        time: days('2026-06-03', 28),
        noun: 'day',
        ...plain,
      }),
  },
  {
    name: 'financial-years',
    note: 'Financial years: ticks without a row beneath.',
    chart: (id) =>
      galleryChart({
        id,
        title: 'Staff recommending care',
        input: { numerators: steady(89, 14, 68, 3) },
        time: financialYears(2012, 14),
        noun: 'year',
        ceiling: 100,
      }),
  },
  {
    name: 'five-years',
    note: 'Sixty months: years alone; a phone shows the latest 24.',
    chart: (id) => galleryChart({ id, input: { numerators: steady(97, 66, 45, 5), target: 50 }, time: months(0, 66) }),
  },
  {
    name: 'hostile-text',
    note: 'Names full of markup stay text.',
    chart: (id) =>
      galleryChart({
        id,
        title: '<script>alert("1")</script> & co',
        description: 'A & B < C > "D"',
        input: { numerators: steady(101, 16, 20, 2) },
        notes: [{ index: 5, text: '</text><script>x</script>', detail: '"quoted" & more' }],
        stamp: 'Source: <b>',
      }),
  },
  { name: 'anatomy', note: 'The chart that the design explains part by part.', chart: (id) => beforeNoon(id) },
]
