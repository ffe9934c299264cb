import type { PeriodNumber } from '#understand/period.ts'

/** A version that counts something else, and the period from which it does. */
interface Counting {
  readonly start: PeriodNumber
  readonly recordedAt: Date
  /** A person said why the limits stay. */
  readonly isDeclined: boolean
}

interface Limits {
  readonly start: PeriodNumber
  readonly recordedAt: Date
}

/** Is a change of what is counted still undecided: neither answered by new limits, from then on or since, nor declined? */
export function isUndecided(change: Counting, phases: readonly Limits[]): boolean {
  if (change.isDeclined) return false
  return !phases.some((phase) => phase.start >= change.start || phase.recordedAt > change.recordedAt)
}
