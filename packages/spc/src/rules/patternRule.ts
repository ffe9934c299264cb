import type { Flagged, Shared } from './options.ts'
import type { Judged, Marks, Pattern } from './rule.ts'

type Side = 1 | -1

/**
 * A rule as a window that moves over the points that take part: it holds where at least `needed` of its points count and none
 * breaks it.
 */
export interface PatternRule {
  /** Points in a window, without the `lead`. */
  readonly size: number
  readonly needed: number
  /** Points before a window that belong to it although only the moves out of them count: 1 for a trend. */
  readonly lead?: number
  /** At the start of a phase a window may be shorter. */
  readonly isOpenAtStart?: boolean
  /** One pass for both sides: a flagged point's side is where it stands. */
  readonly isSideless?: boolean
  readonly flagged: Flagged
  readonly shared: Shared
  /** The points that take part, in order. */
  members(judged: Judged): readonly number[]
  /** Whether the point at a place of `members` counts towards a pattern on this side. */
  counts(judged: Judged, members: readonly number[], place: number, side: Side): boolean
  breaks(judged: Judged, members: readonly number[], place: number, side: Side): boolean
  /** What else a whole window must fulfil; `from` and `to` (inclusive) are places of `members`. */
  holds?(judged: Judged, members: readonly number[], from: number, to: number, side: Side): boolean
}

/** A window that holds: places of its members, and which of them count. */
interface Window {
  readonly side: Side
  readonly from: number
  readonly to: number
  readonly counting: readonly number[]
}

/** Flags the points of every window that holds. */
export function markPatterns(rule: PatternRule, judged: Judged, marks: Marks): void {
  const members = rule.members(judged)
  for (const window of windowsOf(rule, judged, members)) {
    for (const place of flaggedOf(rule, window)) {
      const at = members[place]!
      const side = rule.isSideless ? sideOf(judged, at) : window.side
      const [own, other] = side === 1 ? [marks.high, marks.low] : [marks.low, marks.high]
      const before = rule.shared === 'later' ? marks.bits[at]! & ~other : marks.bits[at]!
      marks.bits[at] = before | own
    }
  }
}

/** Windows on one side that share a point, joined; oldest first. */
export function findPatterns(rule: PatternRule, judged: Judged): readonly Pattern[] {
  const members = rule.members(judged)
  const windows = windowsOf(rule, judged, members)
  const found = [
    ...joined(windows.filter(({ side }) => side === 1)),
    ...joined(windows.filter(({ side }) => side === -1)),
  ]
  return found.map((group) => patternOf(rule, judged, members, group)).sort((a, b) => a.from - b.from || a.to - b.to)
}

function windowsOf(rule: PatternRule, judged: Judged, members: readonly number[]): readonly Window[] {
  const sides: readonly Side[] = rule.isSideless ? [1] : [1, -1]
  const windows: Window[] = []
  for (let to = 0; to < members.length; to++) {
    if (to < rule.size - 1 && !rule.isOpenAtStart) continue
    for (const side of sides) {
      const window = windowAt(rule, judged, members, to, side)
      if (window) windows.push(window)
    }
  }
  return windows
}

/** Looked at from its last point backwards, so that most windows are given up early. */
function windowAt(
  rule: PatternRule,
  judged: Judged,
  members: readonly number[],
  to: number,
  side: Side,
): Window | null {
  const from = Math.max(0, to - rule.size + 1)
  const mayLack = to - from + 1 - rule.needed
  if (mayLack < 0) return null
  const counting: number[] = []
  for (let place = to; place >= from; place--) {
    if (rule.breaks(judged, members, place, side)) return null
    if (rule.counts(judged, members, place, side)) counting.unshift(place)
    else if (to - place + 1 - counting.length > mayLack) return null
  }
  if (rule.holds && !rule.holds(judged, members, from, to, side)) return null
  return { side, from: from - (rule.lead ?? 0), to, counting }
}

function flaggedOf({ flagged, needed, lead = 0 }: PatternRule, { from, to, counting }: Window): readonly number[] {
  if (flagged === 'completing') return counting.slice(needed - 1)
  if (flagged === 'counting') return [...places(from, from + lead - 1), ...counting]
  return places(from, to)
}

function joined(windows: readonly Window[]): readonly (readonly Window[])[] {
  const groups: Window[][] = []
  for (const window of windows) {
    const last = groups.at(-1)
    if (last && window.from <= last.at(-1)!.to) last.push(window)
    else groups.push([window])
  }
  return groups
}

function patternOf(rule: PatternRule, judged: Judged, members: readonly number[], windows: readonly Window[]): Pattern {
  const flagged = inOrder(windows.flatMap((window) => flaggedOf(rule, window)))
  const leads = windows.flatMap(({ from }) => places(from, from + (rule.lead ?? 0) - 1))
  const all = inOrder([...flagged, ...leads, ...windows.flatMap(({ counting }) => counting)])
  const points = flagged.map((place) => members[place]!)
  const [first, last] = [members[all[0]!]!, members[all.at(-1)!]!]
  const side = rule.isSideless ? sideOf(judged, points.at(-1)!) : windows[0]!.side
  return { side: side === 1 ? 'high' : 'low', from: first, to: last, points }
}

function inOrder(list: readonly number[]): readonly number[] {
  return [...new Set(list)].sort((a, b) => a - b)
}

function places(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

function sideOf({ zones }: Judged, at: number): Side {
  return zones[at]! < 0 ? -1 : 1
}
