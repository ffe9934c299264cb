import { POINTS_FOR_LIMITS } from '@golden-thread/spc'
import type { SeriesView } from '#understand/series.ts'

/** Too few points for limits yet, and no new limits that somebody set: pages and exports show none. */
export function hasTooFew({ analysis }: Pick<SeriesView, 'analysis'>): boolean {
  return analysis.pointsToCome > 0 && analysis.phases.length <= 1
}

/**
 * What the limits of one period stand on: "phase 2, early: 8 of 13 points", "phase 1, fixed baseline of 12 points",
 * "none yet: 3 of 13 points", "none".
 */
export function limitsStatus(view: SeriesView, index: number): string {
  const { analysis, observations, phases: records } = view
  const phase = analysis.phases.find(({ start, end }) => index >= start && index < end)
  if (!phase) return ''
  const tally = `${phase.points} of ${POINTS_FOR_LIMITS} points`
  if (hasTooFew(view)) return `none yet: ${tally}`
  if (phase.noLimits !== null || Number.isNaN(analysis.upper[index]!)) return 'none'
  const record = records.findLast(({ start }) => start <= observations.periods[phase.start]!)
  const baseline = record?.baseline ?? null
  return [
    `phase ${phase.number}`,
    baseline !== null && `fixed baseline of ${baseline} points`,
    phase.early && `early: ${tally}`,
  ]
    .filter(Boolean)
    .join(', ')
}
