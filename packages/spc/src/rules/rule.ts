import type { RuleId } from '../analysis.ts'
import type { Telling } from '../words/telling.ts'

/** One phase as a rule sees it: values as shown, NaN where missing or excluded, and the zone that each stands in. */
export interface Judged {
  readonly values: Float64Array
  /** @see Zone */
  readonly zones: Int8Array
  readonly start: number
  readonly end: number
}

/** Where a rule writes what it finds: `high` or `low` is added to a point's bits. */
export interface Marks {
  readonly bits: Uint32Array
  readonly high: number
  readonly low: number
}

/** The two bits of the rule at this place of its set. @see Analysis.marks */
export function marksOf(bits: Uint32Array, place: number): Marks {
  return { bits, high: 1 << (2 * place), low: 2 << (2 * place) }
}

/** One special cause that a rule found. */
export interface Pattern {
  readonly side: 'high' | 'low'
  readonly from: number
  readonly to: number
  /** The points that the rule flags. */
  readonly points: readonly number[]
}

/** Sentences about one signal, made only when somebody asks. All start with a small letter and have no full stop. */
export interface RuleWords {
  /** "eight months in a row above the mean" */
  title(telling: Telling): string
  /** The window and the numbers that made the signal. */
  because(telling: Telling): string
  /** The same for a reading, when the signal holds at the latest value. */
  now(telling: Telling): string
  /** The reason beside an icon: "8 months above the mean". */
  short(telling: Telling): string
}

export interface SignalRule {
  readonly id: RuleId
  /** The rule itself, as a sentence for the foot of an explanation. */
  readonly label: string
  /** The fast way, run on every series: flags points, says nothing. */
  mark(judged: Judged, marks: Marks): void
  /** How its signals are said. */
  readonly words: RuleWords
  /** The same patterns, each as a whole, made only when somebody asks; maximal, oldest first. */
  find(judged: Judged, marks: Marks): readonly Pattern[]
}
