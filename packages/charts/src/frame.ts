import { bracketLanes, firstLane, laneHeight, lanesOutside } from './bracketLanes.ts'
import type { ControlChart } from './chart.ts'
import { rightLabels, type TargetOff } from './rightLabels.ts'
import { spansWidth, textWidth } from './textWidth.ts'
import { type TimeMarks, timeMarks } from './timeMarks.ts'
import { bounded, stretchAxis, type ValueAxis, valueAxis } from './valueAxis.ts'
import { dataLines, type View, valueAt, withinBounds } from './view.ts'

/** px a point that full-size shapes need, at k = 1. */
const PITCH_OF_FULL_SHAPES = 11
/** Room for brackets makes the axis longer, and so each px of it: after so many rounds it is as good as exact. */
const ROUNDS = 5
/** Where the target would squeeze the figures into less than this share of the height, it is only named. */
const LEAST_SHARE_OF_FIGURES = 0.2
/** px between a label of the value axis and the plot. */
const BESIDE_AXIS = 9
/** px from the plot to the labels at the right: leader and air. */
export const BESIDE_PLOT = 16
/** A browser that rounds each letter to whole px, or has another font, sets words so much wider. */
export const OTHER_FONT = 1.06
/** The labels at the right never take more than this share of the width. */
const MOST_FOR_LABELS = 0.36

/** Where everything goes, in px of the size's own grid. */
export interface Frame extends View {
  readonly axis: ValueAxis
  readonly marks: TimeMarks
  /** Edges of the plot. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Width of a period. */
  readonly pitch: number
  /** Factor of the point shapes. */
  readonly shape: number
  /** Where the target stands too far away to be drawn. */
  readonly targetOff: TargetOff
  /** Middle of a period. */
  readonly x: (index: number) => number
  /** Beginning of a period. */
  readonly edge: (index: number) => number
  readonly y: (value: number) => number
}

/** Lays a chart out: the axis holds all that is drawn, the margins hold their labels. */
export function frameOf(view: View): Frame {
  const { chart, rules, from } = view
  const figures = figuresOf(view)
  const targets = [...chart.analysis.targets.subarray(from)].filter(Number.isFinite)
  const targetOff = offTheChart(figures, targets)
  const top = rules.phases === 'words' && chart.phaseNotes.length === 0 ? 20 : rules.top
  const base = valueAxis(targetOff ? figures : [...figures, ...targets], rules.steps, view.bounds)
  const axis = withRoomForBrackets(view, base, rules.height - rules.bottom - top)
  const left = Math.max(rules.left, widestStep(view, axis) + BESIDE_AXIS + 3)
  const right = rules.width - rightMargin(view, axis, targetOff)
  const pitch = (right - left) / view.places
  const marks = timeMarks(view, pitch)
  const secondRow = marks.style === 'rows' && marks.groups.length > 0 && view.size === 'phone'
  const bottom = rules.height - rules.bottom - (secondRow ? 16 : 0) - (view.size === 'phone' && from > 0 ? 14 : 0)
  const scale = (bottom - top) / (axis.high - axis.low)
  return {
    ...view,
    axis,
    marks,
    left,
    right,
    top,
    bottom,
    pitch,
    shape: rules.k * Math.max(0.3, Math.min(1, pitch / (PITCH_OF_FULL_SHAPES * rules.k))),
    targetOff,
    x: (index) => left + (index - from + 0.5) * pitch,
    edge: (index) => left + (index - from) * pitch,
    y: (value) => bottom - (bounded(withinBounds(view, value)) - axis.low) * scale,
  }
}

/** Values and, where they are drawn, the lines. */
function figuresOf(view: View): number[] {
  const { upper, lower, centre } = view.chart.analysis
  const drawn = [...dataLines(view.chart), ...singleLine(view.chart)]
  const shown = view.waiting ? drawn : [...drawn, upper, lower, centre]
  const figures: number[] = []
  for (const line of shown)
    for (let index = view.from; index < line.length; index++)
      if (Number.isFinite(line[index])) figures.push(withinBounds(view, line[index]!))
  return figures
}

function singleLine({ singleValues }: ControlChart): Float64Array[] {
  return singleValues ? [Float64Array.from(singleValues)] : []
}

function offTheChart(figures: readonly number[], targets: readonly number[]): TargetOff {
  if (figures.length === 0 || targets.length === 0) return null
  const low = bounded(Math.min(...figures))
  const high = bounded(Math.max(...figures))
  const lowest = bounded(Math.min(...targets))
  const highest = bounded(Math.max(...targets))
  if (high === low) return null
  if ((high - low) / (Math.max(high, highest) - Math.min(low, lowest)) >= LEAST_SHARE_OF_FIGURES) return null
  return highest > high ? 'above' : 'below'
}

function withRoomForBrackets(view: View, axis: ValueAxis, height: number): ValueAxis {
  const { rules, bounds } = view
  const brackets = bracketLanes(view, { left: rules.left, right: rules.width - rules.right })
  const outside = lanesOutside(brackets)
  const rooms = brackets.map((bracket, place) => ({
    side: bracket.side,
    from: outermost(view, bracket, bracket.side),
    share: (firstLane(rules) + outside[place]! * laneHeight(rules)) / height,
  }))
  let { low, high } = axis
  for (let round = 0; round < ROUNDS; round++) {
    const whole = high - low
    for (const { side, from, share } of rooms) {
      if (side === 'high') high = Math.max(high, from + share * whole)
      else low = Math.min(low, from - share * whole)
    }
  }
  return stretchAxis(axis, bounded(low), bounded(high), rules.steps, bounds)
}

/** The highest (lowest) of values and limits within a run: its bracket stands outside. */
export function outermost(view: View, run: { from: number; to: number }, side: 'high' | 'low'): number {
  const { upper, lower } = view.chart.analysis
  const limits = side === 'high' ? upper : lower
  let most = side === 'high' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  for (let index = Math.max(run.from, view.from); index <= run.to; index++) {
    for (const figure of [valueAt(view, index), limits[index]]) {
      if (figure === null || figure === undefined || !Number.isFinite(figure)) continue
      const here = bounded(withinBounds(view, figure))
      most = side === 'high' ? Math.max(most, here) : Math.min(most, here)
    }
  }
  return Number.isFinite(most) ? most : 0
}

function widestStep({ chart, rules }: View, { steps, decimals }: ValueAxis): number {
  return Math.max(0, ...steps.map((step) => textWidth(chart.axisFormat(step, decimals), rules.label)))
}

function rightMargin(view: View, axis: ValueAxis, targetOff: TargetOff): number {
  const { rules } = view
  const widest = Math.max(0, ...rightLabels(view, axis, targetOff).map(({ spans }) => spansWidth(spans, rules.label)))
  return Math.min(rules.width * MOST_FOR_LABELS, Math.max(rules.right, widest * OTHER_FONT + BESIDE_PLOT + 4))
}
