import type { RuleId } from '../analysis.ts'
import type { Messages } from '../messages/index.ts'
import type { Telling } from '../words/telling.ts'
import { DRAWN_LINES } from './zones.ts'

/** One phase as a rule sees it: values as shown, NaN where missing or excluded, and the zone that each stands in. */
export interface Judged {
  readonly values: Float64Array
  /** How many of the lines each point lies beyond, the centre line first; below them with a minus. @see findZones */
  readonly zones: Int8Array
  /** Where the lines stand that `zones` counts after the centre: in sigma, from the centre outwards. @see RuleSet.lines */
  readonly lines: readonly number[]
  /** The upper limit, NaN where a point has no limits and so cannot be said to keep within them. */
  readonly upper: Float64Array
  /** No point lies in a zone farther out than this: rules about such zones need not look. */
  readonly farthest: number
  readonly start: number
  readonly end: number
}

/** The least zone of a point beyond the line at so many sigma; 0 sigma is the centre line. */
export function zoneBeyond({ lines }: Judged, sigmas: number): number {
  // The lines of every chart, at 2 and 3 sigma, have the same zones: no need to look them up for each series.
  if (lines === DRAWN_LINES && sigmas > 0) return sigmas
  return sigmas === 0 ? 1 : lines.indexOf(sigmas) + 2
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
  label(say: Messages): string
  /** Lines that it looks at beside the centre, the limits (3) and the warning lines (2), in sigma. */
  readonly lines?: readonly number[]
  /**
   * It finds a spread that is not the process's own (too narrow, too wide, to and fro), which is neither better nor worse: a
   * point that it flags is neutral whatever the direction, on the side of the centre line where it stands.
   */
  readonly isSideless?: boolean
  /** What it finds hangs on all points of the phase, so that later points may take a mark away. */
  readonly isOfPhase?: boolean
  /** It looks at the series as if it had one phase. */
  readonly acrossPhases?: boolean
  /**
   * How many points before a new one it must look at to flag whatever the new one completes; what it flagged before stays as
   * it is. Left out where that hangs on all points of the phase.
   */
  readonly reach?: number
  /** The fast way, run on every series: flags points, says nothing. */
  mark(judged: Judged, marks: Marks): void
  /** How its signals are said. */
  readonly words: RuleWords
  /** The same patterns, each as a whole, made only when somebody asks; maximal, oldest first. */
  find(judged: Judged, marks: Marks): readonly Pattern[]
}
