import { folded, isEmpty, isPercentText, numberOf, textOf } from '#understand/intake/cells.ts'
import type { FoundTable } from '#understand/intake/proposal/findTable.ts'
import { isMark } from '#understand/intake/proposal/marks.ts'
import { CATEGORY_HEADING, CODE_HEADING, PERIOD_HEADING } from '#understand/intake/proposal/vocabulary.ts'
import type { Cell } from '#understand/intake/table.ts'
import { readPeriod } from '#understand/periodReading.ts'

/** What stands in one column, by its first few thousand rows. */
export interface Profile {
  readonly at: number
  readonly heading: string
  readonly cells: readonly (Cell | undefined)[]
  readonly filled: number
  /** Cells of the different texts, totals and all; at most 2,000 of them. */
  readonly distinct: ReadonlySet<string>
  readonly nature: 'empty' | 'figure' | 'period' | 'part of a period' | 'code' | 'text'
  /** Per cent as text, or a figure between 0 and 1 that is rarely whole. */
  readonly isShare: boolean
  /** Written with a percent sign: 0.5 is half a per cent. */
  readonly isPercentText: boolean
}

const ODS_LIKE = /^[A-Z0-9][A-Z0-9_-]{1,11}$/i
const PART_OF_PERIOD = /^(?:q(?:uarter|tr)? ?[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})$/i
const MOSTLY = 0.8

export function profilesOf(table: FoundTable): readonly Profile[] {
  return table.headings.map((heading, at) => profile(heading, at, table.rows))
}

function profile(heading: string, at: number, rows: readonly (readonly Cell[])[]): Profile {
  const cells = rows.map((row) => row[at])
  const filled = cells.filter((cell) => !isEmpty(cell))
  const figures = filled.filter((cell) => !isMark(cell))
  const numbers = figures.flatMap((cell) => numberOf(cell) ?? [])
  const distinct = new Set<string>()
  for (const cell of filled) if (distinct.size < 2_000) distinct.add(textOf(cell))
  const percents = figures.filter(isPercentText).length
  const isBetween =
    numbers.length > 0 &&
    areMost(numbers.filter((value) => value >= 0 && value <= 1.5).length, numbers.length) &&
    numbers.filter((value) => !Number.isInteger(value)).length > numbers.length / 4
  return {
    ...{ at, heading, cells, filled: filled.length, distinct },
    nature: natureOf(heading, figures, numbers.length, distinct, filled.length),
    isShare: percents > figures.length / 2 || isBetween,
    isPercentText: percents > figures.length / 2,
  }
}

function natureOf(
  heading: string,
  figures: readonly (Cell | undefined)[],
  numbers: number,
  distinct: ReadonlySet<string>,
  filled: number,
): Profile['nature'] {
  if (filled === 0 || heading === '') return 'empty'
  if (figures.length === 0) return 'figure'
  const isCalled = PERIOD_HEADING.test(wordsOf(heading))
  const periods = figures.filter(
    (cell) => readPeriod(cell, { serials: isCalled || cell instanceof Date, bareYears: isCalled }) !== null,
  ).length
  const areNumbers = areMost(numbers, figures.length, MOSTLY)
  if (areMost(periods, figures.length, MOSTLY) && (isCalled || !areNumbers)) return 'period'
  if (isCalled && figures.every((cell) => PART_OF_PERIOD.test(textOf(cell)))) return 'part of a period'
  const isCalledCode = CODE_HEADING.test(wordsOf(heading))
  if (areNumbers && !isCalledCode) return isCategory(heading, distinct) ? 'text' : 'figure'
  const codes = [...distinct].filter(
    (text) => ODS_LIKE.test(text) && (isCalledCode || (/\d/.test(text) && text === text.toUpperCase())),
  ).length
  return codes / distinct.size >= MOSTLY ? 'code' : 'text'
}

/**
 * All of them, or all but one: a single faulty cell does not change what a column is. `share`: or so many.
 * Of fewer than three cells each counts.
 */
function areMost(some: number, all: number, share = 1): boolean {
  return some >= all * share || (all >= 3 && some === all - 1)
}

function isCategory(heading: string, distinct: ReadonlySet<string>): boolean {
  return (
    CATEGORY_HEADING.test(wordsOf(heading)) &&
    wordsOf(heading).split(' ').length <= 3 &&
    distinct.size <= 12 &&
    [...distinct].every((text) => text.length <= 3)
  )
}

/** Headings of programs, such as `org_code`, as words. */
export function wordsOf(heading: string): string {
  return heading.replace(/[_.]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')
}

/** Does the value of one column follow from another's, row for row? */
export function follows(from: Profile, to: Profile): boolean {
  const known = new Map<string, string>()
  for (let i = 0; i < from.cells.length; i++) {
    const [key, value] = [folded(textOf(from.cells[i])), folded(textOf(to.cells[i]))]
    if (key === '' || value === '') continue
    const before = known.get(key)
    if (before !== undefined && before !== value) return false
    known.set(key, value)
  }
  return true
}

/** The same for names, which bodies change and publishers spell in several ways over the years: one and a half for each code. */
export function mostlyFollows(from: Profile, to: Profile): boolean {
  const pairs = new Set<string>()
  const keys = new Set<string>()
  for (let i = 0; i < from.cells.length; i++) {
    const [key, value] = [textOf(from.cells[i]), textOf(to.cells[i])]
    if (key === '' || value === '') continue
    keys.add(key)
    pairs.add(`${key}\n${folded(value)}`)
  }
  return pairs.size <= 1.5 * keys.size
}
