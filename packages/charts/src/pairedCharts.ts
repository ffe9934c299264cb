import type { ChartSize, ControlChart, DrawOptions } from './chart.ts'
import { drawing } from './controlChart.ts'
import { type Frame, frameOf } from './frame.ts'
import { type LegendEntry, legendOf } from './legend.ts'
import { textAt } from './markup.ts'
import { SIZES, type SizeRules } from './sizes.ts'
import { withSurround } from './surround.ts'
import { type ChartRow, tableOf } from './table.ts'
import { viewOf } from './view.ts'

/** Two charts of one series on one time axis: means over spreads (x̄ with S or R), values over their moving ranges. */
export interface PairedCharts {
  /** Prefix of every id in the drawing. */
  readonly id: string
  readonly title: string
  /** The reading of both, in sentences. */
  readonly description: string
  readonly upper: ChartOfPair
  readonly lower: ChartOfPair
  readonly stamp?: string
}

/** One of the two, with what it shows: "Mean wait". */
export interface ChartOfPair {
  readonly name: string
  readonly chart: ControlChart
}

/** One period of both, in words. */
export interface PairedRow {
  readonly upper: ChartRow
  readonly lower: ChartRow
}

/** px of each plot with its margins, and of the words over it. */
const HEIGHTS: Readonly<Record<ChartSize, { readonly upper: number; readonly lower: number }>> = {
  desk: { upper: 380, lower: 230 },
  phone: { upper: 250, lower: 190 },
  wall: { upper: 240, lower: 170 },
  print: { upper: 290, lower: 190 },
}
/** Lines of its name over each chart. */
const HEAD = 1.9
/** px beneath the upper plot, which has no names of periods, and above the lower one, which has no words of phases. */
const FOOT = 12
const TOP = 8

/** Both charts as one image, under the same rules as `controlChartSvg`; letters of signals run on from the upper to the lower. */
export function pairedChartsSvg(pair: PairedCharts, size: ChartSize, options: DrawOptions = {}): string {
  const { upper, lower } = framesOf(pair, size)
  const { label, ink } = SIZES[size]
  const head = Math.round(label * HEAD)
  const second = head + upper.rules.height
  const name = (text: string, y: number) =>
    textAt(4, y + label * 1.05, [{ text, bold: true }], { fill: ink.ink, halo: ink.ground })
  const drawn =
    `<g transform="translate(0 ${head})">${drawing(upper, 'upper')}</g>` +
    `<g transform="translate(0 ${second + head})">${drawing(lower, 'lower')}</g>` +
    name(pair.upper.name, 0) +
    name(pair.lower.name, second)
  const rules = { ...SIZES[size], height: second + head + lower.rules.height }
  return withSurround(pair, size, rules, () => pairedLegendOf(pair), drawn, options)
}

/** The point shapes of both, each once. */
export function pairedLegendOf({ upper, lower }: PairedCharts): readonly LegendEntry[] {
  const entries = legendOf(upper.chart)
  const names = new Set(entries.map(({ name }) => name))
  return [...entries, ...legendOf(lower.chart).filter(({ name }) => !names.has(name))]
}

/** The text equivalent of both, a row a period. */
export function pairedTableOf(pair: PairedCharts): readonly PairedRow[] {
  const { upper, lower } = chartsOf(pair)
  const spreads = tableOf(lower)
  return tableOf(upper).map((row, place) => ({ upper: row, lower: spreads[place]! }))
}

function chartsOf({ upper, lower }: PairedCharts): { upper: ControlChart; lower: ControlChart } {
  const lettersBefore = upper.chart.signals.length
  return {
    upper: { ...upper.chart, partName: upper.name },
    lower: { ...lower.chart, partName: lower.name, lettersBefore, phaseNotes: [], notes: [] },
  }
}

/** Both laid out between the same margins, the wider of each, so that periods stand under one another. */
function framesOf(pair: PairedCharts, size: ChartSize): { upper: Frame; lower: Frame } {
  const charts = chartsOf(pair)
  const { upper: upperHeight, lower: lowerHeight } = HEIGHTS[size]
  const upperRules = { ...SIZES[size], height: upperHeight, bottom: FOOT }
  const lowerRules = { ...SIZES[size], height: lowerHeight, top: TOP, phases: 'none', steps: 3 } as const
  const lay = (chart: ControlChart, rules: SizeRules) => frameOf({ ...viewOf(chart, size), rules })
  const [first, second] = [lay(charts.upper, upperRules), lay(charts.lower, lowerRules)]
  const left = Math.max(first.left, second.left)
  const right = SIZES[size].width - Math.min(first.right, second.right)
  return {
    upper: lay(charts.upper, { ...upperRules, left, right }),
    lower: lay(charts.lower, { ...lowerRules, left, right }),
  }
}
