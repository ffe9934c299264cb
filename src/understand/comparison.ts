import { type Analysis, type RuleSet, type Signal, signals } from '@golden-thread/spc'

/** An analysis, and the rules that it was made with. */
export interface Judged {
  readonly analysis: Analysis
  readonly rules: RuleSet
}

/** What two analyses of the same figures say differently. */
export interface Comparison {
  /** The verdicts at the latest figure are not the same. */
  readonly saysOtherwise: boolean
  /** Signals that only the second analysis has. */
  readonly appear: readonly Signal[]
  /** Signals that only the first has. */
  readonly vanish: readonly Signal[]
}

/**
 * A signal stays when the other analysis flags one of its points on the same side, by whatever rule: rule sets name one
 * and the same run otherwise. Signals of a series that is too short to be judged do not count.
 */
export function compare(before: Judged, after: Judged): Comparison {
  const [was, is] = [signalsShown(before), signalsShown(after)]
  const isIn = (signal: Signal, others: readonly Signal[]) =>
    others.some(({ side, points }) => side === signal.side && points.some((point) => signal.points.includes(point)))
  return {
    saysOtherwise: JSON.stringify(verdictsShown(before.analysis)) !== JSON.stringify(verdictsShown(after.analysis)),
    appear: is.filter((signal) => !isIn(signal, was)),
    vanish: was.filter((signal) => !isIn(signal, is)),
  }
}

/** Too few figures for limits: neither verdicts nor signals are shown. */
export function isTooShort({ pointsToCome, phases }: Analysis): boolean {
  return pointsToCome > 0 && phases.length <= 1
}

function verdictsShown(analysis: Analysis) {
  return isTooShort(analysis) ? null : [analysis.variation, analysis.assurance]
}

function signalsShown({ analysis, rules }: Judged): readonly Signal[] {
  return isTooShort(analysis) ? [] : signals(analysis, rules)
}
