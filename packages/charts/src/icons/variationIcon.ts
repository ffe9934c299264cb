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
      return ground + letterAt(high ? 'H' : 'L', 24, 15.5, 18, '#fff') + dots(high, 24, high ? 31.6 : 33, 1, 'square')
    }
    case 'concerningHigh':
    case 'concerningLow': {
      const high = variation === 'concerningHigh'
      const ground = `${diamond()} fill="${ink.concerning}" stroke="${ink.concerning}" stroke-width="2.4"/>`
      if (!detailed) return ground + letterAt(high ? 'H' : 'L', 24, 24, letterSize * 0.84, '#fff')
      return (
        ground + letterAt(high ? 'H' : 'L', 24, 15, 14.5, '#fff') + dots(high, 24, high ? 28.6 : 29.4, 0.88, 'diamond')
      )
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
      return `${square()} fill="${ink.improving}"/>${dots(true, 24, 24, 1.25, 'square')}`
    case 'concerning':
      return `${diamond()} fill="${ink.concerning}" stroke="${ink.concerning}" stroke-width="2.4"/>${dots(true, 24, 24, 1.05, 'diamond')}`
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
  return `${ring}<path d="M${line}" fill="none" stroke="${ink.common}" stroke-width="1.6"/><g fill="${ink.common}">${spots}</g>`
}

/** Five dots that rise or fall, the last two in the verdict's shape. */
function dots(rising: boolean, x: number, y: number, scale: number, shape: 'square' | 'diamond'): string {
  const up = rising ? -1 : 1
  const places: readonly [number, number][] = [
    [-14.5, -5.2],
    [-9.2, -3.8],
    [-3.6, -2],
    [3.6, 1.2],
    [12.8, 5.6],
  ]
  const at = places.map(([dx, dy]) => [px(x + dx * scale), px(y + dy * up * scale)] as const)
  const line = at.map(([cx, cy]) => `${cx} ${cy}`).join(' ')
  const round = at.slice(0, 3).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${px(2 * scale)}"/>`)
  const shaped = at
    .slice(3)
    .map(([cx, cy]) => (shape === 'square' ? block(cx, cy, 3.2 * scale) : lozenge(cx, cy, 4.3 * scale)))
  return `<g fill="#fff"><path d="M${line}" fill="none" stroke="#fff" stroke-width="${px(1.5 * scale)}"/>${round.join('')}<path d="${shaped.join('')}"/></g>`
}

function block(x: number, y: number, half: number): string {
  return `M${px(x - half)} ${px(y - half)}h${px(2 * half)}v${px(2 * half)}h-${px(2 * half)}z`
}

function lozenge(x: number, y: number, half: number): string {
  return `M${px(x)} ${px(y - half)}l${px(half)} ${px(half)} -${px(half)} ${px(half)} -${px(half)} -${px(half)}z`
}
