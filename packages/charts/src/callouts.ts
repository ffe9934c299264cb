import type { Signal } from '@golden-thread/spc'
import type { ChartNote } from './chart.ts'
import type { Frame } from './frame.ts'
import { lineAt, type Span, textAt } from './markup.ts'
import { isOutside } from './points.ts'
import { type Box, clash, type Room, taken } from './room.ts'
import { pointWords } from './signalWords.ts'
import { spansWidth, textWidth, wrapText } from './textWidth.ts'
import { shortName, valueAt } from './view.ts'

/** More single flagged points than this are named by their letters alone. */
const MOST_WITH_WORDS = 3
/** px that a note's line may be wide, at the desk. */
const NOTE_WIDTH = 168
/** px that a note may take on a wall screen; a longer one is left to the words beside the chart. */
const SHORT_NOTE = 200
/** A leader stops this many px before its point. */
const LEADER_STOPS = 12

/** Words tied to one point: letters of single flagged points, then the events. */
interface Callout {
  readonly index: number
  /** Ways to say it, from the fullest to the shortest. */
  readonly wordings: readonly (readonly (readonly Span[])[])[]
  readonly kind: 'signal' | 'note'
}

interface Placed {
  readonly lines: readonly (readonly Span[])[]
  readonly x: number
  readonly baseline: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly box: Box
  readonly leader: readonly [number, number, number, number]
}

/** Letters and words of flagged points, and notes of events, each where it meets the least of the drawing. */
export function callouts(frame: Frame, room: Room): string {
  return [...signalCallouts(frame), ...noteCallouts(frame)].map((callout) => draw(frame, room, callout)).join('')
}

function signalCallouts(frame: Frame): Callout[] {
  const { rules, signals } = frame
  if (rules.signals === 'none') return []
  const single = signals.filter(({ signal }) => signal.points.length === 1)
  const words = rules.signals === 'words' && single.length <= MOST_WITH_WORDS
  return [...Map.groupBy(single, ({ signal }) => signal.points[0]!)]
    .filter(([index]) => index >= frame.from && valueAt(frame, index) !== null)
    .map(([index, found]) => {
      const letters: Span = { text: found.map(({ letter }) => letter).join(' '), bold: true }
      return {
        index,
        kind: 'signal',
        wordings: words ? signalWordings(frame, index, letters, found[0]!.signal) : [[[letters]]],
      }
    })
}

/** With the month and the event at the same point; then with less; then the letter alone. */
function signalWordings({ chart, rules }: Frame, index: number, letters: Span, signal: Signal): Callout['wordings'] {
  const said = `\u2002${pointWords(signal)}`
  const note = chart.notes.find((each) => each.index === index)
  if (!note)
    return [[[letters, { text: said }], [{ text: shortName(chart, index) }]], [[letters, { text: said }]], [[letters]]]
  const event = (room: number) => wrapText(note.text, room, rules.label, 2).map((text) => [{ text }])
  const period = chart.time[index]?.label ?? ''
  return [
    [[letters, { text: `${said}${period && `, ${period}`}:` }], ...event(200)],
    [[letters, { text: `${said}:` }], ...event(130)],
    [[letters, { text: said }]],
    [[letters]],
  ]
}

function noteCallouts(frame: Frame): Callout[] {
  const { chart, rules, from, to } = frame
  const told =
    rules.signals === 'words'
      ? new Set(
          signalCallouts(frame)
            .filter(({ wordings }) => wordings.length > 1)
            .map(({ index }) => index),
        )
      : new Set()
  return chart.notes.flatMap((note) => {
    if (note.index < from || note.index >= to || told.has(note.index)) return []
    return [{ index: note.index, kind: 'note' as const, wordings: noteWordings(frame, note) }]
  })
}

function noteWordings({ rules }: Frame, { text, detail }: ChartNote): Callout['wordings'] {
  const lines = (said: readonly string[]) => said.map((line) => [{ text: line }])
  if (rules.notes === 'short') return textWidth(text, rules.label) <= SHORT_NOTE ? [lines([text])] : []
  const full = wrapText(text, NOTE_WIDTH, rules.label, detail ? 2 : 3)
  const second = detail ? wrapText(detail, NOTE_WIDTH, rules.label, 1) : []
  return [lines([...full, ...second]), lines(wrapText(text, NOTE_WIDTH * 0.7, rules.label, 2))]
}

