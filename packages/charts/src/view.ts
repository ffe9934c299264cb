import { chartType, type Signal } from '@golden-thread/spc'
import type { ChartSize, ControlChart } from './chart.ts'
import { signalLetters } from './letters.ts'
import { SIZES, type SizeRules } from './sizes.ts'

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
  }
}

function lettered({ signals }: ControlChart): LetteredSignal[] {
  const letters = signalLetters(signals)
  return signals.map((signal, place) => ({ signal, letter: letters[place]! }))
}

function crowded(periods: number, { width, left, right, leastPitch }: SizeRules): boolean {
  return periods > LATEST && (width - left - right) / periods < leastPitch
}

/** The value of a period, or null where there is none that can be drawn. */
export function valueAt(view: View, index: number): number | null {
  const value = view.chart.analysis.values[index]
  return value !== undefined && Number.isFinite(value) ? value : null
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
export function centreWord({ analysis }: ControlChart): 'mean' | 'median' {
  return chartType(analysis.chart).centreName
}
