import type { Span } from './markup.ts'
import { ASCENT, DESCENT } from './room.ts'
import { MOST_SIGNALS_WITH_WORDS, runWords } from './signalWords.ts'
import type { SizeRules } from './sizes.ts'
import { spansWidth } from './textWidth.ts'
import type { LetteredSignal, View } from './view.ts'

/** One bracket with its words: over a run, or over all the runs for which no lane is left. */
export interface Bracket {
  readonly runs: readonly LetteredSignal[]
  readonly side: 'high' | 'low'
  readonly spans: readonly Span[]
  /** First and last index shown. */
  readonly from: number
  readonly to: number
  /** Ends of the line, and where its words begin and end. */
  readonly x0: number
  readonly x1: number
  readonly textX: number
  readonly textEnd: number
  /** Counted outwards from the plot. */
  readonly lane: number
}

/** Left and right edge of the plot. */
export interface Ends {
  readonly left: number
  readonly right: number
}

/** px from the outermost line or point to the bracket, and its legs, at k = 1. */
export const AWAY = 14
export const LEG = 6
/** px from the line to its words. */
export const TO_WORDS = 7
/** px of air between the words of one lane and the bracket of the next. */
const BETWEEN = 3
/** px that parts neighbours in one lane. */
const BESIDE = 2
/** Of runs under one bracket, so many are named by their letters. */
const MOST_LETTERS = 4

/**
 * The brackets of all runs, those next to the plot first. Shorter runs stand nearer, and each takes the first lane in which
 * neither its line nor its words meet others. A size has so many lanes a side; runs beyond that share one bracket in the
 * last of them, with all their letters: their words stand in the list beneath the chart.
 */
export function bracketLanes(view: View, ends: Ends): readonly Bracket[] {
  if (view.rules.lanes === 0) return []
  return (['high', 'low'] as const).flatMap((side) => lanesOf(view, ends, side))
}

/** How far one lane lies from the next. */
export function laneHeight({ k, label }: SizeRules): number {
  return LEG * k + TO_WORDS + (ASCENT + DESCENT) * label + BETWEEN
}

/** How much room the first lane needs beyond the outermost line or point. */
export function firstLane({ k, label }: SizeRules): number {
  return AWAY * k + TO_WORDS + label + BETWEEN
}

/** How many lanes each bracket has outside it, in the same order. */
export function lanesOutside(brackets: readonly Bracket[]): readonly number[] {
  const outside = brackets.map(() => 0)
  for (let place = brackets.length - 1; place >= 0; place--) {
    for (let outer = place + 1; outer < brackets.length; outer++) {
      if (meet(brackets[place]!, brackets[outer]!)) outside[place] = Math.max(outside[place]!, outside[outer]! + 1)
    }
  }
  return outside
}

/** Whether two on one side would stand over each other in one lane. */
export function meet(a: Bracket, b: Bracket): boolean {
  if (a.side !== b.side) return false
  const apart = Math.max(Math.min(a.x0, a.textX), Math.min(b.x0, b.textX)) - BESIDE
  return apart < Math.min(Math.max(a.x1, a.textEnd), Math.max(b.x1, b.textEnd)) + BESIDE
}

function lanesOf(view: View, ends: Ends, side: Bracket['side']): readonly Bracket[] {
  const last = view.rules.lanes - 1
  const placed: Bracket[] = []
  const left: Bracket[] = []
  for (const run of shortestFirst(view.signals.filter(({ signal }) => signal.side === side))) {
    const ways = wordings(view, run).map((spans) => inLane(bracketOf(view, ends, [run], spans), placed))
    const found = ways.find(({ lane }) => lane <= last)
    if (found) placed.push(found)
    else left.push({ ...ways.at(-1)!, lane: last })
  }
  if (left.length === 0) return placed
  const within = placed.filter(({ lane }) => lane < last)
  const outermost = [...placed.filter(({ lane }) => lane === last), ...left]
  return [...within, ...folded(view, ends, outermost)]
}

function shortestFirst(signals: readonly LetteredSignal[]): readonly LetteredSignal[] {
  const length = ({ signal }: LetteredSignal) => signal.to - signal.from
  return signals.filter(({ signal }) => signal.points.length > 1).toSorted((a, b) => length(a) - length(b))
}

/** Letter and words where there are few signals; else, or where those find no lane, the letter. */
function wordings(view: View, { signal, letter }: LetteredSignal): readonly (readonly Span[])[] {
  const short: Span[] = [{ text: letter, bold: true }]
  return view.rules.signals === 'words' && view.signals.length <= MOST_SIGNALS_WITH_WORDS
    ? [[...short, { text: `\u2002${runWords(view, signal)}` }], short]
    : [short]
}

function inLane(bracket: Bracket, placed: readonly Bracket[]): Bracket {
  const lane = placed.reduce((least, inner) => (meet(inner, bracket) ? Math.max(least, inner.lane + 1) : least), 0)
  return { ...bracket, lane }
}

/** Those that meet in the last lane become one, until none meets another. */
function folded(view: View, ends: Ends, brackets: readonly Bracket[]): readonly Bracket[] {
  for (const bracket of brackets) {
    const together = brackets.filter((other) => meet(other, bracket))
    if (together.length === 1) continue
    const runs = together.flatMap((each) => each.runs).toSorted((a, b) => a.signal.from - b.signal.from)
    const whole = { ...bracketOf(view, ends, runs, lettersOf(runs)), lane: bracket.lane }
    return folded(view, ends, [...brackets.filter((other) => !together.includes(other)), whole])
  }
  return brackets
}

/** "C D", "C D E and 3 more". */
function lettersOf(runs: readonly LetteredSignal[]): readonly Span[] {
  const letters = runs.map(({ letter }) => letter)
  if (letters.length <= MOST_LETTERS) return [{ text: letters.join(' '), bold: true }]
  const named = letters.slice(0, MOST_LETTERS - 1)
  return [{ text: named.join(' '), bold: true }, { text: ` and ${letters.length - named.length} more` }]
}

function bracketOf(
  view: View,
  { left, right }: Ends,
  runs: readonly LetteredSignal[],
  spans: readonly Span[],
): Bracket {
  const { rules } = view
  const pitch = (right - left) / view.places
  const from = Math.max(view.from, Math.min(...runs.map(({ signal }) => signal.from)))
  const to = Math.max(...runs.map(({ signal }) => signal.to))
  const middle = (index: number) => left + (index - view.from + 0.5) * pitch
  const reach = Math.max(1, Math.min(pitch / 2 - 0.5, 8 * rules.k))
  const x0 = middle(from) - reach
  const x1 = middle(to) + reach
  const width = spansWidth(spans, rules.label)
  const textX = Math.max(left + 2, Math.min(right - 3 - width, (x0 + x1 - width) / 2))
  return { runs, side: runs[0]!.signal.side, spans, from, to, x0, x1, textX, textEnd: textX + width, lane: 0 }
}