function draw(frame: Frame, room: Room, callout: Callout): string {
  const placed = best(frame, room, callout)
  if (!placed) return ''
  const { ink, label } = frame.rules
  taken(room, placed.box, 3)
  const [x1, y1, x2, y2] = placed.leader
  const leader = lineAt(x1, y1, x2, y2, ` stroke="${ink.slate}"`)
  const { anchor, x, baseline } = placed
  const text = placed.lines.map((spans, row) =>
    textAt(x, baseline + row * label * 1.35, spans, {
      ...(anchor === 'start' ? {} : { anchor }),
      ...(row === 0 ? { fill: ink.ink } : {}),
      halo: ink.ground,
    }),
  )
  return leader + text.join('')
}

/** Of all places and wordings, the one that costs least: covering little, near its point, said in full. */
function best(frame: Frame, room: Room, callout: Callout): Placed | null {
  let found: Placed | null = null
  let least = Number.POSITIVE_INFINITY
  callout.wordings.forEach((lines, wording) => {
    for (const [placed, far] of placesFor(frame, callout, lines)) {
      const [x1, y1, x2, y2] = placed.leader
      const way = { x0: Math.min(x1, x2) - 1, x1: Math.max(x1, x2) + 1, y0: Math.min(y1, y2), y1: Math.max(y1, y2) }
      const cost = clash(room, placed.box) + clash(room, way) * 2 + far + wording * 90
      if (cost >= least) continue
      least = cost
      found = placed
    }
  })
  return found
}

/** Beside the point first, for a flagged one; above or below it, further and further away, for an event. */
function* placesFor(frame: Frame, { index, kind }: Callout, lines: Placed['lines']): Generator<[Placed, number]> {
  const { x, y, rules, shape, pitch } = frame
  const value = valueAt(frame, index)
  const at = { x: x(index), y: y(value ?? frame.axis.low) }
  const size = rules.label
  const width = Math.max(...lines.map((spans) => spansWidth(spans, size)))
  const height = lines.length * size * 1.35
  const ring = (isOutside(frame, index) ? 13 : 7) * shape
  if (kind === 'signal') {
    const leader = Math.min(14, Math.max(4, pitch)) * rules.k
    for (const side of [1, -1] as const) {
      const start = at.x + side * (ring + 2)
      const textX = start + side * (leader + 5)
      const box = {
        x0: side > 0 ? textX : textX - width,
        x1: side > 0 ? textX + width : textX,
        y0: at.y - height / 2,
        y1: at.y + height / 2,
      }
      const first = box.y0 + size * 1.02
      yield [
        {
          lines,
          x: textX,
          baseline: first,
          anchor: side > 0 ? 'start' : 'end',
          box,
          leader: [start, at.y, start + side * leader, at.y],
        },
        side > 0 ? 0 : 8,
      ]
    }
  }
  const near = kind === 'signal' ? ring + 2 : LEADER_STOPS * rules.k
  const away = kind === 'signal' ? [5, 12, 22, 36, 60, 90] : [22, 32, 44, 58, 74, 92, 112, 134, 160, 190]
  for (const side of [1, -1] as const) {
    for (const far of away) {
      const start = at.y + side * near
      const end = start + side * (far * rules.k)
      const y0 = side > 0 ? end + 3 : end - 3 - height
      for (const shift of [0, -0.3, 0.3, -0.48, 0.48]) {
        const middle = at.x + shift * width
        const box = { x0: middle - width / 2, x1: middle + width / 2, y0, y1: y0 + height }
        const placed: Placed = {
          lines,
          x: middle,
          baseline: y0 + size * 0.98,
          anchor: 'middle',
          box,
          leader: [at.x, start, at.x, end],
        }
        yield [placed, far * (kind === 'signal' ? 1.2 : 0.5) + Math.abs(shift) * 20 + 4]
      }
    }
  }
}
