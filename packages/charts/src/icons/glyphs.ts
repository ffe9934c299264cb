import { px } from '../markup.ts'

/** Letters of the icons as strokes: cap height 14, middle at 0 0, so that they need no font. */
const STROKES = {
  H: 'M-4.4-7V7M4.4-7V7M-4.4 0H4.4',
  L: 'M-3-7V5.3H4.7',
  P: 'M-3.2-7V7M-3.2-5.25H0.5a3.1 3.1 0 0 1 0 6.6H-3.2',
  F: 'M-2.6-7V7M-2.6-5.25H4.4M-2.6 0.65H3.5',
  '?': 'M-3.6-4.5C-1.6-6.2 3-6.3 3-3.1 3-0.5-0.5-0.6-0.5 2.9M-0.5 4.4V7.2',
} as const

export type IconLetter = keyof typeof STROKES

const CAP_HEIGHT = 14
const STROKE = 3.5
/** Cap height of Open Sans ÷ its size. */
const CAP = 0.714

/** A letter about a place, as large as Open Sans 800 of that size. */
export function letterAt(letter: IconLetter, x: number, y: number, size: number, colour: string): string {
  const scale = (size * CAP) / CAP_HEIGHT
  return `<path d="${STROKES[letter]}" transform="translate(${px(x)} ${px(y)}) scale(${px(scale)})" fill="none" stroke="${colour}" stroke-width="${STROKE}"/>`
}
