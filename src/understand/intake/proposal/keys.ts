import { wordList } from '#understand/intake/applying/wordList.ts'
import { textOf } from '#understand/intake/cells.ts'
import { follows, mostlyFollows, type Profile, wordsOf } from '#understand/intake/proposal/profile.ts'
import {
  CODE_HEADING,
  HOLDER_HEADING,
  MEASURE_HEADING,
  OTHER_CODE_HEADING,
  TOTAL_WORDS,
} from '#understand/intake/proposal/vocabulary.ts'

/** The columns that say whose figures a row holds, which measure's, and of which part. */
export interface Keys {
  readonly code: Profile | null
  readonly name: Profile | null
  readonly measure: Profile | null
  readonly strata: readonly Profile[]
}

const isTotal = wordList(TOTAL_WORDS)
const MOST_STRATA = 200

export function findKeys(profiles: readonly Profile[], isWide: boolean): Keys {
  const labels = profiles.map(withoutTotals).filter((one) => one.nature === 'code' || one.nature === 'text')
  const code = best(
    labels.filter((one) => one.nature === 'code'),
    holderScore,
  )
  const texts = labels.filter((one) => one !== code && one.nature === 'text')
  const name = code
    ? nameOf(code, texts)
    : best(
        texts.filter((one) => HOLDER_HEADING.test(wordsOf(one.heading))),
        holderScore,
      )
  const holder = code ?? name
  const rest = labels.filter((one) => one !== code && one !== name && !MEASURE_HEADING.test(wordsOf(one.heading)))
  const free = rest.filter(
    (one) => one.distinct.size > 1 && one.distinct.size <= MOST_STRATA && !(holder && tells(holder, one)),
  )
  const strata = withoutTwins(free)
  const called = texts.filter((one) => one !== name && MEASURE_HEADING.test(wordsOf(one.heading)))
  const measure = called[0] ?? (isWide && strata.length === 1 && holder ? strata[0]! : null)
  // A file that has names and no codes keeps its names as codes.
  const keys = code ? { code, name } : { code: name, name: null }
  return { ...keys, measure, strata: strata.filter((one) => one !== measure) }
}

/** A label that follows from the holder is an attribute of it (a region, a type of trust), unless each holder has one row. */
function tells(holder: Profile, label: Profile): boolean {
  return holder.distinct.size > 1 && follows(holder, label)
}

function holderScore(one: Profile): number {
  const heading = wordsOf(one.heading)
  const isOns = [...one.distinct].every((text) => /^[EWSN]\d{8}$/.test(text))
  return (
    (HOLDER_HEADING.test(heading) ? 4 : 0) +
    (CODE_HEADING.test(heading) ? 1 : 0) -
    (OTHER_CODE_HEADING.test(heading) ? 5 : 0) -
    (isOns ? 2 : 0) +
    Math.min(2, Math.log10(one.distinct.size))
  )
}

/** The text that goes with each code: of several, the one called a name, or the nearest. */
function nameOf(code: Profile, texts: readonly Profile[]): Profile | null {
  const fitting = texts.filter(
    (one) => mostlyFollows(code, one) && mostlyFollows(one, code) && one.distinct.size >= code.distinct.size / 2,
  )
  return best(fitting, (one) => {
    const heading = wordsOf(one.heading)
    const called =
      (/\bname\b/i.test(heading) ? 2 : 0) +
      (HOLDER_HEADING.test(heading) ? 3 : 0) -
      (OTHER_CODE_HEADING.test(heading) ? 5 : 0)
    return called + one.distinct.size / Math.max(1, code.distinct.size) - Math.abs(one.at - code.at) / 100
  })
}

/** Of a code and its name, or two spellings of one label, only the one that a person can read. */
function withoutTwins(labels: readonly Profile[]): readonly Profile[] {
  return labels.filter((one, i) => {
    const twin = labels.find((other, j) => j !== i && follows(one, other) && follows(other, one))
    if (!twin) return true
    if (one.nature !== twin.nature) return one.nature === 'text'
    return one.at < twin.at
  })
}

/** A row of totals is in no column what the others are. */
function withoutTotals(one: Profile): Profile {
  const cells = one.cells.map((cell) => (isTotal(textOf(cell)) ? null : cell))
  const distinct = new Set([...one.distinct].filter((text) => !isTotal(text)))
  return distinct.size === 0 ? one : { ...one, cells, distinct }
}

function best(of: readonly Profile[], score: (one: Profile) => number): Profile | null {
  let found: Profile | null = null
  for (const one of of) if (!found || score(one) > score(found)) found = one
  return found && score(found) > -2 ? found : null
}
