import type { Direction, FunnelAnalysis } from '@golden-thread/spc'
import type { ChartSize, DrawOptions } from '../chart.ts'
import type { LegendEntry } from '../legend.ts'
import { textAt } from '../markup.ts'
import type { PointForm } from '../pointShape.ts'
import { formOf } from '../sideForm.ts'
import { withSurround } from '../surround.ts'
import { funnelAxes } from './funnelAxes.ts'
import { type FunnelFrame, funnelFrame } from './funnelFrame.ts'
import { expectedFunnel, funnelLines, lineLabels } from './funnelLines.ts'
import { funnelPoints } from './funnelPoints.ts'
import { isComparable, levelName, standingOf } from './standing.ts'
import { unitNames } from './unitNames.ts'

/** Everything that a funnel plot shows: units side by side at one time. Drawn by `funnelSvg`, said by `funnelTableOf`. */
export interface FunnelChart {
  /** Prefix of every id in the drawing. */
  readonly id: string
  readonly title: string
  /** The reading, in sentences. */
  readonly description: string
  readonly analysis: FunnelAnalysis
  /** Names of our own units among `analysis.points`: drawn in ink and named always. */
  readonly own: readonly string[]
  /** Which side of the limits is the better one. */
  readonly direction: Direction
  /** What a unit is: "hospital". */
  readonly noun: string
  /** What the values are, with their unit: "Falls per 1,000 bed days". Stands above the axis. */
  readonly valueName: string
  /** What makes a unit large: "Bed days". Stands under the axis. */
  readonly denominatorName: string
  /** Before the figure of the centre line: "All hospitals", "As expected". */
  readonly centreName: string
  /** A value with its unit: "27.3%". */
  readonly format: (value: number) => string
  /** @see ControlChart.axisFormat */
  readonly axisFormat: (value: number, decimals: number) => string
  /** A numerator or denominator: "2,064". */
  readonly countFormat: (count: number) => string
  readonly stamp?: string
}

/**
 * A funnel plot as SVG text, under the same rules as `controlChartSvg`: each unit's value over its size, and curves that
 * hold 95% and 99.8% of units by chance. Units outside are told by shape and, as far as there is room, by name; ours always.
 */
export function funnelSvg(chart: FunnelChart, size: ChartSize, options: DrawOptions = {}): string {
  const frame = funnelFrame(chart, size)
  return withSurround(chart, size, frame.rules, () => funnelLegendOf(chart), drawing(frame), options)
}

/** Back to front. */
function drawing(frame: FunnelFrame): string {
  const names = unitNames(frame)
  return [
    expectedFunnel(frame),
    funnelAxes(frame),
    funnelLines(frame),
    names.leaders,
    funnelPoints(frame),
    names.words,
    lineLabels(frame),
    nothingYet(frame),
  ].join('')
}

function nothingYet({ placed, left, right, top, bottom, rules }: FunnelFrame): string {
  if (placed.length > 0) return ''
  const style = { anchor: 'middle', size: rules.label + 1.5 } as const
  return textAt((left + right) / 2, (top + bottom) / 2, 'No figures yet', style)
}

const NAMES: readonly LegendEntry[] = [
  { form: 'commonCause', name: 'within the limits' },
  { form: 'improving', name: 'outside, on the better side' },
  { form: 'concerning', name: 'outside, on the worse side' },
  { form: 'neutralHigh', name: 'above the limits' },
  { form: 'neutralLow', name: 'below the limits' },
]

/** The shapes that this funnel shows, in a fixed order. */
export function funnelLegendOf(chart: FunnelChart): readonly LegendEntry[] {
  const { analysis, own, direction } = chart
  const units = analysis.points.filter(isComparable)
  const standings = units.map((point) => standingOf(point, analysis.levels))
  const forms = new Set<PointForm>(standings.map(({ side }) => formOf(side, direction)))
  const entries = NAMES.filter(({ form }) => forms.has(form))
  const outermost = standings.findIndex(({ isOutermost }) => isOutermost)
  if (outermost >= 0 && analysis.levels.length > 1) {
    const form = formOf(standings[outermost]!.side, direction)
    entries.push({ form, name: `outside the ${levelName(Math.max(...analysis.levels))} limits`, ring: true })
  }
  const isOursWithin = units.some(({ unit }, place) => own.includes(unit) && standings[place]!.side === null)
  if (isOursWithin) entries.push({ form: 'own', name: 'ours, within the limits' })
  return entries
}
