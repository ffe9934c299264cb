import type { Figure } from '#understand/intake/proposal/figure.ts'
import { wordsOf } from '#understand/intake/proposal/profile.ts'
import {
  DENOMINATOR_HEADING,
  NUMERATOR_HEADING,
  PART_HEADING,
  WHOLE_HEADING,
} from '#understand/intake/proposal/vocabulary.ts'

/** A figure and what it is out of. */
export interface Pair {
  readonly part: Figure
  readonly whole: Figure
}

const FEWEST_ROWS = 3
/** Of so many rows one may be faulty. */
const MANY_ROWS = 8
/** More columns than this are compared only by their words: a table of a hundred columns has ten thousand pairs. */
const COMPARED = 60
const SHARE_TOLERANCE = 0.006

/**
 * Which figures are parts of which: said by the headings, or shown by a column that holds their percentage; in either
 * case no part is more than its whole in any row. Columns of percentages that follow from a pair are not figures of their own.
 */
export function findPairs(figures: readonly Figure[]): {
  readonly pairs: readonly Pair[]
  readonly derived: readonly Figure[]
} {
  const plain = figures.filter((figure) => !figure.isShare).slice(0, COMPARED)
  const shares = figures.filter((figure) => figure.isShare)
  const pairs: Pair[] = []
  const derived: Figure[] = []
  for (const share of shares) {
    const pair = pairOfShare(share, plain)
    if (!pair) continue
    derived.push(share)
    if (!pair.isRest && !pairs.some((one) => one.part === pair.part)) pairs.push({ part: pair.part, whole: pair.whole })
  }
  // Where one sector's percentages follow, so do those of the sectors beside it, which may have too few rows to show it.
  for (const share of shares) {
    if (share.over !== '' && !derived.includes(share) && derived.some((one) => one.over === share.over))
      derived.push(share)
  }
  for (const part of plain) {
    if (pairs.some((pair) => pair.part === part || pair.whole === part) || !isCalledPart(part)) continue
    const whole = wholeOf(part, plain)
    if (whole) pairs.push({ part, whole })
  }
  return { pairs: withoutRests(pairs), derived }
}

/** "after 28 days" where "within 28 days" and the total are there says nothing more. */
function withoutRests(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(
    ({ part, whole }, i) =>
      !pairs
        .slice(0, i)
        .some(
          (earlier) =>
            earlier.whole === whole && everyRow(part, earlier.part, whole, (a, b, c) => Math.abs(a + b - c) < 0.01),
        ),
  )
}

/** Is some figure ÷ another what the column of percentages says? The rest of a whole counts too, as nothing more is known from it. */
function pairOfShare(share: Figure, figures: readonly Figure[]): (Pair & { readonly isRest: boolean }) | null {
  let found: (Pair & { readonly isRest: boolean }) | null = null
  for (const whole of figures) {
    for (const part of figures) {
      if (part === whole || !isNeverAbove(part, whole)) continue
      const fits = everyRow(
        part,
        whole,
        share,
        (a, b, c) => b === 0 || Math.abs(a / b - c / share.whole) < SHARE_TOLERANCE,
      )
      const isNearer =
        !found ||
        distance(part, share) + distance(whole, share) < distance(found.part, share) + distance(found.whole, share)
      if (fits && isNearer) found = { part, whole, isRest: false }
    }
  }
  return found
}

function isCalledPart(figure: Figure): boolean {
  const heading = wordsOf(`${figure.over} ${figure.name}`)
  if (DENOMINATOR_HEADING.test(heading)) return false
  return NUMERATOR_HEADING.test(heading) || PART_HEADING.test(heading)
}

/** What a part is out of: called a denominator; or together with another part the whole; or called a total of the same thing; or the only one it could be. */
function wholeOf(part: Figure, figures: readonly Figure[]): Figure | null {
  const able = figures.filter((one) => one !== part && isNeverAbove(part, one) && !isAlike(part, one))
  const denominator = able.find((one) => DENOMINATOR_HEADING.test(wordsOf(one.name)))
  if (denominator || able.length === 0) return denominator ?? null
  const completed = able.find((one) =>
    figures.some(
      (other) => other !== part && other !== one && everyRow(part, other, one, (a, b, c) => Math.abs(a + b - c) < 0.01),
    ),
  )
  if (completed) return completed
  const called = able.filter((one) => WHOLE_HEADING.test(wordsOf(`${one.over} ${one.name}`)) && !isCalledPart(one))
  const near = called.filter((one) => sharesWord(part, one) || /^totals?\b|\btotal$/i.test(one.name.trim()))
  if (near.length > 0) return near.reduce((a, b) => (distance(a, part) <= distance(b, part) ? a : b))
  const unlike = able.filter((one) => !isCalledPart(one))
  return unlike.length === 1 ? unlike[0]! : null
}

function isNeverAbove(part: Figure, whole: Figure): boolean {
  return everyRow(part, whole, whole, (a, b) => a <= b + 1e-9)
}

function isAlike(a: Figure, b: Figure): boolean {
  return everyRow(a, b, b, (x, y) => x === y)
}

/** In every row that has all three, or all but one of many: that one is a faulty cell. False where hardly a row has them. */
function everyRow(a: Figure, b: Figure, c: Figure, is: (a: number, b: number, c: number) => boolean): boolean {
  let rows = 0
  let others = 0
  for (let i = 0; i < a.values.length; i++) {
    const [x, y, z] = [a.values[i]!, b.values[i]!, c.values[i]!]
    if (Number.isNaN(x + y + z)) continue
    rows++
    if (!is(x, y, z) && ++others > 1) return false
  }
  return rows >= Math.min(FEWEST_ROWS, a.values.length) && rows > 0 && (others === 0 || rows >= MANY_ROWS)
}

function distance(a: Figure, b: Figure): number {
  return Math.abs(a.at - b.at)
}

const EMPTY_WORDS = new Set([
  'the',
  'and',
  'for',
  'who',
  'have',
  'from',
  'with',
  'number',
  'total',
  'via',
  'type',
  'other',
  'of',
  'in',
  'to',
  'hours',
  'hrs',
  'weeks',
  'days',
  'within',
  'over',
  'more',
  'less',
  'than',
])

function sharesWord(a: Figure, b: Figure): boolean {
  const stems = (figure: Figure) =>
    new Set(
      (
        wordsOf(`${figure.over} ${figure.name}`)
          .toLowerCase()
          .match(/[a-z]{3,}/g) ?? []
      )
        .filter((word) => !EMPTY_WORDS.has(word))
        .map((word) => word.slice(0, 5)),
    )
  const others = stems(b)
  return [...stems(a)].some((word) => others.has(word))
}
