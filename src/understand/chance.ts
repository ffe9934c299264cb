import { expectedFalseSignals } from '@golden-thread/spc'
import { ruleSetOf } from '#understand/measureRules.ts'
import type { SeriesSummary } from '#understand/series.ts'

/** A steady chart as the note on chance means it is of three years of months. */
const POINTS = 36

/** What chance alone does to charts that are shown together. */
export interface ByChance {
  /** Of so many steady charts one is flagged at its latest point. */
  readonly oneIn: number
  /** How many of those shown would be flagged if nothing had changed in any of them. */
  readonly expected: number
}

/** @param judged charts with limits and verdicts, each by its own chart and rules; one or more */
export function byChance(
  judged: readonly { readonly measure: Pick<SeriesSummary['measure'], 'chart' | 'rules'> }[],
): ByChance {
  const expected = expectedFalseSignals(
    judged.map(({ measure }) => ({ chart: measure.chart, points: POINTS, ruleSet: ruleSetOf(measure) })),
  ).is
  return { oneIn: Math.round(judged.length / expected), expected }
}
