import { lineAt, px, type Span, textAt } from '../markup.ts'
import type { SizeRules } from '../sizes.ts'
import { spread } from '../spread.ts'
import type { FunnelChart } from './funnelChart.ts'
import type { FunnelFrame } from './funnelFrame.ts'
import { levelName } from './standing.ts'

/** Labels stand at least this many lines apart. */
const LINES_APART = 1.5
/** Where all units are of one size there is no curve: limits are marks so many px to each side. */
const MARK = 24

/** Curves look smooth with so many corners at the width of a page. */
const CORNERS = 40

type Side = 'lower' | 'upper'

/** The corners of a curve, in px. */
interface Corners {
  readonly x: number[]
  readonly y: number[]
}

/** The band between the widest limits. */
export function expectedFunnel(frame: FunnelFrame): string {
  const { chart, rules, top, bottom } = frame
  const widest = places(chart)[0]
  if (widest === undefined) return ''
  const upper = cornersOf(frame, widest, 'upper')
  const lower = cornersOf(frame, widest, 'lower')
  if (upper.x.length < 2 || lower.x.length < 2) return ''
  let d = ''
  const add = (x: number, y: number) => {
    d += `${d ? ' ' : 'M'}${px(x)} ${px(Math.max(top, Math.min(bottom, y)))}`
  }
  for (let at = 0; at < upper.x.length; at++) add(upper.x[at]!, upper.y[at]!)
  for (let at = lower.x.length - 1; at >= 0; at--) add(lower.x[at]!, lower.y[at]!)
  return `<path d="${d}z" fill="${rules.ink.band}"/>`
}

/** Limits as curves, the widest with longer dashes, and the centre line across. */
export function funnelLines(frame: FunnelFrame): string {
  const { chart, rules, left, right, y } = frame
  const { k, ink } = rules
  const limits = places(chart)
    .map((place, order) => {
      const d = curve(frame, cornersOf(frame, place, 'upper')) + curve(frame, cornersOf(frame, place, 'lower'))
      const [width, dash] = order === 0 ? [1.25, [5, 4]] : [1.1, [2, 3]]
      const dashes = dash.map((length) => px(length * k)).join(' ')
      return (
        d &&
        `<path d="${d}" fill="none" stroke="${ink.limit}" stroke-width="${px(width * k)}" stroke-dasharray="${dashes}"/>`
      )
    })
    .join('')
  const { target } = chart.analysis
  if (target === null) return limits
  return limits + lineAt(left, y(target), right, y(target), ` stroke="${ink.ink}" stroke-width="${px(1.5 * k)}"`)
}

/** Places in `levels`, the widest limits first. */
function places({ analysis }: FunnelChart): number[] {
  return analysis.levels.map((_, place) => place).toSorted((a, b) => analysis.levels[b]! - analysis.levels[a]!)
}

/** One limit from the smallest to the largest unit; units of one size have a mark beside them instead. */
function cornersOf({ chart, x, y, left, right }: FunnelFrame, place: number, side: Side): Corners {
  const { curves } = chart.analysis
  const corners: Corners = { x: [], y: [] }
  const every = Math.max(1, Math.ceil(curves.length / CORNERS))
  for (let at = 0; at < curves.length; at += at + every < curves.length ? every : Math.max(1, curves.length - 1 - at)) {
    const { denominator, limits } = curves[at]!
    const limit = limits[place]![side]
    if (limit === null) continue
    corners.x.push(x(denominator))
    corners.y.push(y(limit))
  }
  if (curves.length > 1 || corners.x.length === 0) return corners
  const [middle, height] = [corners.x[0]!, corners.y[0]!]
  return { x: [Math.max(left, middle - MARK), Math.min(right, middle + MARK)], y: [height, height] }
}

/** The line through the corners, as far as it lies within the plot. */
function curve({ top, bottom }: FunnelFrame, { x, y }: Corners): string {
  let d = ''
  let drawing = false
  for (let at = 1; at < x.length; at++) {
    const [x0, x1, y0, y1] = [x[at - 1]!, x[at]!, y[at - 1]!, y[at]!]
    if ((y0 < top && y1 < top) || (y0 > bottom && y1 > bottom)) {
      drawing = false
      continue
    }
    const from = y0 < top ? top : y0 > bottom ? bottom : y0
    const to = y1 < top ? top : y1 > bottom ? bottom : y1
    const across = (height: number) => x0 + ((x1 - x0) * (height - y0)) / (y1 - y0)
    d += drawing ? ' ' : `M${px(from === y0 ? x0 : across(from))} ${px(from)}L`
    d += `${px(to === y1 ? x1 : across(to))} ${px(to)}`
    drawing = to === y1
  }
  return d
}

interface LineEnd {
  readonly value: number
  readonly spans: readonly Span[]
  readonly quiet: boolean
}

/** What the lines are, at their right ends; a phone has room for the centre alone, and its caption says the dashes. */
export function lineEnds(chart: FunnelChart, { labels }: SizeRules): LineEnd[] {
  const { target, curves, levels } = chart.analysis
  const end = curves.at(-1)
  const ends: LineEnd[] = []
  if (target !== null) {
    const bold = { text: chart.format(target), bold: true }
    ends.push({
      value: target,
      spans: labels === 'figures' ? [bold] : [{ text: `${chart.centreName} ` }, bold],
      quiet: false,
    })
  }
  if (labels === 'figures' || !end) return ends
  for (const place of places(chart)) {
    for (const side of ['upper', 'lower'] as const) {
      const value = end.limits[place]![side]
      if (value !== null && value !== target)
        ends.push({
          value,
          spans: [{ text: `${levelName(levels[place]!)} limit ${chart.format(value)}` }],
          quiet: true,
        })
    }
  }
  return ends
}

export function lineLabels(frame: FunnelFrame): string {
  const { chart, rules, right, top, bottom, y } = frame
  const ends = lineEnds(chart, rules)
    .map((end) => ({ ...end, at: y(end.value) }))
    .filter(({ at }) => at >= top - 1 && at <= bottom + 1)
    .sort((a, b) => a.at - b.at)
  const heights = ends.map(({ at }) => at)
  const spaced = spread(heights, rules.label * LINES_APART, rules.label * 0.7, bottom)
  return ends
    .map(({ spans, quiet, at }, place) => {
      const to = spaced[place]!
      const leader = lineAt(right + 3, at, right + 12, to, ` stroke="${rules.ink.limit}"`)
      return leader + textAt(right + 16, to + rules.label * 0.36, spans, quiet ? {} : { fill: rules.ink.ink })
    })
    .join('')
}
