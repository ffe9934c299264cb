import type { ChartSize } from '../chart.ts'
import { BESIDE_PLOT, OTHER_FONT } from '../frame.ts'
import type { PointForm } from '../pointShape.ts'
import { formOf } from '../sideForm.ts'
import { SIZES, type SizeRules } from '../sizes.ts'
import { fitText, spansWidth, textWidth } from '../textWidth.ts'
import { axisBetween, type Bounds, bounded, type ValueAxis, valueAxis } from '../valueAxis.ts'
import type { FunnelChart } from './funnelChart.ts'
import { lineEnds } from './funnelLines.ts'
import { type ComparablePoint, isComparable, type Standing, standingOf } from './standing.ts'

/** The horizontal axis ends this share of its length beyond the largest unit, and begins so far before the smallest. */
const BEYOND = 0.02
const BEFORE = 0.06
/** It begins at 0 unless that would leave more than this share of it empty. */
const MOST_EMPTY = 0.25
/** px between a label of the value axis and the plot. */
const BESIDE_AXIS = 9
/** Room for the name of the horizontal axis. */
const AXIS_NAME = 20
/** Points of so many units are drawn in full size; then smaller; many smaller still. */
const FEW = 60
const MANY = 150

/** A unit in its place. */
export interface PlacedUnit {
  readonly point: ComparablePoint
  readonly standing: Standing
  readonly form: PointForm
  readonly own: boolean
  readonly x: number
  readonly y: number
  /** Factor of its shape. */
  readonly shape: number
}

/** Where everything goes, in px of the size's own grid. */
export interface FunnelFrame {
  readonly chart: FunnelChart
  readonly size: ChartSize
  readonly rules: SizeRules
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly axis: ValueAxis
  readonly across: ValueAxis
  readonly x: (denominator: number) => number
  /** Not kept within the plot: curves may leave it. */
  readonly y: (value: number) => number
  /** From the smallest to the largest. */
  readonly placed: readonly PlacedUnit[]
}

export function funnelFrame(chart: FunnelChart, size: ChartSize): FunnelFrame {
  const rules = SIZES[size]
  const { analysis } = chart
  const units = analysis.points.filter(isComparable).toSorted((a, b) => a.denominator - b.denominator)
  const axis = valueAxis(figuresOf(chart, units), rules.steps, boundsOf(chart))
  const across = sizeAxis(units, size === 'phone' ? 4 : 6)
  const left = Math.max(rules.left, BESIDE_AXIS + 3 + widestStep(chart, axis, rules))
  const right = rules.width - rightMargin(chart, rules)
  const top = rules.label * 2 + 6
  const bottom = rules.height - rules.small * (hasCount(chart, size) ? 3.3 : 2) - AXIS_NAME
  const x = (denominator: number) =>
    left + ((bounded(denominator) - across.low) / (across.high - across.low)) * (right - left)
  const scale = (bottom - top) / (axis.high - axis.low)
  const y = (value: number) => bottom - (bounded(value) - axis.low) * scale
  const shape = rules.k * (units.length <= FEW ? 1 : units.length <= MANY ? 0.8 : 0.62)
  const placed = units.map((point): PlacedUnit => {
    const standing = standingOf(point, analysis.levels)
    const own = chart.own.includes(point.unit)
    const form = formOf(standing.side, chart.direction)
    return {
      point,
      standing,
      form: own && standing.side === null ? 'own' : form,
      own,
      x: x(point.denominator),
      y: y(point.value),
      shape: own ? Math.max(shape, rules.k) : shape,
    }
  })
  return { chart, size, rules, left, right, top, bottom, axis, across, x, y, placed }
}

/** A phone has no room for "3 of 9 outside are named" beside the axis's name: it stands beneath. */
function hasCount({ analysis }: FunnelChart, size: ChartSize): boolean {
  return size === 'phone' && analysis.points.some(({ outside }) => outside.some((side) => side !== null))
}

/** From the smallest to the largest unit, or from 0; units of one size stand in the middle. */
function sizeAxis(units: readonly ComparablePoint[], steps: number): ValueAxis {
  const least = bounded(units[0]?.denominator ?? 0)
  const most = bounded(units.at(-1)?.denominator ?? 100)
  if (least === most) return axisBetween(0, most * 2, steps)
  const low = least > most * MOST_EMPTY ? least - (most - least) * BEFORE : 0
  return axisBetween(low, most + (most - low) * BEYOND, steps)
}

/** All values and the centre, and the widest limits of a unit of middling size: the funnel's mouth may leave the plot. */
function figuresOf({ analysis }: FunnelChart, units: readonly ComparablePoint[]): number[] {
  const middle = units[Math.floor(units.length / 2)]
  const widest = analysis.levels.indexOf(Math.max(...analysis.levels))
  const limits = middle?.limits?.[widest]
  return [...units.map(({ value }) => value), analysis.target, limits?.lower, limits?.upper].filter(
    (figure) => figure !== null && figure !== undefined,
  )
}

/** Counts are never below 0, and a part never more than the whole. */
function boundsOf({ analysis }: FunnelChart): Bounds {
  return { floor: 0, ceiling: analysis.kind === 'proportion' ? analysis.multiplier : Number.POSITIVE_INFINITY }
}

function widestStep({ axisFormat }: FunnelChart, { steps, decimals }: ValueAxis, { label }: SizeRules): number {
  return Math.max(0, ...steps.map((step) => textWidth(axisFormat(step, decimals), label)))
}

function rightMargin(chart: FunnelChart, rules: SizeRules): number {
  const widest = Math.max(0, ...lineEnds(chart, rules).map(({ spans }) => spansWidth(spans, rules.label)))
  return Math.min(rules.width * 0.36, widest * OTHER_FONT + BESIDE_PLOT + 4)
}

/** What the values are, above the axis. */
export function valueNameOf({ chart, rules }: FunnelFrame): string {
  return fitText(chart.valueName, rules.width - 8, rules.small)
}
