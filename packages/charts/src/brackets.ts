import { AWAY, type Bracket, bracketLanes, LEG, laneHeight, lanesOutside, meet, TO_WORDS } from './bracketLanes.ts'
import { type Frame, outermost } from './frame.ts'
import { type Ink, verdictInk } from './ink.ts'
import { px, textAt } from './markup.ts'
import { ASCENT, type Box, clash, DESCENT, isFree, isOverWords, type Room, wordsBox, written } from './room.ts'

/** px further out for each try that meets something else. */
const STEP = 6
const TRIES = 14
/** px of white edge at both ends of the words. */
const HALO = 2

/** A bracket in its place: the height of its line, and what it covers. */
interface Placed {
  readonly bracket: Bracket
  readonly y: number
  readonly baseline: number
  readonly line: Box
  readonly words: Box
}

/**
 * A bracket over every run (shift, trend, two of three), outside the limits on its side, with its letter and words. One
 * for which the frame has no room is left to the shapes of its points and to the list beneath the chart.
 */
export function runBrackets(frame: Frame, room: Room): string {
  const brackets = bracketLanes(frame, frame)
  const outside = lanesOutside(brackets)
  const placed: Placed[] = []
  brackets.forEach((bracket, place) => {
    const inner = placed.filter((other) => meet(other.bracket, bracket))
    const found = bestPlace(frame, room, bracket, inner, outside[place]!)
    if (!found) return
    written(room, found.line)
    written(room, found.words)
    placed.push(found)
  })
  return placed.map((each) => drawn(frame, each)).join('')
}

/** Of the heights outside the run and its inner brackets, the one that covers least; never over other words. */
function bestPlace(
  frame: Frame,
  room: Room,
  bracket: Bracket,
  inner: readonly Placed[],
  lanesOutside: number,
): Placed | null {
  const { rules, y } = frame
  const out = outwards(bracket)
  const lane = laneHeight(rules)
  const nearest = out * y(outermost(frame, bracket, bracket.side)) + AWAY * rules.k
  const start = Math.max(nearest, ...inner.map((other) => out * other.y + lane))
  const furthest = Math.max(start, edgeOf(room, bracket, rules.label) - lanesOutside * lane)
  let best: Placed | null = null
  let least = Number.POSITIVE_INFINITY
  for (let step = 0; step < TRIES && start + step * STEP <= furthest; step++) {
    const away = Math.min(start + step * STEP, edgeOf(room, bracket, rules.label))
    const found = placedAt(frame, bracket, out * away)
    if (!isFree(room, found.words) || isOverWords(room, found.line)) continue
    const cost = step * STEP + clash(room, found.words, least) + clash(room, found.line, least)
    if (cost >= least) continue
    least = cost
    best = found
  }
  return best
}

/** The way from the plot: up for a high run, down for a low one. */
function outwards({ side }: Bracket): 1 | -1 {
  return side === 'high' ? -1 : 1
}

/** How far out a line can stand so that its words stay in the frame. */
function edgeOf({ bounds }: Room, { side }: Bracket, label: number): number {
  return side === 'high' ? -(bounds.y0 + TO_WORDS + ASCENT * label) : bounds.y1 - TO_WORDS - label
}

function placedAt({ rules: { k, label } }: Frame, bracket: Bracket, y: number): Placed {
  const { side, x0, x1, textX, textEnd } = bracket
  const baseline = side === 'high' ? y - TO_WORDS : y + TO_WORDS + (1 - DESCENT) * label
  const foot = y - outwards(bracket) * LEG * k
  return {
    bracket,
    y,
    baseline,
    line: { x0: x0 - 1, x1: x1 + 1, y0: Math.min(y, foot) - 1, y1: Math.max(y, foot) + 1 },
    words: wordsBox(textX, baseline, textEnd - textX, label, HALO),
  }
}

function drawn({ rules }: Frame, { bracket, y, baseline }: Placed): string {
  const leg = outwards(bracket) * LEG * rules.k
  const d = `M${px(bracket.x0)} ${px(y - leg)}v${px(leg)}H${px(bracket.x1)}v${px(-leg)}`
  const line = `<path d="${d}" fill="none" stroke="${inkOf(bracket, rules.ink)}" stroke-width="${px(1.75 * rules.k)}"/>`
  return line + textAt(bracket.textX, baseline, bracket.spans, { fill: rules.ink.ink, halo: rules.ink.ground })
}

/** The verdict's colour; that of words where runs of several verdicts share the bracket. */
function inkOf({ runs }: Bracket, ink: Ink): string {
  const { verdict } = runs[0]!.signal
  return runs.every(({ signal }) => signal.verdict === verdict) ? verdictInk(verdict, ink) : ink.slate
}
