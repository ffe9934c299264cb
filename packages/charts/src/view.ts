import { type CentreName, chartType, type Signal } from '@golden-thread/spc'
import type { ChartSize, ControlChart } from './chart.ts'
import { signalLetters } from './letters.ts'
import { SIZES, type SizeRules } from './sizes.ts'
import type { Bounds } from './valueAxis.ts'

/** A narrow chart shows this many of its latest periods. */
export const LATEST = 24
/** No more places than this are drawn for periods still to come. */
const MOST_TO_COME = 60

/** A signal and the letter that names it on the chart and in lists. */
export interface LetteredSignal {
  readonly signal: Signal
  readonly letter: string
}

/** What of a chart one size shows. */
export interface View {
  readonly chart: ControlChart
  readonly size: ChartSize
  readonly rules: SizeRules
  /** First period shown. */
  readonly from: number
  /** Behind the last period of the analysis. */
  readonly to: number
  /** Periods shown, with those still to come. */
  readonly places: number
  /** Too few points yet: neither limits nor verdicts are drawn. */
  readonly waiting: boolean
  readonly signals: readonly LetteredSignal[]
  /** What no value can be below or above; none on a side where a value or target is all the same. */
  readonly bounds: Bounds
}

export function viewOf(chart: ControlChart, size: ChartSize): View {
  const { analysis, time } = chart
  const rules = SIZES[size]
  const to = analysis.values.length
  const from = chart.showAll || !crowded(to, rules) ? 0 : to - LATEST
  const waiting = analysis.pointsToCome > 0 && analysis.phases.length <= 1
  const toCome = Math.max(time.length - to, waiting && (analysis.latest >= 0 || to === 0) ? analysis.pointsToCome : 0)
  return {
    chart,
    size,
    rules,
    from,
    to,
    places: Math.max(1, to - from + Math.min(toCome, MOST_TO_COME)),
    waiting,
    signals: waiting ? [] : lettered(chart).filter(({ signal }) => signal.to >= from && signal.from < to),
    bounds: boundsOf(chart),
  }
}

function lettered({ signals, lettersBefore }: ControlChart): LetteredSignal[] {
  const letters = signalLetters(signals, lettersBefore)
  return signals.map((signal, place) => ({ signal, letter: letters[place]! }))
}

function crowded(periods: number, { width, left, right, leastPitch }: SizeRules): boolean {
  return periods > LATEST && (width - left - right) / periods < leastPitch
}

/** What values can be, as far as the ones that are known keep to it. */
export function boundsOf(chart: ControlChart): Bounds {
  const { analysis, floor, ceiling } = chart
  const least = floor ?? (chartType(analysis.chart).needsCounts ? 0 : Number.NEGATIVE_INFINITY)
  const most = ceiling ?? Number.POSITIVE_INFINITY
  const lines = [...dataLines(chart), analysis.targets]
  const has = (test: (figure: number) => boolean) => lines.some((line) => line.some(test))
  return {
    floor: has((figure) => figure < least) ? Number.NEGATIVE_INFINITY : least,
    ceiling: has((figure) => figure > most) ? Number.POSITIVE_INFINITY : most,
  }
}

/** A figure, or the bound that it lies beyond. */
export function withinBounds({ bounds }: View, figure: number): number {
  return Math.max(bounds.floor, Math.min(bounds.ceiling, figure))
}

/** A limit where a value can reach it: beyond the bounds it parts nothing from nothing, and is not drawn. */
export function reachable({ bounds }: View, limit: Float64Array): Float64Array {
  const isBeyond = (figure: number) => figure < bounds.floor || figure > bounds.ceiling
  return limit.some(isBeyond) ? limit.map((figure) => (isBeyond(figure) ? Number.NaN : figure)) : limit
}

/** The value of a period, or null where there is none that can be drawn. */
export function valueAt(view: View, index: number): number | null {
  const value = view.chart.analysis.values[index]
  return value !== undefined && Number.isFinite(value) ? value : null
}

/** The lines that are drawn through points: the values; of cumulative sums both. */
export function dataLines({ analysis: { values, sums } }: ControlChart): readonly Float64Array[] {
  return sums ? [sums.upper, sums.lower] : [values]
}

/** "months" */
export function plural(noun: string): string {
  return noun.endsWith('s') ? noun : `${noun}s`
}

/** How a period is named where room is short. */
export function shortName(chart: ControlChart, index: number): string {
  const period = chart.time[index]
  return period ? (period.short ?? period.label) : ''
}

/** "June" of "June 2026": the name without what stands under the axis anyway. */
export function nameWithinGroup(chart: ControlChart, index: number): string {
  const period = chart.time[index]
  if (!period) return ''
  const { label, group } = period
  return group && label.endsWith(` ${group}`) ? label.slice(0, -group.length - 1) : label
}

/** What the centre line is called: the kind of chart knows. */
export function centreWord({ analysis }: ControlChart): CentreName {
  return analysis.centreName ?? chartType(analysis.chart).centreName
}
