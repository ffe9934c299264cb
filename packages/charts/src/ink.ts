import type { PointForm } from './pointShape.ts'

/** Colours by what they say. Contrast of each is measured in the design's table of tokens: every one passes 3:1 on white. */
export interface Ink {
  readonly ground: string
  /** Text, mean, target. */
  readonly ink: string
  /** Second text, borders of a phase, leaders of notes. */
  readonly slate: string
  readonly improving: string
  readonly concerning: string
  readonly neutral: string
  /** Data line, points of no special change. */
  readonly common: string
  /** Limits, axes, leaders of labels. */
  readonly limit: string
  readonly grid: string
  /** The expected range. */
  readonly band: string
}

export const SCREEN_INK: Ink = {
  ground: '#fff',
  ink: '#14213A',
  slate: '#465266',
  improving: '#0068B3',
  concerning: '#C65100',
  neutral: '#6B2FA5',
  common: '#66717F',
  limit: '#5F6B7A',
  grid: '#E6EAEF',
  band: '#EAEFF4',
}

/** Print in one ink: verdicts turn black; dashes and shapes, which carry the meaning, stay. */
export const ONE_INK: Ink = {
  ground: '#fff',
  ink: '#000',
  slate: '#333',
  improving: '#000',
  concerning: '#000',
  neutral: '#000',
  common: '#4A4A4A',
  limit: '#4A4A4A',
  grid: '#E0E0E0',
  band: '#F0F0F0',
}

/** The colour of a point's form; of anything unjudged, that of no special change. */
export function verdictInk(verdict: PointForm, ink: Ink): string {
  switch (verdict) {
    case 'improving':
      return ink.improving
    case 'concerning':
      return ink.concerning
    case 'single':
      return ink.limit
    case 'own':
      return ink.ink
    case 'neutralHigh':
    case 'neutralLow':
      return ink.neutral
    default:
      return ink.common
  }
}
