import type { Frame } from './frame.ts'
import { px, textAt } from './markup.ts'
import { type Room, taken } from './room.ts'
import { fitText, textWidth } from './textWidth.ts'
import { shortName } from './view.ts'

/** Less room than this, and a phase's words are left to the list beneath the chart. */
const LEAST_ROOM = 64

/** Dotted dividers where new limits begin, and above them what changed. */
export function phaseMarks(frame: Frame, room: Room): string {
  const { chart, rules, from, to, top, bottom, edge } = frame
  const starts = chart.analysis.phases.map(({ start }) => start).filter((start) => start > from && start < to)
  const above = rules.phases === 'none' ? top - 4 : 4
  const k = rules.k
  const dividers = starts.map((start) => `M${px(edge(start))} ${px(above)}V${px(bottom)}`).join('')
  const drawn =
    dividers &&
    `<path d="${dividers}" fill="none" stroke="${rules.ink.slate}" stroke-dasharray="${px(1.5 * k)} ${px(3 * k)}"/>`
  for (const start of starts) taken(room, { x0: edge(start) - 1, x1: edge(start) + 1, y0: top, y1: bottom }, 1.5)
  if (rules.phases === 'none') return drawn
  return drawn + (rules.phases === 'short' ? shortNotes(frame, starts) : notes(frame))
}

function notes(frame: Frame): string {
  const { chart, rules, from, to, left, right } = frame
  const shown = chart.phaseNotes.filter(
    ({ index }, place) => index < to && (chart.phaseNotes[place + 1]?.index ?? to) > from,
  )
  return shown
    .map(({ index, title, detail }, place) => {
      const start = index > from ? frame.edge(index) + 8 : left
      const next = shown[place + 1]
      const space = (next ? frame.edge(next.index) - 8 : Math.min(rules.width - 4, right + 150)) - start
      if (space < LEAST_ROOM) return ''
      const heading = fitText(title, space, rules.label, true)
      const second = fitText(detail, space, rules.label)
      return textAt(start, 16, heading, { weight: 600, fill: rules.ink.ink }) + (second && textAt(start, 34, second))
    })
    .join('')
}

/** "New limits Feb 2025", the latest first where not all fit. */
function shortNotes({ chart, rules, edge, right }: Frame, starts: readonly number[]): string {
  const hasLimits = chart.analysis.phases.some(({ noLimits }) => noLimits !== 'runChart')
  let limit = right + 40
  let drawn = ''
  for (const start of [...starts].reverse()) {
    const room = limit - edge(start) - 8
    const name = shortName(chart, start)
    const text = [`New ${hasLimits ? 'limits' : 'median'} ${name}`, name].find(
      (said) => said && textWidth(said, rules.small, true) <= room,
    )
    const style = { weight: 600, fill: rules.ink.ink, size: rules.small } as const
    if (text) drawn = textAt(edge(start) + 6, 14, text, style) + drawn
    limit = edge(start)
  }
  return drawn
}
