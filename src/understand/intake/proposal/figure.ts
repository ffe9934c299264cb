import { numberOf, textOf } from '#understand/intake/cells.ts'
import { BETWEEN_ROWS } from '#understand/intake/headings.ts'
import { ANY_PERIOD } from '#understand/intake/mapping.ts'
import type { Profile } from '#understand/intake/proposal/profile.ts'
import { BAND_HEADING, PART_OF_SUM } from '#understand/intake/proposal/vocabulary.ts'

/** One column of figures, or several that are added up. */
export interface Figure {
  readonly at: number
  readonly headings: readonly string[]
  /** The words that tell it from its neighbours. */
  readonly name: string
  /** The heading over several columns; empty for none. */
  readonly over: string
  readonly isShare: boolean
  /** What a whole is in this column of shares: 1, or 100. */
  readonly whole: 1 | 100
  /** Of the first rows; NaN where there is none. */
  readonly values: Float64Array
  readonly decimals: number
}

const VALUES = 400
const FEWEST_BANDS = 4
/** Occupancy may be somewhat above its whole. */
const MOST_AS_FRACTION = 1.5
const FAR_BEYOND = 10

export function figureOf(profile: Profile, heading = profile.heading): Figure {
  const parts = heading.split(BETWEEN_ROWS).filter((part) => part !== ANY_PERIOD)
  const values = Float64Array.from(profile.cells.slice(0, VALUES), (cell) => numberOf(cell) ?? Number.NaN)
  return {
    at: profile.at,
    headings: [heading],
    name: parts.at(-1) ?? '',
    over: parts.slice(0, -1).join(BETWEEN_ROWS),
    isShare: profile.isShare,
    whole: profile.isPercentText || areHundredths(values) ? 100 : 1,
    values,
    decimals: Math.min(2, decimalsOfMost(values.slice(0, 50))),
  }
}

/** Takes out rows of waiting bands ("0-1 weeks", "1-2 weeks", …): what they are the parts of has a column of its own. */
export function withoutBands(figures: readonly Figure[]): readonly Figure[] {
  const bands = runsOf(figures, (figure) => BAND_HEADING.test(figure.name) && !figure.isShare).filter(
    (run) => run.length >= FEWEST_BANDS,
  )
  const out = new Set(bands.flat())
  return out.size === figures.length ? figures : figures.filter((figure) => !out.has(figure))
}

/** Neighbouring columns that are types of one thing ("Attendances Type 1", "Attendances Other department") become their sum. */
export function addedUp(figures: readonly Figure[]): readonly Figure[] {
  const sums: Figure[] = []
  for (let i = 0; i < figures.length; ) {
    const group = groupFrom(figures, i)
    sums.push(group.length > 1 ? sumOf(group) : figures[i]!)
    i += group.length
  }
  return sums
}

function groupFrom(figures: readonly Figure[], from: number): readonly Figure[] {
  const first = figures[from]!
  let stem = wordsOf(first.name)
  let end = from + 1
  while (end < figures.length && figures[end]!.at === figures[end - 1]!.at + 1 && figures[end]!.over === first.over) {
    const shared = sharedStart(stem, wordsOf(figures[end]!.name))
    if (shared.length < 2) break
    stem = shared
    end++
  }
  const group = figures.slice(from, end)
  const areParts = group.every((one) => PART_OF_SUM.test(wordsOf(one.name).slice(stem.length).join(' ')))
  return areParts && !group.some((one) => /\btotal\b|\ball\b/i.test(one.name)) ? group : [first]
}

function sumOf(group: readonly Figure[]): Figure {
  const stem = group.map((one) => wordsOf(one.name)).reduce(sharedStart)
  const values = new Float64Array(group[0]!.values.length)
  for (const { values: part } of group) {
    part.forEach((value, i) => {
      values[i] = values[i]! + (Number.isNaN(value) ? 0 : value)
    })
  }
  const name = stem.join(' ').replace(/[\s:–-]+$/, '')
  return { ...group[0]!, name, headings: group.flatMap((one) => one.headings), values }
}

function runsOf(figures: readonly Figure[], is: (figure: Figure) => boolean): readonly (readonly Figure[])[] {
  const runs: Figure[][] = []
  let before: Figure | null = null
  for (const figure of figures) {
    const goesOn = before && is(before) && is(figure) && figure.at === before.at + 1 && figure.over === before.over
    if (goesOn) runs.at(-1)!.push(figure)
    else runs.push([figure])
    before = figure
  }
  return runs.filter((run) => is(run[0]!))
}

function wordsOf(text: string): readonly string[] {
  return textOf(text).split(' ')
}

function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length]!.toLowerCase() === b[length]!.toLowerCase()) length++
  return a.slice(0, length)
}

/** Is 100 the whole? A single value far beyond the others is a faulty cell, and says nothing of them. */
function areHundredths(values: Float64Array): boolean {
  const [first = 0, second = first] = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => b - a)
  const largest = first > FAR_BEYOND * second ? second : first
  return largest > MOST_AS_FRACTION
}

/** The most decimals that two values have, where there are more than a few: one alone may be a slip. */
function decimalsOfMost(values: Float64Array): number {
  const decimals = Array.from(
    values.filter((value) => !Number.isNaN(value)),
    decimalsOf,
  ).sort((a, b) => b - a)
  return decimals[decimals.length > 3 ? 1 : 0] ?? 0
}

function decimalsOf(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return 0
  return Number.isInteger(Math.round(value * 10 * 1e6) / 1e6) ? 1 : 2
}
