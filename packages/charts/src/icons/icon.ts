import { type Ink, ONE_INK, SCREEN_INK } from '../ink.ts'
import { escapeText, px } from '../markup.ts'

export interface IconOptions {
  /** Black for every colour. */
  readonly oneInk?: boolean
  /** Text alternative where no word stands beside the icon; without it the icon is hidden from screen readers. */
  readonly label?: string
}

/** From this size up there is room for dots, waves and targets beside the letter. */
export const DETAILED = 44
/** The smallest size: letter larger, outline heavier. */
export const SMALLEST = 16

export function iconInk({ oneInk }: IconOptions): Ink {
  return oneInk ? { ...ONE_INK, common: '#000', limit: '#000' } : SCREEN_INK
}

/** The svg element of an icon on its grid of 48. */
export function iconSvg(size: number, drawing: string, { label }: IconOptions): string {
  const name = label ? `role="img" aria-label="${escapeText(label)}"` : 'aria-hidden="true"'
  return `<svg class="gt-icon" width="${size}" height="${size}" viewBox="0 0 48 48" ${name}>${drawing}</svg>`
}

/** Outline of an icon that asks about the target: heavier where it is small. */
export function outline(size: number): number {
  if (size >= DETAILED) return 2.5
  return size <= SMALLEST ? 4.6 : 3.6
}

/** Silhouettes: the same as the shapes of points. `inset`: half the outline of an outlined one. */
export function square(inset = 0): string {
  const side = px(41 - 2 * inset)
  return `<rect x="${px(3.5 + inset)}" y="${px(3.5 + inset)}" width="${side}" height="${side}" rx="4"`
}

export function diamond(inset = 0): string {
  const half = 22.6 - inset * Math.SQRT2 - 1.2
  const side = px(half)
  return `<path d="M24 ${px(24 - half)}l${side} ${side} -${side} ${side} -${side} -${side}z" stroke-linejoin="round"`
}

export function circle(inset = 0): string {
  return `<circle cx="24" cy="24" r="${px(22 - inset)}"`
}

/** 44 × 39 with round joins, apex up or down. */
export function triangle(up: boolean): string {
  return up
    ? '<path d="M24 6 44.5 41.5H3.5z" stroke-linejoin="round"'
    : '<path d="M24 42 44.5 6.5H3.5z" stroke-linejoin="round"'
}
