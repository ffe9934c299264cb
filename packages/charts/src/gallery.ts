import type { ChartSize, Sparkline } from './chart.ts'
import { controlChartSvg } from './controlChart.ts'
import { funnelSvg } from './funnel/funnelChart.ts'
import { beforeNoon } from './gallery/beforeNoon.ts'
import { EDGE_CASES } from './gallery/edges.ts'
import { FUNNEL_CASES } from './gallery/funnels.ts'
import { iconSheetSvg } from './gallery/iconSheet.ts'
import { FURTHER_KINDS, PAIR_CASES } from './gallery/kinds.ts'
import { PARETO_CASES } from './gallery/paretos.ts'
import { pairedChartsSvg } from './pairedCharts.ts'
import { paretoSvg } from './pareto/paretoChart.ts'
import { sparklineSvg } from './sparkline.ts'

/** One case at every size it is drawn in. */
export interface GalleryCase {
  readonly name: string
  /** What to look for. */
  readonly note: string
  readonly sizes: readonly ChartSize[]
  /** From figures that are analysed once, the same text each time that what it gives is called. */
  readonly drawing: (size: ChartSize) => () => string
}

/** Cases that are looked at together: one page of the gallery. */
export interface GalleryGroup {
  /** In its address. */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly cases: readonly GalleryCase[]
}

/** One picture, approved in `test/pictures`. `name` is also the file's name. */
export interface GalleryPicture {
  readonly name: string
  readonly svg: () => string
}

/** The anatomy's chart, and its sparkline: what the benchmark draws. */
export { beforeNoon }
export const beforeNoonSpark: Sparkline = sparkOf('anatomy')

const PAPER: readonly ChartSize[] = ['desk', 'phone', 'print']
const WITH_WALL: readonly ChartSize[] = [...PAPER, 'wall']
const ON_A_WALL = ['anatomy', 'p-chart-weeks', 'c-chart', 'target-far-away', 'five-years']

/** Every kind of chart, state and size, with figures of our own. */
export const GALLERY_GROUPS: readonly GalleryGroup[] = [
  {
    id: 'control-charts',
    title: 'Control charts',
    note: 'One series over time, with the limits of what chance does.',
    cases: [...EDGE_CASES.map(controlCase), fileCase()],
  },
  {
    id: 'further-kinds',
    title: 'Re-based medians, averages and sums',
    note: 'Charts whose points or centre lines are made of more than one value.',
    cases: FURTHER_KINDS.map(controlCase),
  },
  {
    id: 'pairs',
    title: 'Two charts on one time axis',
    note: 'Where a process is, over how far it spreads.',
    cases: PAIR_CASES.map(({ name, note, pair }) => drawn(name, note, PAPER, pair, pairedChartsSvg)),
  },
  {
    id: 'funnels',
    title: 'Funnel plots',
    note: 'Units side by side at one time: the smaller a unit, the wider its limits.',
    cases: FUNNEL_CASES.map(({ name, note, chart }) => drawn(name, note, PAPER, chart, funnelSvg)),
  },
  {
    id: 'pareto',
    title: 'Pareto charts',
    note: 'What happens most often, and how few kinds make up most of it.',
    cases: PARETO_CASES.map(({ name, note, chart }) => drawn(name, note, PAPER, chart, paretoSvg)),
  },
  {
    id: 'icons',
    title: 'Icons and sparklines',
    note: 'One vocabulary everywhere: the shape says the verdict, the fill says the question.',
    cases: [
      alone('icons', 'Variation, assurance, row heads, point shapes and the mark.', iconSheetSvg),
      alone('sparkline', 'The latest 24 months of the anatomy.', () =>
        sparklineSvg(sparkOf('anatomy'), 'Latest 24 months'),
      ),
      alone('sparkline-too-few', 'A line and its last point.', () => sparklineSvg(sparkOf('too-few'))),
      alone('sparkline-steps', 'Limits that differ by week.', () => sparklineSvg(sparkOf('p-chart-weeks'))),
    ],
  },
]

export const GALLERY: readonly GalleryPicture[] = GALLERY_GROUPS.flatMap(({ cases }) =>
  cases.flatMap(({ name, sizes, drawing }) =>
    sizes.map((size) => ({ name: pictureName(name, size), svg: () => drawing(size)() })),
  ),
)

/** One case on a desk, to be drawn again and again: for the benchmark. */
export function drawingOf(name: string): () => string {
  const found = GALLERY_GROUPS.flatMap(({ cases }) => cases).find((each) => each.name === name)
  if (!found) throw new Error(`The gallery has no chart “${name}”`)
  return found.drawing('desk')
}

function drawn<Chart>(
  name: string,
  note: string,
  sizes: readonly ChartSize[],
  chart: (id: string) => Chart,
  draw: (chart: Chart, size: ChartSize) => string,
): GalleryCase {
  const drawing = (size: ChartSize) => {
    const analysed = chart(pictureName(name, size))
    return () => draw(analysed, size)
  }
  return { name, note, sizes, drawing }
}

function pictureName(name: string, size: ChartSize): string {
  return size === 'desk' ? name : `${name}-${size}`
}

function controlCase({ name, note, chart }: (typeof EDGE_CASES)[number]): GalleryCase {
  return drawn(name, note, ON_A_WALL.includes(name) ? WITH_WALL : PAPER, chart, controlChartSvg)
}

function fileCase(): GalleryCase {
  return alone('anatomy-file', 'A file of its own: title, legend and stamp.', () =>
    controlChartSvg(beforeNoon('anatomy-file'), 'desk', { standalone: true }),
  )
}

/** A picture that has one size. */
function alone(name: string, note: string, svg: () => string): GalleryCase {
  return { name, note, sizes: ['desk'], drawing: () => svg }
}

function sparkOf(name: string): Sparkline {
  const found = EDGE_CASES.find((each) => each.name === name)
  if (!found) throw new Error(`The gallery has no chart “${name}”`)
  const { analysis, provisional } = found.chart('spark')
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
