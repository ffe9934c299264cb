import type { ControlChart } from './chart.ts'
import type { Span } from './markup.ts'
import type { ValueAxis } from './valueAxis.ts'
import { centreWord, nameWithinGroup, type View, valueAt, withinBounds } from './view.ts'

/** A label at the right, instead of a legend. */
export interface RightLabel {
  readonly of: 'target' | 'upper' | 'latest' | 'centre' | 'lower'
  readonly value: number
  readonly spans: readonly Span[]
  /** Second text: limits. */
  readonly quiet: boolean
}

/** Where the target stands so far away that it is named and not drawn. */
export type TargetOff = 'above' | 'below' | null

/** Longer names of the latest period than this say "Latest" instead. */
const LONGEST_PERIOD = 16
/** An axis of fewer units than this, in its own last decimal, is short. */
const SHORT_AXIS = 20

/** The labels that this size shows, in no order; a line that has ended before the last period has none. */
export function rightLabels(view: View, axis: ValueAxis, targetOff: TargetOff): RightLabel[] {
  const { chart, rules, waiting, to } = view
  const { analysis } = chart
  const last = to - 1
  const labels: (RightLabel | null)[] = []
  if (rules.labels !== 'figures') labels.push(targetLabel(view, analysis.targets[last], targetOff))
  if (!waiting) {
    labels.push(
      limitLabel(view, axis, 'upper', analysis.upper[last]),
      centreLabel(view, axis, analysis.centre[last]),
      limitLabel(view, axis, 'lower', analysis.lower[last]),
    )
  }
  if (rules.labels === 'words') labels.push(...(analysis.sums ? sumLabels(view) : [latestLabel(view)]))
  return labels.filter((label) => label !== null)
}

/** "Target 33%": at the right, or on its line. */
export function targetSpans({ chart }: View, value: number): Span[] {
  return [{ text: `${chart.targetLabel ?? 'Target'} ` }, { text: targetText(chart, value), bold: true }]
}

/** A target is said as exactly as it was set: "33%", where values have a decimal. */
export function targetText(chart: ControlChart, value: number): string {
  for (let decimals = 0; decimals <= 3; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) <= Math.abs(value) * 1e-12)
      return chart.axisFormat(value, decimals)
  }
  return chart.format(value)
}

function targetLabel(view: View, value: number | undefined, off: TargetOff): RightLabel | null {
  if (!isFigure(value)) return null
  const spans = targetSpans(view, value)
  if (off && view.rules.labels === 'words') spans.push({ text: `, ${off} this axis` })
  return { of: 'target', value, spans, quiet: false }
}

function limitLabel(view: View, axis: ValueAxis, of: 'upper' | 'lower', value: number | undefined): RightLabel | null {
  if (!isFigure(value)) return null
  const { chart, rules, to } = view
  const isBeyond = withinBounds(view, value) !== value
  // A narrow chart has no room to say so: there the tint, which reaches the end of the axis, does.
  if (isBeyond && rules.labels !== 'words') return null
  const early = chart.analysis.phases.some((phase) => phase.early && phase.start < to && phase.end >= to)
  const name = chart.analysis.sums ? 'Decision limit' : of === 'upper' ? 'Upper limit' : 'Lower limit'
  const figures = limitText(view, value)
  const text = rules.labels === 'words' ? `${name} ${figures}${early ? ', early' : ''}` : figure(view, axis, value)
  return { of, value, spans: [{ text }], quiet: true }
}

/** A limit with its unit, or where no value can reach it, that it lies beyond: "below 0%". */
export function limitText({ chart, bounds }: Pick<View, 'chart' | 'bounds'>, limit: number): string {
  if (limit < bounds.floor) return `below ${chart.axisFormat(bounds.floor, 0)}`
  return limit > bounds.ceiling ? `above ${chart.axisFormat(bounds.ceiling, 0)}` : chart.format(limit)
}

function centreLabel(view: View, axis: ValueAxis, value: number | undefined): RightLabel | null {
  if (!isFigure(value)) return null
  const bold = {
    text: view.rules.labels === 'words' ? view.chart.format(value) : figure(view, axis, value),
    bold: true,
  }
  const word = centreWord(view.chart)
  // The axis says where 0 is.
  if (word === 'zero line') return null
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)} `
  return { of: 'centre', value, spans: view.rules.labels === 'figures' ? [bold] : [{ text: name }, bold], quiet: false }
}

function latestLabel(view: View): RightLabel | null {
  const { chart } = view
  const at = chart.analysis.latest
  const value = at >= view.from ? valueAt(view, at) : null
  if (value === null) return null
  const name = nameWithinGroup(chart, at)
  const when = name && name.length <= LONGEST_PERIOD ? name : 'Latest'
  const text = `${when}${chart.provisional[at] ? ', provisional' : ''} `
  return { of: 'latest', value, spans: [{ text }, { text: chart.format(value), bold: true }], quiet: false }
}

/** Both sums at the latest value. */
function sumLabels({ chart, from }: View): RightLabel[] {
  const { sums, latest } = chart.analysis
  if (!sums || latest < from) return []
  return (['upper', 'lower'] as const).map((side) => {
    const value = sums[side][latest]!
    const text = side === 'upper' ? 'Sum upwards ' : 'Sum downwards '
    return { of: 'latest', value, spans: [{ text }, { text: chart.format(value), bold: true }], quiet: false }
  })
}

/** As the axis writes it, on a short axis with one decimal more ("6.5", "28%"): there is no room for all. */
function figure({ chart }: View, { low, high, decimals }: ValueAxis, value: number): string {
  const most = high - low < SHORT_AXIS / 10 ** decimals ? decimals + 1 : decimals
  const whole = Number(value.toFixed(decimals)) === Number(value.toFixed(most))
  return chart.axisFormat(value, whole ? decimals : most)
}

function isFigure(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value)
}
