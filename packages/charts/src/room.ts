import type { Frame } from './frame.ts'
import { dataLines, reachable } from './view.ts'

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
  /** Those of them that are words, with their brackets. */
  readonly words: Box[]
}

/** Share of the size that letters stand above their baseline, and below it. */
export const ASCENT = 0.8
export const DESCENT = 0.25

/** Per px² of overlap: text and points count most, lines little, since text has a white edge. */
const TEXT = 3
const POINT = 2
const LINE = 0.4
const DATA = 1.2
/** px by which sums of decimals may miss an edge. */
const HAIR = 0.001
/** The expected range: words rather stand on white. */
const BAND = 0.03
/** The line that a reader looks for. */
const TARGET = 1.5

/** The drawing before any words: points, the data line, mean, limits and target. */
export function roomOf(frame: Frame): Room {
  const { chart, left, right, top, bottom, waiting } = frame
  const room: Room = { bounds: { x0: left, x1: right, y0: top - 2, y1: bottom - 3 }, covered: [], words: [] }
  for (const line of dataLines(chart)) coverData(frame, room, line)
  coverSteps(frame, room, chart.analysis.targets, TARGET)
  if (!waiting) {
    const { upper, lower, centre } = chart.analysis
    for (const line of [reachable(frame, upper), reachable(frame, lower), centre]) coverSteps(frame, room, line, LINE)
    coverBands(frame, room)
  }
  return room
}

function coverData({ from, to, x, y, shape }: Frame, room: Room, line: Float64Array): void {
  const reach = 7 * shape
  let before = Number.NaN
  for (let index = from; index < to; index++) {
    const value = line[index]!
    if (Number.isFinite(value)) {
      taken(room, around(x(index), y(value), reach), POINT)
      if (Number.isFinite(before)) coverLine(room, x(index - 1), y(before), x(index), y(value))
    }
    before = value
  }
}

export function taken(room: Room, box: Box, weight: number): void {
  room.covered.push({ box, weight })
}

/** Words stand here, or what belongs to them: nothing else is ever written over it. */
export function written(room: Room, box: Box): void {
  room.words.push(box)
  taken(room, box, TEXT)
}

/** Whether words can stand here: inside the plot, and not over other words. */
export function isFree(room: Room, box: Box): boolean {
  const { x0, x1, y0, y1 } = room.bounds
  return box.x0 >= x0 && box.x1 <= x1 && box.y0 >= y0 - HAIR && box.y1 <= y1 + HAIR && !isOverWords(room, box)
}

/** The room as far as it meets a box: among hundreds of points the rest need not be asked again for each place. */
export function roomWithin(room: Room, box: Box): Room {
  return { ...room, covered: room.covered.filter((each) => meet(each.box, box)) }
}

export function isOverWords({ words }: Room, box: Box): boolean {
  return words.some((other) => meet(box, other))
}

/** What it would cost to write here; leaving the plot costs most. At `enough` it stops counting. */
export function clash({ bounds, covered }: Room, box: Box, enough = Number.POSITIVE_INFINITY): number {
  const outside =
    Math.max(0, bounds.x0 - box.x0) +
    Math.max(0, box.x1 - bounds.x1) +
    Math.max(0, bounds.y0 - box.y0) +
    Math.max(0, box.y1 - bounds.y1)
  let cost = outside * 100
  for (const { box: other, weight } of covered) {
    if (cost >= enough) break
    const width = Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0)
    if (width <= 0) continue
    const height = Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0)
    if (height > 0) cost += width * height * weight
  }
  return cost
}

/** What a line of words covers, from its baseline; a little more at both ends where they have a white edge. */
export function wordsBox(x: number, baseline: number, width: number, size: number, edge = 0): Box {
  return { x0: x - edge, x1: x + width + edge, y0: baseline - size * ASCENT, y1: baseline + size * DESCENT }
}

function meet(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
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
