import type { ChartSize, DrawOptions, Sparkline } from './chart.ts'
import { controlChartSvg } from './controlChart.ts'
import { beforeNoon } from './gallery/beforeNoon.ts'
import { EDGE_CASES } from './gallery/edges.ts'
import { iconSheetSvg } from './gallery/iconSheet.ts'
import { sparklineSvg } from './sparkline.ts'

/** One picture: approved in `test/pictures`, shown on the gallery page. */
export interface GalleryPicture {
  /** Also the file's name. */
  readonly name: string
  /** What to look for. */
  readonly note: string
  /** The same text each time. */
  readonly svg: () => string
}

/** The anatomy's chart, and its sparkline: what the benchmark draws. */
export { beforeNoon }
export const beforeNoonSpark: Sparkline = sparkOf('anatomy')

/** Cases that a narrow chart draws differently. */
const ON_A_PHONE = [
  'p-chart-weeks',
  'too-few',
  'empty',
  'target-changes',
  'many-signals',
  'nested-runs',
  'phases',
  'two-years-of-days',
  'five-years',
  'huge',
]
/** Cases that one ink must keep clear. */
const IN_PRINT = ['p-chart-weeks', 'many-signals', 'nested-runs', 'neutral', 'phases', 'outlier', 'provisional']
const ON_A_WALL = ['p-chart-weeks', 'c-chart', 'target-far-away', 'five-years']

/** Every kind of chart, state and size, with figures of our own. */
export const GALLERY: readonly GalleryPicture[] = [
  picture('anatomy', 'phone', 'Letters only; the words stand in the list beneath it.'),
  picture('anatomy', 'wall', 'Large; the reading beside it says what is marked.'),
  picture('anatomy', 'print', 'One ink, 170 mm wide, with its stamp.'),
  {
    name: 'anatomy-file',
    note: 'A file of its own: title, legend and stamp.',
    svg: () => controlChartSvg(beforeNoon('anatomy-file'), 'desk', { standalone: true }),
  },
  ...EDGE_CASES.flatMap(({ name, note }) => [picture(name, 'desk', note), ...otherSizes(name, note)]),
  { name: 'icons', note: 'Variation, assurance, row heads, point shapes and the mark.', svg: iconSheetSvg },
  {
    name: 'sparkline',
    note: 'The latest 24 months of the anatomy.',
    svg: () => sparklineSvg(sparkOf('anatomy'), 'Latest 24 months'),
  },
  { name: 'sparkline-too-few', note: 'A line and its last point.', svg: () => sparklineSvg(sparkOf('too-few')) },
  { name: 'sparkline-steps', note: 'Limits that differ by week.', svg: () => sparklineSvg(sparkOf('p-chart-weeks')) },
]

function otherSizes(name: string, note: string): GalleryPicture[] {
  const phone = ON_A_PHONE.includes(name) ? [picture(name, 'phone', note)] : []
  const wall = ON_A_WALL.includes(name) ? [picture(name, 'wall', note)] : []
  const print = IN_PRINT.includes(name) ? [picture(name, 'print', note)] : []
  return [...phone, ...wall, ...print]
}

function picture(name: string, size: ChartSize, note: string, options: DrawOptions = {}): GalleryPicture {
  const full = size === 'desk' ? name : `${name}-${size}`
  return { name: full, note, svg: () => controlChartSvg(edgeCase(name).chart(full), size, options) }
}

function edgeCase(name: string): (typeof EDGE_CASES)[number] {
  const found = EDGE_CASES.find((each) => each.name === name)
  if (!found) throw new Error(`The gallery has no chart “${name}”`)
  return found
}

function sparkOf(name: string): Sparkline {
  const { analysis, provisional } = edgeCase(name).chart('spark')
  const waiting = analysis.pointsToCome > 0 && analysis.phases.length <= 1
  const line = (figures: Float64Array, shown = true) =>
    Array.from(figures, (figure) => (shown && Number.isFinite(figure) ? figure : null))
  return {
    values: line(analysis.values),
    centre: line(analysis.centre, !waiting),
    lower: line(analysis.lower, !waiting),
    upper: line(analysis.upper, !waiting),
    verdicts: waiting ? analysis.verdicts.map(() => 'commonCause' as const) : analysis.verdicts,
    provisional,
    target: line(analysis.targets).at(-1) ?? null,
  }
}
