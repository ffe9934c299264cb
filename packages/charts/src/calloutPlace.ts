import type { Frame } from './frame.ts'
import type { Span } from './markup.ts'
import { isOutside } from './points.ts'
import { type Box, clash, isFree, isOverWords, type Room, roomWithin } from './room.ts'
import { spansWidth } from './textWidth.ts'
import { valueAt } from './view.ts'

/** A leader stops this many px before its point. */
const LEADER_STOPS = 12

/** Words tied to one point: letters of single flagged points, then the events. */
export interface Callout {
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

/** What each shorter wording costs, in the same measure as covering something: an event's words are only said here. */
const SHORTER = { signal: 75, note: 160 }

/**
 * Of all places and wordings, the one that costs least: covering little, near its point, said in full. None where the
 * words would stand over others each time.
 */
export function bestPlace(frame: Frame, whole: Room, callout: Callout): Placed | null {
  const room = roomWithin(whole, reachOf(frame, callout))
  let found: Placed | null = null
  let least = Number.POSITIVE_INFINITY
  callout.wordings.forEach((lines, wording) => {
    for (const [far, place] of placesFor(frame, callout, lines)) {
      let cost = far + wording * SHORTER[callout.kind]
      if (cost >= least) continue
      const placed = place()
      if (!isFree(room, placed.box)) continue
      cost += clash(room, placed.box, least - cost)
      if (cost >= least) continue
      const way = wayOf(placed)
      cost += clash(room, way, (least - cost) / 2) * 2
      if (cost >= least || isOverWords(room, way)) continue
      least = cost
      found = placed
    }
  })
  return found
}

/** Everywhere that the words and their leader could stand. */
function reachOf(frame: Frame, { index, kind, wordings }: Callout): Box {
  const { x, y, rules, bottom, pitch } = frame
  const widths = wordings.flat().map((spans) => spansWidth(spans, rules.label))
  const across = Math.max(0, ...widths) + 13 + (14 + pitch) * rules.k + 10
  const height = Math.max(0, ...wordings.map((lines) => lines.length)) * rules.label * 1.35
  const down = AWAY[kind].at(-1)! * rules.k + height + 40
  const value = valueAt(frame, index)
  const at = value === null ? bottom : y(value)
  return { x0: x(index) - across, x1: x(index) + across, y0: at - down, y1: at + down }
}

/** What the leader covers: no other words may stand on it, as they would seem to be its point's. */
export function wayOf({ leader: [x1, y1, x2, y2] }: Placed): Box {
  return { x0: Math.min(x1, x2) - 1, x1: Math.max(x1, x2) + 1, y0: Math.min(y1, y2), y1: Math.max(y1, y2) }
}

/** Beside the point first, for a flagged one; above or below it, further and further away, for an event. */
function* placesFor(frame: Frame, { index, kind }: Callout, lines: Placed['lines']): Generator<[number, () => Placed]> {
  const { x, y, rules, shape } = frame
  const value = valueAt(frame, index)
  const spot: Spot = {
    x: x(index),
    y: value === null ? frame.bottom : y(value),
    width: Math.max(...lines.map((spans) => spansWidth(spans, rules.label))),
    height: lines.length * rules.label * 1.35,
    ring: (isOutside(frame, index) ? 13 : 7) * shape,
  }
  if (kind === 'signal') {
    yield [0, () => beside(frame, spot, lines, 1)]
    yield [8, () => beside(frame, spot, lines, -1)]
  }
  const near = kind === 'signal' ? spot.ring + 2 : LEADER_STOPS * rules.k
  for (const side of [1, -1] as const) {
    for (const far of AWAY[kind]) {
      for (const shift of SHIFTS) {
        const cost = far * (kind === 'signal' ? 1.2 : 0.5) + Math.abs(shift) * 20 + 4
        yield [cost, () => overOrUnder(spot, lines, rules.label, side, near, far * rules.k, shift)]
      }
    }
  }
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** px from the point's middle to its edge. */
  readonly ring: number
}

/** Lengths of leaders to try, at k = 1. */
const AWAY = { signal: [5, 12, 22, 36, 60, 90], note: [22, 32, 44, 58, 74, 92, 112, 134, 160, 190] }
/** How far the words may stand aside of their leader, in widths. */
const SHIFTS = [0, -0.3, 0.3, -0.48, 0.48]

function beside({ rules, pitch, top, bottom }: Frame, spot: Spot, lines: Placed['lines'], side: 1 | -1): Placed {
  const leader = Math.min(14, Math.max(4, pitch)) * rules.k
  const start = spot.x + side * (spot.ring + 2)
  const x = start + side * (leader + 5)
  // Near the axis the words move up a little, so that their leader meets a lower line.
  const y0 = Math.max(top, Math.min(bottom - 3 - spot.height, spot.y - spot.height / 2))
  return {
    lines,
    x,
    baseline: y0 + rules.label * 1.02,
    anchor: side > 0 ? 'start' : 'end',
    box: { x0: side > 0 ? x : x - spot.width, x1: side > 0 ? x + spot.width : x, y0, y1: y0 + spot.height },
    leader: [start, spot.y, start + side * leader, spot.y],
  }
}

function overOrUnder(
  spot: Spot,
  lines: Placed['lines'],
  size: number,
  side: 1 | -1,
  near: number,
  far: number,
  shift: number,
): Placed {
  const start = spot.y + side * near
  const end = start + side * far
  const y0 = side > 0 ? end + 3 : end - 3 - spot.height
  const x = spot.x + shift * spot.width
  return {
    lines,
    x,
    baseline: y0 + size * 0.98,
    anchor: 'middle',
    box: { x0: x - spot.width / 2, x1: x + spot.width / 2, y0, y1: y0 + spot.height },
    leader: [spot.x, start, spot.x, end],
  }
}
