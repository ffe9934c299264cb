import { type Frame, outermost } from './frame.ts'
import { verdictInk } from './ink.ts'
import { px, type Span, textAt } from './markup.ts'
import { type Box, clash, type Room, taken } from './room.ts'
import { MOST_SIGNALS_WITH_WORDS, runWords } from './signalWords.ts'
import { spansWidth } from './textWidth.ts'
import type { LetteredSignal } from './view.ts'

/** px from the outermost line or point to the bracket, and its legs, at k = 1. */
const AWAY = 14
const LEG = 6
/** px further out for each try that meets something else. */
const STEP = 6

/** A bracket over every run (shift, trend, two of three), outside the limits on its side, with letter and words. */
export function runBrackets(frame: Frame, room: Room): string {
  if (frame.rules.signals === 'none') return ''
  return frame.signals
    .filter(({ signal }) => signal.points.length > 1)
    .map((run) => runBracket(frame, room, run))
    .join('')
}

function runBracket(frame: Frame, room: Room, run: LetteredSignal): string {
  const { rules, pitch, x, from } = frame
  const { signal } = run
  const up = signal.side === 'high' ? -1 : 1
  const reach = Math.min(pitch / 2 - 0.5, 8 * rules.k)
  const x0 = x(Math.max(signal.from, from)) - Math.max(1, reach)
  const x1 = x(signal.to) + Math.max(1, reach)
  const place = placeOf(frame, room, run, x0, x1, up)
  const leg = px(-up * LEG * rules.k)
  const d = `M${px(x0)} ${px(place.y - up * LEG * rules.k)}v${-leg}H${px(x1)}v${leg}`
  const line = `<path d="${d}" fill="none" stroke="${verdictInk(signal.verdict, rules.ink)}" stroke-width="${px(1.75 * rules.k)}"/>`
  taken(room, bracketBox(frame, x0, x1, place.y, up), 3)
  taken(room, place.box, 3)
  return line + textAt(place.textX, place.baseline, place.spans, { fill: rules.ink.ink, halo: rules.ink.ground })
}

/** The line with its legs. */
function bracketBox({ rules }: Frame, x0: number, x1: number, y: number, up: 1 | -1): Box {
  const foot = y - up * LEG * rules.k
  return { x0: x0 - 1, x1: x1 + 1, y0: Math.min(y, foot) - 1, y1: Math.max(y, foot) + 1 }
}

interface BracketPlace {
  readonly y: number
  readonly textX: number
  readonly baseline: number
  readonly box: Box
  readonly spans: readonly Span[]
}

/** The nearest place on its side where bracket and words meet nothing; the words go before the letter does. */
function placeOf(frame: Frame, room: Room, run: LetteredSignal, x0: number, x1: number, up: 1 | -1): BracketPlace {
  const { rules, y } = frame
  const nearest = y(outermost(frame, run.signal, run.signal.side)) + up * AWAY * rules.k
  const letter: Span[] = [{ text: run.letter, bold: true }]
  const wordings =
    rules.signals === 'words' && frame.signals.length <= MOST_SIGNALS_WITH_WORDS
      ? [[...letter, { text: `\u2002${runWords(frame, run.signal)}` }], letter]
      : [letter]
  let best: BracketPlace | null = null
  let least = Number.POSITIVE_INFINITY
  wordings.forEach((spans, wording) => {
    for (let step = -1; step < 14; step++) {
      const place = bracketPlace(frame, nearest + up * step * STEP, spans, x0, x1, up)
      const line = bracketBox(frame, x0, x1, place.y, up)
      const cost = clash(room, place.box) + clash(room, line) + Math.abs(step) * 6 + wording * 120
      if (cost >= least) continue
      least = cost
      best = place
    }
  })
  return best ?? bracketPlace(frame, nearest, letter, x0, x1, up)
}

function bracketPlace(
  frame: Frame,
  y: number,
  spans: readonly Span[],
  x0: number,
  x1: number,
  up: 1 | -1,
): BracketPlace {
  const { rules, left, right, top, bottom } = frame
  const size = rules.label
  const width = spansWidth(spans, size)
  const textX = Math.max(left + 2, Math.min(right - 3 - width, (x0 + x1 - width) / 2))
  const inside = up < 0 ? Math.max(top - 2 + size, y) : Math.min(bottom - size - 8, y)
  const baseline = up < 0 ? inside - 7 : inside + 7 + size * 0.75
  const box = { x0: textX - 2, x1: textX + width + 2, y0: baseline - size * 0.8, y1: baseline + size * 0.25 }
  return { y: inside, textX, baseline, box, spans }
}
