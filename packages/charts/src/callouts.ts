import type { Signal } from '@golden-thread/spc'
import { bestPlace, type Callout, wayOf } from './calloutPlace.ts'
import type { ChartNote } from './chart.ts'
import type { Frame } from './frame.ts'
import { lineAt, type Span, textAt } from './markup.ts'
import { type Room, written } from './room.ts'
import { MOST_SIGNALS_WITH_WORDS, pointWords } from './signalWords.ts'
import { textWidth, wrapText } from './textWidth.ts'
import { shortName, valueAt } from './view.ts'

/** More single flagged points than this are named by their letters alone. */
const MOST_WITH_WORDS = 3
/** px that a note's line may be wide, at the desk. */
const NOTE_WIDTH = 168
/** px that a note may take on a wall screen; a longer one is left to the words beside the chart. */
const SHORT_NOTE = 200
/** Letters and words of flagged points, and notes of events, each where it meets the least of the drawing. */
export function callouts(frame: Frame, room: Room): string {
  const signals = signalCallouts(frame)
  return [...signals, ...noteCallouts(frame, signals)].map((callout) => draw(frame, room, callout)).join('')
}

function signalCallouts(frame: Frame): Callout[] {
  const { rules, signals } = frame
  if (rules.signals === 'none') return []
  const single = signals.filter(({ signal }) => signal.points.length === 1)
  const words =
    rules.signals === 'words' && single.length <= MOST_WITH_WORDS && signals.length <= MOST_SIGNALS_WITH_WORDS
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
    [[letters, { text: `${said}:` }], ...event(112)],
    [[letters, { text: said }]],
    [[letters]],
  ]
}

/** The notes that no flagged point's words tell already. */
function noteCallouts(frame: Frame, signals: readonly Callout[]): Callout[] {
  const { chart, rules, from, to } = frame
  if (rules.notes === 'none') return []
  const told = new Set(signals.filter(({ wordings }) => wordings.length > 1).map(({ index }) => index))
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
  const placed = bestPlace(frame, room, callout)
  if (!placed) return ''
  const { ink, label } = frame.rules
  written(room, placed.box)
  written(room, wayOf(placed))
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
