import type { Variation } from '@golden-thread/spc'
import type { Ink } from '../ink.ts'
import { px } from '../markup.ts'
import { letterAt } from './glyphs.ts'
import {
  circle,
  DETAILED,
  diamond,
  type IconOptions,
  iconInk,
  iconSvg,
  outline,
  SMALLEST,
  square,
  triangle,
} from './icon.ts'

/** Filled: what does the process do? Below 44 px the letter alone, from 44 up with dots that rise or fall. */
export function variationIconSvg(variation: Variation, size: number, options: IconOptions = {}): string {
  return iconSvg(size, drawing(variation, size, iconInk(options)), options)
}

/** The four rows of the matrix. */
export type VariationRow = 'improving' | 'commonCause' | 'concerning' | 'changed'

/** Row heads of the matrix: shape and dots without a letter, since a row holds both directions. */
export function variationRowIconSvg(row: VariationRow, size = 40, options: IconOptions = {}): string {
  const ink = iconInk(options)
  return iconSvg(size, rowDrawing(row, ink), options)
}

function drawing(variation: Variation, size: number, ink: Ink): string {
  const detailed = size >= DETAILED
  const letterSize = size <= SMALLEST ? 27 : 25
  switch (variation) {
    case 'improvingHigh':
    case 'improvingLow': {
      const high = variation === 'improvingHigh'
      const ground = `${square()} fill="${ink.improving}"/>`
      if (!detailed) return ground + letterAt(high ? 'H' : 'L', 24, 24, letterSize, '#fff')
      return ground + letterAt(high ? 'H' : 'L', 24, 16.6, 18, '#fff') + dots(high, 24, 33.2, 1, 'square')
    }
    case 'concerningHigh':
    case 'concerningLow': {
      const high = variation === 'concerningHigh'
      const ground = `${diamond()} fill="${ink.concerning}" stroke="${ink.concerning}" stroke-width="2.4"/>`
      if (!detailed) return ground + letterAt(high ? 'H' : 'L', 24, 24, letterSize * 0.84, '#fff')
      return ground + letterAt(high ? 'H' : 'L', 24, 15.6, 14.5, '#fff') + dots(high, 24, 28.5, 1, 'diamond')
    }
    case 'neutralHigh':
    case 'neutralLow': {
      const high = variation === 'neutralHigh'
      const ground = `${triangle(high)} fill="${ink.neutral}" stroke="${ink.neutral}" stroke-width="2.4"/>`
      return ground + letterAt(high ? 'H' : 'L', 24, high ? 31 : 16, size <= SMALLEST ? 23 : 21, '#fff')
    }
    default:
      return commonCause(size, ink)
  }
}

function rowDrawing(row: VariationRow, ink: Ink): string {
  switch (row) {
    case 'improving':
      return `${square()} fill="${ink.improving}"/>${dots(true, 24.4, 24, 1.08, 'square', 1.6)}`
    case 'concerning':
      return `${diamond()} fill="${ink.concerning}" stroke="${ink.concerning}" stroke-width="2.4"/>${dots(true, 23.6, 24.4, 1.05, 'diamond', 1.8)}`
    case 'changed':
      return `<path d="M24 3 37.5 21.5h-27zM24 45 37.5 26.5h-27z" fill="${ink.neutral}" stroke="${ink.neutral}" stroke-width="2" stroke-linejoin="round"/>`
    default:
      return commonCause(48, ink)
  }
}

/** Outlined although it answers the first question: nothing happens that would fill it. */
function commonCause(size: number, ink: Ink): string {
  const stroke = outline(size)
  const ring = `${circle(stroke / 2)} fill="#fff" stroke="${ink.common}" stroke-width="${stroke}"/>`
  if (size < DETAILED) {
    return `${ring}<path d="M11.5 27c3.6-9 8.6-9 12.5-3s8.9 6 12.5-3" fill="none" stroke="${ink.common}" stroke-width="${px(stroke * 0.92)}" stroke-linecap="round"/>`
  }
  const places: readonly [number, number][] = [
    [9.5, 26.5],
    [15.3, 20],
    [21.2, 25],
    [27, 29.2],
    [32.8, 21.8],
    [38.5, 25.2],
  ]
  const line = places.map(([x, y]) => `${x} ${y}`).join(' ')
  const spots = places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.9"/>`).join('')
  return `${ring}<path d="M${line}" fill="none" stroke="${ink.common}" stroke-width="2"/><g fill="${ink.common}">${spots}</g>`
}

/** Where the five dots of a rise stand about their middle, on the grid of 48. */
const RISE: Readonly<Record<'square' | 'diamond', readonly (readonly [number, number])[]>> = {
  square: [
    [-12.2, 4.7],
    [-7.2, 3.7],
    [-2.6, 2],
    [3.6, -0.5],
    [11.4, -4.4],
  ],
  diamond: [
    [-10.5, 2.5],
    [-6.6, 2.2],
    [-2.6, 1.5],
    [3, 0],
    [10.2, -2.6],
  ],
}

/** Five dots that rise or fall, the last two in the verdict's shape. `steep`: a row head has the room to rise more. */
function dots(rising: boolean, x: number, y: number, scale: number, shape: 'square' | 'diamond', steep = 1): string {
  const up = rising ? steep : -steep
  const at = RISE[shape].map(([dx, dy]) => [x + dx * scale, y + dy * up * scale] as const)
  const line = at.map(([cx, cy]) => `${px(cx)} ${px(cy)}`).join(' ')
  const round = at
    .slice(0, 3)
    .map(([cx, cy]) => `<circle cx="${px(cx)}" cy="${px(cy)}" r="${px((shape === 'square' ? 1.8 : 1.6) * scale)}"/>`)
  const shaped = at
    .slice(3)
    .map(([cx, cy]) => (shape === 'square' ? block(cx, cy, 2.75 * scale) : lozenge(cx, cy, 3.6 * scale)))
  return `<g fill="#fff"><path d="M${line}" fill="none" stroke="#fff" stroke-width="${px(scale)}"/>${round.join('')}<path d="${shaped.join('')}"/></g>`
}

function block(x: number, y: number, half: number): string {
  return `M${px(x - half)} ${px(y - half)}h${px(2 * half)}v${px(2 * half)}h-${px(2 * half)}z`
}

function lozenge(x: number, y: number, half: number): string {
  return `M${px(x)} ${px(y - half)}l${px(half)} ${px(half)} -${px(half)} ${px(half)} -${px(half)} -${px(half)}z`
}
