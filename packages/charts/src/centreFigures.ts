import type { Frame } from './frame.ts'
import { textAt } from './markup.ts'
import { clash, isFree, type Room, wordsBox, written } from './room.ts'
import { textWidth } from './textWidth.ts'

/** px between a centre line and its figure. */
const AWAY = 5

/** The figure of each re-based centre line but the last, whose label stands at the right: on its own line, where it covers least. */
export function centreFigures(frame: Frame, room: Room): string {
  const { chart, from, to, edge, y, waiting, rules } = frame
  if (!chart.centreOf || waiting) return ''
  const { phases, centre } = chart.analysis
  return phases
    .filter(({ start, end }) => end > from && end < to && Number.isFinite(centre[start]))
    .map(({ start, end }) => {
      const text = chart.format(centre[start]!)
      const width = textWidth(text, rules.small, true)
      const line = y(centre[start]!)
      const [first, last] = [edge(Math.max(from, start)) + 4, edge(end) - 4 - width]
      const spots = [first, (first + last) / 2, last].flatMap((x) => [
        { x, baseline: line - AWAY },
        { x, baseline: line + AWAY + rules.small * 0.75 },
      ])
      const boxes = spots.map((spot) => wordsBox(spot.x, spot.baseline, width, rules.small))
      const costs = boxes.map((box) => (isFree(room, box) ? clash(room, box) : Number.POSITIVE_INFINITY))
      const best = costs.indexOf(Math.min(...costs))
      if (last < first || costs[best] === Number.POSITIVE_INFINITY) return ''
      written(room, boxes[best]!)
      const { x, baseline } = spots[best]!
      return textAt(x, baseline, text, { fill: rules.ink.ink, size: rules.small, weight: 700, halo: rules.ink.ground })
    })
    .join('')
}
