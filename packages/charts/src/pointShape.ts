import type { PointVerdict } from '@golden-thread/spc'
import { px } from './markup.ts'

/** Half of each shape's size in px at factor 1: circle 7.2 across, square 9.2, diamond 13.2, triangle 12 wide. */
const CIRCLE = 3.6
const OWN = 5.6
const DOT = 2
const SQUARE = 4.6
const DIAMOND = 6.6
const TRIANGLE = 6
const CROSS = 4.4
/** Height of an equal-sided triangle ÷ half its base. */
const STEEP = Math.sqrt(3)
/** px between a shape's edge and the ring that says "outside the limits". */
const RING_AWAY = 3.2

/** What a point is drawn as. `leftOut`: not counted in limits and rules, a cross. `own`: ours among others, a larger circle. `single`: a value
 * behind an average, a dot. */
export type PointForm = PointVerdict | 'leftOut' | 'own' | 'single'

/** Path of a point's shape about a place. `grow`: px by which its edge stands further out (the ring) or in (a hollow point). */
export function pointPath(form: PointForm, x: number, y: number, factor: number, grow = 0): string {
  switch (form) {
    case 'improving':
      return square(x, y, SQUARE * factor + grow)
    case 'concerning':
      return diamond(x, y, DIAMOND * factor + grow * Math.SQRT2)
    case 'neutralHigh':
      return triangle(x, y, TRIANGLE * factor + grow * STEEP, 1)
    case 'neutralLow':
      return triangle(x, y, TRIANGLE * factor + grow * STEEP, -1)
    case 'leftOut':
      return cross(x, y, CROSS * factor)
    case 'own':
      return circle(x, y, OWN * factor + grow)
    case 'single':
      return circle(x, y, DOT * factor)
    default:
      return circle(x, y, CIRCLE * factor + grow)
  }
}

/** A split point is this much larger, so that halves are told apart, with so many px of white between them. */
const SPLIT_LARGER = 1.25
const SPLIT_GAP = 0.8

/** Left half of one shape beside the right half of another: a point that rules disagree about. */
export function splitPaths(forms: readonly [PointForm, PointForm], x: number, y: number, factor: number): string[] {
  return forms.map((form, place) => halfPath(form, x, y, factor * SPLIT_LARGER, place === 0 ? -1 : 1))
}

function halfPath(form: PointForm, x: number, y: number, factor: number, side: 1 | -1): string {
  const middle = x + side * SPLIT_GAP * factor
  if (form === 'concerning') {
    const a = DIAMOND * factor
    return `M${px(middle)} ${px(y - a)}l${px(side * a)} ${px(a)} ${px(-side * a)} ${px(a)}z`
  }
  if (form === 'neutralHigh' || form === 'neutralLow') {
    const height = TRIANGLE * factor * STEEP * (form === 'neutralHigh' ? 1 : -1)
    return `M${px(middle)} ${px(y - (height * 2) / 3)}l${px(side * TRIANGLE * factor)} ${px(height)}H${px(middle)}z`
  }
  const half = SQUARE * factor
  return `M${px(middle)} ${px(y - half)}h${px(side * half)}v${px(2 * half)}H${px(middle)}z`
}

/** Distance of the ring at a factor of the shapes. */
export function ringAway(factor: number): number {
  return RING_AWAY * factor
}

function circle(x: number, y: number, r: number): string {
  const [a, d] = [px(r), px(2 * r)]
  return `M${px(x - r)} ${px(y)}a${a} ${a} 0 1 0 ${d} 0a${a} ${a} 0 1 0-${d} 0z`
}

function square(x: number, y: number, half: number): string {
  const side = px(2 * half)
  return `M${px(x - half)} ${px(y - half)}h${side}v${side}h-${side}z`
}

function diamond(x: number, y: number, half: number): string {
  const a = px(half)
  return `M${px(x)} ${px(y - half)}l${a} ${a} -${a} ${a} -${a} -${a}z`
}

/** Up (1) or down (−1), its middle of gravity at the place. */
function triangle(x: number, y: number, half: number, up: 1 | -1): string {
  const height = half * STEEP * up
  return `M${px(x)} ${px(y - (height * 2) / 3)}l${px(half)} ${px(height)}h-${px(2 * half)}z`
}

function cross(x: number, y: number, half: number): string {
  const d = px(2 * half)
  return `M${px(x - half)} ${px(y - half)}l${d} ${d}m-${d} 0l${d} -${d}`
}
