import type { RebaseSuggestion } from '@golden-thread/spc'
import type { PeriodNumber } from '#understand/period.ts'

/** A suggested rebase that a person declined: what was suggested, who said no when and why, and whether that was taken back. */
export interface DeclinedRebase {
  readonly id: string
  readonly start: PeriodNumber
  readonly side: 'high' | 'low'
  /** Mean from then on, as the figures had it on the day. */
  readonly mean: number
  readonly points: number
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly undone: { readonly by: string; readonly at: Date } | null
}

/** A change that lies no further away than this, in periods, is the same change. */
const SAME_PLACE = 2

/**
 * Whether a person has said no to this already: to the same side, from about the same period on, at about the same level. New
 * figures that only make it longer are no new evidence; those that move its start, or its level by more than one sigma, are.
 *
 * @param periods those of the series, of which the suggestion names one by its place
 */
export function isDeclined(
  { start, side, before, after, sigmas }: Pick<RebaseSuggestion, 'start' | 'side' | 'before' | 'after' | 'sigmas'>,
  periods: readonly PeriodNumber[],
  declined: readonly DeclinedRebase[],
): boolean {
  const sigma = Math.abs(after.centre - before.centre) / sigmas
  return declined.some((one) => {
    const place = periods.findIndex((period) => period >= one.start)
    const isNear = place >= 0 && Math.abs(place - start) <= SAME_PLACE
    return one.undone === null && one.side === side && isNear && Math.abs(one.mean - after.centre) <= sigma
  })
}
