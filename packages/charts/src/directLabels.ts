import { BESIDE_PLOT, type Frame } from './frame.ts'
import { lineAt, px, textAt } from './markup.ts'
import { type RightLabel, rightLabels, targetSpans } from './rightLabels.ts'
import { type Box, clash, type Room, taken } from './room.ts'
import { spread } from './spread.ts'
import { spansWidth } from './textWidth.ts'

/** Labels stand at least this many lines apart. */
const LINES_APART = 1.5

/** What each line is, at its right end, instead of a legend; a label that had to move keeps its leader. */
export function directLabels(frame: Frame): string {
  const { rules, right, axis, targetOff, top, bottom, y } = frame
  const all = rightLabels(frame, axis, targetOff)
  const here = frame.places > frame.to - frame.from
  const labels = all
    .filter(({ of }) => !(here && of === 'latest'))
    .map((label) => {
      const off = label.of === 'target' ? targetOff : null
      return { label, off, at: off ? (off === 'above' ? top + 2 : bottom - 2) : y(label.value) }
    })
    .sort((a, b) => a.at - b.at)
  const heights = labels.map(({ at }) => at)
  const spaced = spread(heights, rules.label * LINES_APART, rules.label * 0.7, rules.height - rules.label * 0.6)
  const drawn = labels.map(({ label, off, at }, place) => {
    const to = spaced[place]!
    const leader = off ? arrow(frame, to, off) : lineAt(right + 3, at, right + 12, to, ` stroke="${rules.ink.limit}"`)
    return (
      leader +
      textAt(right + BESIDE_PLOT, to + rules.label * 0.36, label.spans, label.quiet ? {} : { fill: rules.ink.ink })
    )
  })
  const latest = here ? all.find(({ of }) => of === 'latest') : undefined
  return drawn.join('') + (latest ? besidePoint(frame, latest) : '')
}

/** Where places are still to come, the latest value stands beside its point instead of far from it. */
function besidePoint({ chart, x, y, rules, shape }: Frame, { value, spans }: RightLabel): string {
  const at = x(chart.analysis.latest) + 12 * shape
  return textAt(at, y(value) + rules.label * 0.36, spans, { fill: rules.ink.ink, halo: rules.ink.ground })
}

/** The target named on its line: on a phone, and where it ended before the last period. */
export function targetOnLine(frame: Frame, room: Room): string {
  const { chart, rules, from, to, left, edge, y, targetOff, top } = frame
  const { targets } = chart.analysis
  const atRight = rules.labels !== 'figures' && Number.isFinite(targets[to - 1])
  if (atRight) return ''
  const last = targets.subarray(0, to).findLastIndex(Number.isFinite)
  if (last < from) return ''
  let first = last
  while (first > from && targets[first - 1] === targets[last]) first--
  const spans = targetSpans(frame, targets[last]!).map((span) => ({ ...span, bold: true }))
  const size = rules.small
  const width = spansWidth(spans, size)
  if (targetOff)
    return textAt(
      left + 4,
      targetOff === 'above' ? top - 3 : frame.bottom - 6,
      [...spans, { text: `, ${targetOff} this axis` }],
      { fill: rules.ink.ink, size },
    )
  const line = y(targets[last]!)
  const start = Math.max(left + 4, Math.min(edge(first) + 4, frame.right - width - 4))
  const spots = [start, (start + frame.right - width) / 2, frame.right - width - 4].flatMap((x) => [
    { x, baseline: line - 5 },
    { x, baseline: line + 5 + size * 0.75 },
  ])
  const boxOf = ({ x, baseline }: { x: number; baseline: number }): Box => ({
    x0: x,
    x1: x + width,
    y0: baseline - size * 0.8,
    y1: baseline + 2,
  })
  const costs = spots.map((spot, place) => clash(room, boxOf(spot)) + place * 5)
  const spot = spots[costs.indexOf(Math.min(...costs))]!
  taken(room, boxOf(spot), 3)
  return textAt(spot.x, spot.baseline, spans, { fill: rules.ink.ink, size, halo: rules.ink.ground })
}

/** A small arrow off the plot, towards a target that stands far outside. */
function arrow({ right, rules }: Frame, y: number, off: 'above' | 'below'): string {
  const up = off === 'above' ? -1 : 1
  const d = `M${px(right + 7.5)} ${px(y - up * 5)}v${up * 10}m-3.5 ${-up * 4}l3.5 ${up * 4} 3.5 ${-up * 4}`
  return `<path d="${d}" fill="none" stroke="${rules.ink.ink}" stroke-width="1.25"/>`
}
