import type { Cell } from '#understand/intake/table.ts'

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** Thousands in commas, a sign of money, a percent sign, powers of ten; a minus may be the typographical one. */
const DRESSED = /^([-−–]?)[£$€]?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(e[+-]?\d{1,3})? ?%?$/i

/** A cell as text, on one line, without the spaces around it. Dates as 2024-04-01. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return hasSpace(cell) ? cell.replace(/\s+/g, ' ').trim() : cell
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? isoOf(cell) : String(cell)
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/**
 * The number that a cell holds: as stored, or written with thousands commas, a sign of money or per cent ("47.8%" is 47.8).
 * Null when it holds none; a decimal comma is not guessed at.
 */
export function numberOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const whole = digitsOf(cell)
  if (whole >= 0) return whole
  if (PLAIN.test(cell)) return Number(cell)
  const match = DRESSED.exec(textOf(cell))
  if (!match) return null
  const value = Number(`${match[1] ? '-' : ''}${match[2]!.replaceAll(',', '')}${match[3] ?? ''}`)
  return Number.isFinite(value) ? value : null
}

export function isPercentText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.trimEnd().endsWith('%') && numberOf(cell) !== null
}

/** Lower case, for comparing what two people wrote. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

// A long file has millions of cells: the two questions that each is asked do without regular expressions.

const [SPACE, MINUS, POINT, ZERO, FIXED_SPACE] = [32, 45, 46, 48, 0xa0]
/** More digits than these a number does not hold exactly. */
const EXACT_DIGITS = 15

function hasSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= SPACE || code >= FIXED_SPACE) return true
  }
  return false
}

/** The number that digits alone make; −1 for anything else. */
function digitsOf(text: string): number {
  if (text.length === 0 || text.length > EXACT_DIGITS) return -1
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/**
 * The number that the bytes of a cell say in digits, with a minus and a point where wanted; NaN for anything else, also
 * for more digits than are exact. The same number as `numberOf` of the text: so many digits, and a power of ten below
 * 10^22, are both exact, and then one division is rounded as the number itself would be.
 *
 * @see Clinger 1990, "How to read floating point numbers accurately", section 3
 */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start
  let number = 0
  let point = -1
  for (let at = first; at < end; at++) {
    const digit = bytes[at]! - ZERO
    if (digit >= 0 && digit <= 9) number = number * 10 + digit
    else if (bytes[at] === POINT && point < 0 && at > first) point = at
    else return Number.NaN
  }
  const decimals = point < 0 ? 0 : end - point - 1
  const digits = end - first - (point < 0 ? 0 : 1)
  if (first >= end || digits > EXACT_DIGITS || (point >= 0 && decimals === 0)) return Number.NaN
  const value = decimals === 0 ? number : number / 10 ** decimals
  return first > start ? -value : value
}
