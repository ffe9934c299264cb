import type { Assurance } from '@golden-thread/spc'
import type { Ink } from '../ink.ts'
import { letterAt } from './glyphs.ts'
import { circle, DETAILED, diamond, type IconOptions, iconInk, iconSvg, outline, SMALLEST, square } from './icon.ts'

/**
 * Outlined: will it meet its target? The wave is the process, the dashes are the target: above it, through it, below it.
 * Not turned over where lower is better, since the letter says which it is.
 */
export function assuranceIconSvg(assurance: Assurance, size: number, options: IconOptions = {}): string {
  const ink = iconInk(options)
  return iconSvg(size, size >= DETAILED ? detailed(assurance, ink) : small(assurance, size, ink), options)
}

function detailed(assurance: Assurance, ink: Ink): string {
  const line = outline(DETAILED)
  switch (assurance) {
    case 'meets':
      return (
        silhouette('meets', line, ink) +
        letterAt('P', 24.5, 14.8, 18, ink.ink) +
        wave('M10.5 29c4.5-5.5 9-4.8 13.5-1.500s9 4 13.5-1.5', ink.improving) +
        target(10, 38, 36.2, ink)
      )
    case 'misses':
      return (
        silhouette('misses', line, ink) +
        letterAt('F', 24, 14.6, 14.5, ink.ink) +
        target(9.5, 38.5, 24.6, ink) +
        wave('M15.5 33.500c2.6-4.6 5.4-4.6 8.5-2s5.9 2.6 8.5-2', ink.concerning)
      )
    case 'hitOrMiss':
      return (
        silhouette('hitOrMiss', line, ink) +
        letterAt('?', 24, 13.2, 16, ink.ink) +
        target(5.5, 42.5, 31.5, ink) +
        wave('M10.5 33.500c3.5-9.5 9.5-9.5 13.5-2s10 7.5 13.5-2', ink.common)
      )
    default:
      return silhouette('none', line, ink) + dash(3.2, 10, ink)
  }
}

function small(assurance: Assurance, size: number, ink: Ink): string {
  const line = outline(size)
  const letterSize = size <= SMALLEST ? 27 : 25
  switch (assurance) {
    case 'meets':
      return silhouette('meets', line, ink) + letterAt('P', 25, 24, letterSize, ink.ink)
    case 'misses':
      return silhouette('misses', line, ink) + letterAt('F', 24, 24, letterSize * 0.8, ink.ink)
    case 'hitOrMiss':
      return silhouette('hitOrMiss', line, ink) + letterAt('?', 24.5, 24, letterSize, ink.ink)
    default:
      return silhouette('none', line, ink) + dash(4.6, 12, ink)
  }
}

function silhouette(assurance: Assurance, line: number, ink: Ink): string {
  switch (assurance) {
    case 'meets':
      return `${square(line / 2)} fill="#fff" stroke="${ink.improving}" stroke-width="${line}"/>`
    case 'misses':
      return `${diamond(line / 2)} fill="#fff" stroke="${ink.concerning}" stroke-width="${line}"/>`
    case 'hitOrMiss':
      return `${circle(line / 2 + 0.5)} fill="#fff" stroke="${ink.common}" stroke-width="${line}"/>`
    default:
      return `${circle(line / 2 + 0.5)} fill="#fff" stroke="${ink.common}" stroke-width="${line}" stroke-dasharray="4.1 3.7"/>`
  }
}

function wave(d: string, colour: string): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round"/>`
}

function target(from: number, to: number, y: number, ink: Ink): string {
  return `<path d="M${from} ${y}H${to}" stroke="${ink.ink}" stroke-width="2.2" stroke-dasharray="3.6 2.2"/>`
}

function dash(stroke: number, width: number, ink: Ink): string {
  return `<path d="M${24 - width / 2} 24h${width}" stroke="${ink.ink}" stroke-width="${stroke}"/>`
}
