import { lineAt, type Span, textAt } from '../markup.ts'
import { type Box, clash, isFree, type Room, roomWithin, taken, wordsBox, written } from '../room.ts'
import type { SizeRules } from '../sizes.ts'
import { textWidth, wrapText } from '../textWidth.ts'
import type { FunnelFrame, PlacedUnit } from './funnelFrame.ts'

/** So many units outside the limits are named, the farthest first, beside our own. */
const MOST_NAMED: Readonly<Record<FunnelFrame['size'], number>> = { desk: 12, print: 8, wall: 4, phone: 3 }
/** px that one line of a name may be wide. */
const NAME_WIDTH: Readonly<Record<FunnelFrame['size'], number>> = { desk: 170, print: 150, wall: 190, phone: 112 }
/** A name that would cover more than this, in the measure of `clash`, is left to tooltip and table; ours never is. */
const MOST_COVERED = 260
/** px from a point to its name, nearest first. */
const AWAY = [4, 12, 24, 38, 56, 76]
/** Ways to go from the point: right, left, and between them and up or down. */
const WAYS: readonly (readonly [across: number, down: number])[] = [
  [1, 0],
  [-1, 0],
  [0.8, -0.6],
  [0.8, 0.6],
  [-0.8, -0.6],
  [-0.8, 0.6],
  [0.25, -0.97],
  [0.25, 0.97],
  [-0.25, -0.97],
  [-0.25, 0.97],
]

interface Named {
  readonly lines: readonly string[]
  readonly x: number
  readonly baseline: number
  readonly anchor: 'start' | 'end'
  readonly box: Box
  readonly leader: readonly [number, number, number, number] | null
}

/** Names of our units in bold, and of those outside the limits, each where it covers least and never over another. */
export function unitNames(frame: FunnelFrame): { readonly leaders: string; readonly words: string } {
  const { rules, placed, size } = frame
  const room = roomOf(frame)
  const own = placed.filter((unit) => unit.own)
  const outside = placed
    .filter(({ own, standing }) => !own && standing.side)
    .sort((a, b) => Number(b.standing.isOutermost) - Number(a.standing.isOutermost) || farOf(b) - farOf(a))
  let leaders = ''
  let words = ''
  let named = 0
  for (const unit of [...own, ...outside.slice(0, MOST_NAMED[size])]) {
    const found = bestPlace(frame, room, unit)
    if (!found) continue
    if (!unit.own) named++
    written(room, found.box)
    if (found.leader) leaders += lineAt(...found.leader, ` stroke="${rules.ink.slate}"`)
    words += drawn(found, unit.own, rules)
  }
  return { leaders, words: words + howManyNamed(frame, named, outside.length) }
}

function farOf({ point }: PlacedUnit): number {
  return Math.abs(point.z ?? 0)
}

function roomOf({ placed, left, right, top, bottom, rules, y, chart }: FunnelFrame): Room {
  const room: Room = { bounds: { x0: left, x1: rules.width - 4, y0: top, y1: bottom - 2 }, covered: [], words: [] }
  for (const { x, y, standing, shape, own } of placed) {
    const reach = (standing.isOutermost ? 11 : own || standing.side ? 7 : 4.5) * shape
    taken(room, { x0: x - reach, x1: x + reach, y0: y - reach, y1: y + reach }, standing.side || own ? 4 : 1.6)
  }
  const { target } = chart.analysis
  if (target !== null) taken(room, { x0: left, x1: right, y0: y(target) - 1.5, y1: y(target) + 1.5 }, 0.8)
  // Labels of the lines stand here.
  taken(room, { x0: right, x1: rules.width, y0: top, y1: bottom }, 6)
  return room
}

function bestPlace(frame: FunnelFrame, room: Room, unit: PlacedUnit): Named | null {
  const { rules, size } = frame
  const text = unit.point.unit
  const lines = wrapText(text, NAME_WIDTH[size], rules.small, 2)
  const width = Math.max(...lines.map((line) => textWidth(line, rules.small, unit.own)))
  const reach = AWAY.at(-1)! + 40
  const { x, y } = unit
  const near = roomWithin(room, { x0: x - reach - width, x1: x + reach + width, y0: y - reach, y1: y + reach })
  let best: Named | null = null
  let least = unit.own ? Number.POSITIVE_INFINITY : MOST_COVERED
  for (const [step, far] of AWAY.entries()) {
    for (const [order, way] of WAYS.entries()) {
      const cost = step * 14 + order * 2
      if (cost >= least) continue
      const found = placedAt(unit, lines, width, rules, way, far)
      if (!isFree(near, found.box)) continue
      const whole = cost + clash(near, found.box, least - cost)
      if (whole >= least) continue
      least = whole
      best = found
    }
  }
  return best
}

function placedAt(
  { x, y, standing, shape }: PlacedUnit,
  lines: readonly string[],
  width: number,
  { small }: SizeRules,
  [across, down]: readonly [number, number],
  far: number,
): Named {
  const edge = (standing.isOutermost ? 11 : 8) * shape
  const anchor = across > 0 ? 'start' : 'end'
  const toX = x + across * (edge + far)
  const toY = y + down * (edge + far)
  const start = anchor === 'start' ? toX : toX - width
  const height = (lines.length - 1) * small * 1.3
  const baseline = toY + small * 0.36 - height / 2 + (down * height) / 2
  const first = wordsBox(start, baseline, width, small, 4)
  return {
    lines,
    x: toX,
    baseline,
    anchor,
    box: { ...first, y1: first.y1 + height },
    leader: far > 8 ? [x + across * edge, y + down * edge, toX - across * 3, toY - down * 3] : null,
  }
}

function drawn({ lines, x, baseline, anchor }: Named, own: boolean, { ink, small }: SizeRules): string {
  return lines
    .map((text, row) => {
      const spans: Span[] = [own ? { text, bold: true } : { text }]
      return textAt(x, baseline + row * small * 1.3, spans, {
        size: small,
        ...(anchor === 'end' ? { anchor } : {}),
        ...(own ? { fill: ink.ink } : {}),
        halo: ink.ground,
      })
    })
    .join('')
}

/** Where not all that lie outside are named, how many are. */
function howManyNamed({ rules, size }: FunnelFrame, named: number, outside: number): string {
  if (named === outside || size === 'wall') return ''
  const text = named === 0 ? `${outside} outside, all in the table` : `${named} of ${outside} outside are named`
  return textAt(rules.width - 4, rules.height - 4, text, { anchor: 'end', size: rules.small })
}
