import { saysDateOfBirth } from '#organisation/dateOfBirth.ts'
import { Problem } from '#platform/errors.ts'

/** What identifies a patient and is refused at the door. */
export type PersonalKind = 'NHS numbers' | 'dates of birth'

const DIGITS = 10
const [SPACE, HYPHEN, ZERO, FIXED_SPACE] = [32, 45, 48, 0xa0]
/** Ten digits in one piece or in groups, and not inside a longer number. */
const IN_TEXT = /(?<![\d.,-])\d(?:[ \u00a0-]?\d){9}(?![\d]|[.,]\d)/g

/**
 * Is the text, as a whole, an NHS number: ten digits, spaces and hyphens allowed, of which the last one is right by modulus 11?
 *
 * @see NHS Data Dictionary, "NHS Number": weights 10 to 2; 11 minus the remainder; 11 is written 0, and 10 is no number
 */
export function isNhsNumber(text: string): boolean {
  let digits = 0
  let sum = 0
  let last = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE || code === HYPHEN || code === FIXED_SPACE) continue
    const digit = code - ZERO
    if (digit < 0 || digit > 9 || digits === DIGITS) return false
    digits++
    if (digits < DIGITS) sum += digit * (DIGITS + 1 - digits)
    else last = digit
  }
  return digits === DIGITS && last === checkDigit(sum)
}

/** What a column's heading says its cells are. */
export function personalHeading(heading: string): PersonalKind | null {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (
    /^(?:patients? |service users? |clients? |childs? |mothers? |babys? |persons? )?(?:date of birth|birth date|birthdate|dateofbirth|dob|d o b|born on|date born)(?: (?:of patient|patient|dd mm yyyy|yyyy mm dd))*$/.test(
      words,
    )
  )
    return 'dates of birth'
  if (/\bdate of birth\b|\bdob\b|\bbirth ?date\b/.test(words) && words.length < 40) return 'dates of birth'
  return /\bnhs ?(?:number|no|num|nr|id)\b|^nhs$|^nhsno$|\bnhsnumber\b/.test(words) ? 'NHS numbers' : null
}

/** Does typed text hold an NHS number anywhere? */
export function holdsNhsNumber(text: string): boolean {
  if (text.length < DIGITS) return false
  return [...text.matchAll(IN_TEXT)].some(([found]) => isNhsNumber(found))
}

/** What of a patient a text holds, wherever it stands in it; null for nothing. */
export function personalIn(text: string): PersonalKind | null {
  if (holdsNhsNumber(text)) return 'NHS numbers'
  return saysDateOfBirth(text) ? 'dates of birth' : null
}

/** One of them: "an NHS number". */
export const ONE_OF: Readonly<Record<PersonalKind, string>> = {
  'NHS numbers': 'an NHS number',
  'dates of birth': 'a date of birth',
}

/**
 * A text from outside must not hold an NHS number, nor say when somebody was born. The message says where, never which.
 *
 * @throws Problem invalid, for the field
 */
export function refusePersonal(text: string, field: string, what = 'This'): void {
  const kind = personalIn(text)
  if (!kind) return
  const message = `${what} holds ${ONE_OF[kind]}. Take it out: nothing that identifies a patient is kept here`
  throw new Problem('invalid', message, { [field]: message })
}

/** What was typed, for the form that is sent back: a field that was refused comes back empty, since it is never repeated. */
export function unrepeated<Typed extends object>(typed: Typed): Typed {
  const entries = Object.entries(typed).map(([field, value]) => {
    return [field, typeof value === 'string' && personalIn(value) ? '' : value]
  })
  return Object.fromEntries(entries) as Typed
}

interface WatchedColumn {
  filled: number
  passing: number
  isFirstPassing: boolean
  heading: PersonalKind | null
}

/** Counts, cell by cell, whether a column is one that must be refused. Keeps no cell. */
export class PersonalWatch {
  private readonly columns: WatchedColumn[] = []

  /** `mayBeHeading`: this high up in the sheet a text may be a heading. */
  cell(column: number, value: unknown, mayBeHeading: boolean): void {
    if (value === null || value === undefined || value === '') return
    const seen = this.seen(column)
    const isText = typeof value === 'string'
    const passes = isText
      ? value.length >= DIGITS && isNhsNumber(value)
      : typeof value === 'number' && value >= 1e8 && value < 1e10 && isNhsNumber(String(value).padStart(DIGITS, '0'))
    if (isText && !passes && value.trim() === '') return
    count(seen, passes)
    if (mayBeHeading && isText && !passes && value.length < 80) seen.heading = seen.heading ?? personalHeading(value)
  }

  /** The same for a cell of printable ASCII that is no heading, by its bytes. */
  bytes(column: number, bytes: Buffer, start: number, end: number): void {
    let first = start
    while (first < end && bytes[first] === SPACE) first++
    if (first === end) return
    const isLongEnough = end - start >= DIGITS && hasOnlyDigits(bytes, start, end)
    count(this.seen(column), isLongEnough && isNhsNumber(bytes.toString('latin1', start, end)))
  }

  /** The first column to refuse, counted from 0; null for none. A heading is no filled cell. */
  refused(): { readonly column: number; readonly kind: PersonalKind } | null {
    for (const [column, one] of this.columns.entries()) {
      if (!one) continue
      const cells = one.filled - (one.isFirstPassing ? 0 : 1)
      const isMostly = one.passing > 0 && one.passing > cells / 2
      if (one.heading === 'dates of birth') return { column, kind: one.heading }
      if (isMostly || (one.heading === 'NHS numbers' && one.passing > 0)) return { column, kind: 'NHS numbers' }
    }
    return null
  }

  private seen(column: number): WatchedColumn {
    const found = this.columns[column]
    if (found) return found
    const made: WatchedColumn = { filled: 0, passing: 0, isFirstPassing: false, heading: null }
    while (this.columns.length < column)
      this.columns.push({ filled: 0, passing: 0, isFirstPassing: false, heading: null })
    this.columns[column] = made
    return made
  }
}

function count(seen: WatchedColumn, passes: boolean): void {
  if (seen.filled === 0) seen.isFirstPassing = passes
  seen.filled++
  if (passes) seen.passing++
}

/** Digits, and what may stand between the digits of an NHS number. */
function hasOnlyDigits(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if ((byte < ZERO || byte > ZERO + 9) && byte !== SPACE && byte !== HYPHEN) return false
  }
  return true
}

/** 11 minus the remainder, where 11 is written 0; 10 is no digit, so that nothing passes. */
function checkDigit(sum: number): number {
  const digit = 11 - (sum % 11)
  return digit === 11 ? 0 : digit
}
