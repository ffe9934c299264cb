/** One peer program, run once on one series with one set of options, as a file of reference vectors holds it. */
export interface Case {
  readonly id: string
  readonly peer: string
  readonly chart: string
  readonly family: string
  readonly options: Readonly<Record<string, unknown>>
  readonly input: Readonly<Record<string, readonly unknown[]>>
  readonly expected: Readonly<Record<string, unknown>>
}

/** A place in `expected`: names of fields and places in lists. */
export type Path = readonly (string | number)[]

/** The name of the field at a path, the same for all entries of a list: `points.upl`, `summary.n`. */
export function fieldName(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.')
}

/** A known refusal or defect of a peer: told by input and options alone, never by a case's name. */
export interface Excuse {
  readonly reason: string
  /** Whether it explains a difference at `path` of this case. A refusal is at the path `error`. */
  covers(testCase: Case, path: Path): boolean
}

/** How one peer's input and options become ours, and our result its fields. */
export interface Adapter {
  readonly peer: string
  readonly excuses: readonly Excuse[]
  /**
   * Our answer in the peer's words, with the fields that our engine has a counterpart for and no others.
   *
   * @throws NotComparable when the chart or an option has no counterpart
   * @throws SpcInputError when our engine refuses the input
   */
  answer(testCase: Case): Readonly<Record<string, unknown>>
}

/** The case asks for something that our engine does not have. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable'
}

/** A list of numbers of the input, NaN for what is missing. @throws NotComparable when it is not there or holds something else */
export function numbers(testCase: Case, name: string): Float64Array {
  const list = testCase.input[name]
  if (!Array.isArray(list)) throw new NotComparable(`input.${name}`)
  return Float64Array.from(list, (value) => {
    if (value === null) return Number.NaN
    if (typeof value !== 'number') throw new NotComparable(`input.${name}`)
    return value
  })
}

/** A list of dates, labels or the like. @throws NotComparable when it is not there */
export function labels(testCase: Case, name: string): readonly string[] {
  const list = testCase.input[name]
  if (!Array.isArray(list)) throw new NotComparable(`input.${name}`)
  return list.map(String)
}

/** Every option that is set must be known to the adapter: one that is passed over would make a wrong comparison. */
export function knownOptions(testCase: Case, known: readonly string[]): void {
  for (const [name, value] of Object.entries(testCase.options)) {
    if (value !== null && !known.includes(name)) throw new NotComparable(`options.${name}`)
  }
}

export function optionOf<T extends string>(testCase: Case, name: string, choices: readonly T[]): T {
  const value = testCase.options[name]
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new NotComparable(`options.${name}: ${JSON.stringify(value)}`)
  return found
}

/** A number, or null when the option is not set. */
export function numberOption(testCase: Case, name: string): number | null {
  const value = testCase.options[name] ?? null
  if (value !== null && typeof value !== 'number') throw new NotComparable(`options.${name}: ${JSON.stringify(value)}`)
  return value
}

/** NaN, which our arrays hold for "no such number", is null in a vector. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** A line or the values of a chart, as a vector writes them. */
export function listOf(line: Float64Array): readonly (number | null)[] {
  return Array.from(line, orNull)
}

/** Rows in order of their dates, rows of one date as they came. */
export function inOrderOfDate(dates: readonly string[]): readonly number[] {
  return dates.map((_, row) => row).sort((a, b) => (dates[a]! < dates[b]! ? -1 : dates[a]! > dates[b]! ? 1 : a - b))
}
