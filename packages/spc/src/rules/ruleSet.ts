import type { RunsMethod } from '../runs/runsLimits.ts'
import type { SignalRule } from './rule.ts'
import { DRAWN_LINES } from './zones.ts'

/**
 * Which verdict a point has that rules flag differently. All of them are kept. @see verdictsAt
 *
 * - `firstRule`: that of the rule that comes first in the set: NHSRplotthedots.
 * - `improving`: improving wins: NHS England's single chart tool.
 * - `concerning`: concerning wins, so that nothing is hidden by good news; none of the tools that we compare with.
 *
 * PowerBI-SPC has no precedence: it keeps one flag a rule and shows two icons.
 */
export type Precedence = 'firstRule' | 'improving' | 'concerning'

/** Rules that are used together, in order: the first one that flags a point gives the point's verdict. */
export interface RuleSet {
  readonly id: string
  readonly label: string
  /** Where the rules are written down. */
  readonly citation: string
  readonly version: string
  readonly rules: readonly SignalRule[]
  /**
   * Lines that the rules look at after the centre line, in sigma where the limits stand at 3, from the centre outwards.
   * Default: the warning lines and the limits, which every chart draws. @see linesOf
   */
  readonly lines?: readonly number[]
  /** @see Precedence */
  readonly precedence?: Precedence
  /** Judge each phase as a whole too, by its runs. @see Phase.runs */
  readonly runs?: RunsMethod
}

/** The lines that rules look at, in order outwards. */
export function linesOf(rules: readonly SignalRule[]): readonly number[] {
  return [...new Set([...DRAWN_LINES, ...rules.flatMap(({ lines = [] }) => lines)])].sort((a, b) => a - b)
}
