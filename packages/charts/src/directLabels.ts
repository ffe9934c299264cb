import { BESIDE_PLOT, type Frame } from './frame.ts'
import { lineAt, px, textAt } from './markup.ts'
import { type RightLabel, rightLabels, targetSpans } from './rightLabels.ts'
import { clash, type Room, wordsBox, written } from './room.ts'
import { spread } from './spread.ts'
import { spansWidth } from './textWidth.ts'

/** Labels stand at least this many lines apart. */
const LINES_APART = 1.5

/** What each line is, at its right end, instead of a legend; a label that had to move keeps its leader. */
export function directLabels(frame: Frame): string {
  const { rules, right, axis, targetOff, top, bottom, y } = frame
  const labels = rightLabels(frame, axis, targetOff)
    .filter((label) => !(isLatest(label) && hasPlacesToCome(frame)))
    .map((label) => {
      const off = label.of === 'target' ? targetOff : null
      return { label, off, at: off ? (off === 'above' ? top + 2 : bottom - 2) : y(label.value) }
    })
    .sort((a, b) => a.at - b.at)
  const heights = labels.map(({ at }) => at)
  const spaced = spread(heights, rules.label * LINES_APART, rules.label * 0.7, bottom)
  const drawn = labels.map(({ label, off, at }, place) => {
    const to = spaced[place]!
    const leader = off ? arrow(frame, to, off) : lineAt(right + 3, at, right + 12, to, ` stroke="${rules.ink.limit}"`)
    return (
      leader +
      textAt(right + BESIDE_PLOT, to + rules.label * 0.36, label.spans, label.quiet ? {} : { fill: rules.ink.ink })
    )
  })
  return drawn.join('')
}

/** Where places are still to come, the latest value stands beside its point instead of far from it; of sums both. */
export function latestBesidePoint(frame: Frame, room: Room): string {
  const { chart, x, y, rules, shape, top, bottom } = frame
  if (!hasPlacesToCome(frame)) return ''
  const labels = rightLabels(frame, frame.axis, frame.targetOff).filter(isLatest)
  const heights = spread(
    labels.map(({ value }) => y(value)).toSorted((a, b) => a - b),
    rules.label * LINES_APART,
    top,
    // Beneath stands how many places are to come.
    bottom - rules.label * 2.4,
  )
  const at = x(chart.analysis.latest) + 12 * shape
  return labels
    .toSorted((a, b) => b.value - a.value)
    .map(({ spans }, place) => {
      const baseline = heights[place]! + rules.label * 0.36
      written(room, wordsBox(at, baseline, spansWidth(spans, rules.label), rules.label))
      return textAt(at, baseline, spans, { fill: rules.ink.ink, halo: rules.ink.ground })
    })
    .join('')
}

function hasPlacesToCome({ places, from, to }: Frame): boolean {
  return places > to - from
}

function isLatest({ of }: RightLabel): boolean {
  return of === 'latest'
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
  if (targetOff) {
    const said = [...spans, { text: `, ${targetOff} this axis` }]
    const baseline = targetOff === 'above' ? top - 3 : frame.bottom - 6
    written(room, wordsBox(left + 4, baseline, spansWidth(said, size), size))
    return textAt(left + 4, baseline, said, { fill: rules.ink.ink, size })
  }
  const line = y(targets[last]!)
  const start = Math.max(left + 4, Math.min(edge(first) + 4, frame.right - width - 4))
  const spots = [start, (start + frame.right - width) / 2, frame.right - width - 4].flatMap((x) => [
    { x, baseline: line - 5 },
    { x, baseline: line + 5 + size * 0.75 },
  ])
  const boxes = spots.map((spot) => wordsBox(spot.x, spot.baseline, width, size))
  const costs = boxes.map((box, place) => clash(room, box) + place * 5)
  const best = costs.indexOf(Math.min(...costs))
  written(room, boxes[best]!)
  const { x, baseline } = spots[best]!
  return textAt(x, baseline, spans, { fill: rules.ink.ink, size, halo: rules.ink.ground })
}

/** A small arrow off the plot, towards a target that stands far outside. */
function arrow({ right, rules }: Frame, y: number, off: 'above' | 'below'): string {
  const up = off === 'above' ? -1 : 1
  const d = `M${px(right + 7.5)} ${px(y - up * 5)}v${up * 10}m-3.5 ${-up * 4}l3.5 ${up * 4} 3.5 ${-up * 4}`
  return `<path d="${d}" fill="none" stroke="${rules.ink.ink}" stroke-width="1.25"/>`
}
