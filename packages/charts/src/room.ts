import type { Frame } from './frame.ts'
import { valueAt } from './view.ts'

export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What the drawing covers already, and how much it matters not to be written over. */
export interface Room {
  readonly bounds: Box
  readonly covered: { readonly box: Box; readonly weight: number }[]
}

/** Per px² of overlap: text and points count most, lines little, since text has a white edge. */
const POINT = 2
const LINE = 0.4
const DATA = 1.2
/** The expected range: words rather stand on white. */
const BAND = 0.03
/** The line that a reader looks for. */
const TARGET = 1.5

/** The drawing before any words: points, the data line, mean, limits and target. */
export function roomOf(frame: Frame): Room {
  const { chart, from, to, x, y, shape, left, right, top, bottom, waiting } = frame
  const room: Room = { bounds: { x0: left, x1: right, y0: top - 2, y1: bottom - 3 }, covered: [] }
  let before: number | null = null
  const reach = 7 * shape
  for (let index = from; index < to; index++) {
    const value = valueAt(frame, index)
    if (value !== null) {
      const at = { x: x(index), y: y(value) }
      taken(room, around(at.x, at.y, reach), POINT)
      if (before !== null) coverLine(room, x(index - 1), y(before), at.x, at.y)
    }
    before = value
  }
  coverSteps(frame, room, chart.analysis.targets, TARGET)
  if (!waiting) {
    for (const line of [chart.analysis.upper, chart.analysis.lower, chart.analysis.centre])
      coverSteps(frame, room, line, LINE)
    coverBands(frame, room)
  }
  return room
}

export function taken(room: Room, box: Box, weight: number): void {
  room.covered.push({ box, weight })
}

/** What it would cost to write here; leaving the plot costs most. */
export function clash({ bounds, covered }: Room, box: Box): number {
  const outside =
    Math.max(0, bounds.x0 - box.x0) +
    Math.max(0, box.x1 - bounds.x1) +
    Math.max(0, bounds.y0 - box.y0) +
    Math.max(0, box.y1 - bounds.y1)
  let cost = outside * 100
  for (const { box: other, weight } of covered) {
    const width = Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0)
    if (width <= 0) continue
    const height = Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0)
    if (height > 0) cost += width * height * weight
  }
  return cost
}

function around(x: number, y: number, reach: number): Box {
  return { x0: x - reach, x1: x + reach, y0: y - reach, y1: y + reach }
}

/** A slanted line as up to six boxes. */
function coverLine(room: Room, x0: number, y0: number, x1: number, y1: number): void {
  const parts = Math.max(1, Math.min(6, Math.ceil(Math.abs(y1 - y0) / 20)))
  for (let part = 0; part < parts; part++) {
    const [a, b] = [part / parts, (part + 1) / parts]
    const ya = y0 + (y1 - y0) * a
    const yb = y0 + (y1 - y0) * b
    taken(
      room,
      { x0: x0 + (x1 - x0) * a, x1: x0 + (x1 - x0) * b, y0: Math.min(ya, yb) - 1, y1: Math.max(ya, yb) + 1 },
      DATA,
    )
  }
}

function coverSteps({ from, to, edge, y }: Frame, room: Room, line: Float64Array, weight: number): void {
  let start = from
  for (let index = from; index < to; index++) {
    if (index + 1 < to && line[index + 1] === line[index]) continue
    const value = line[index]!
    if (Number.isFinite(value)) {
      taken(room, { x0: edge(start), x1: edge(index + 1), y0: y(value) - 1.5, y1: y(value) + 1.5 }, weight)
    }
    start = index + 1
  }
}

/** Each phase's expected range as one box, by its first limits: near enough for words. */
function coverBands({ chart, from, to, edge, y }: Frame, room: Room): void {
  const { phases, upper, lower } = chart.analysis
  for (const { start, end } of phases) {
    const first = Math.max(start, from)
    const high = upper[first]
    const low = lower[first]
    if (first >= Math.min(end, to) || !Number.isFinite(high) || !Number.isFinite(low)) continue
    taken(room, { x0: edge(first), x1: edge(Math.min(end, to)), y0: y(high!), y1: y(low!) }, BAND)
  }
}
