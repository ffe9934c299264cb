import type { PatternOptions } from './options.ts'
import type { Judged } from './rule.ts'

/**
 * The points of the phase that take part in a rule: all, or without those that it passes over. `passes` is given a point and
 * the last one before it that takes part (−1 when there is none).
 */
export function membersOf(
  { values, start, end }: Judged,
  gaps: NonNullable<PatternOptions['gaps']>,
  passes: (at: number, before: number) => boolean = () => false,
): readonly number[] {
  const members: number[] = []
  for (let at = start; at < end; at++) {
    const isMissing = Number.isNaN(values[at]!)
    const isPassedOver = isMissing ? gaps === 'skip' : passes(at, members.at(-1) ?? -1)
    if (!isPassedOver) members.push(at)
  }
  return members
}

export function isMissing({ values }: Judged, at: number): boolean {
  return Number.isNaN(values[at]!)
}

/** 1 where the point lies higher than the one before it among the members, −1 lower, 0 level; NaN where there is no move. */
export function moveInto({ values }: Judged, members: readonly number[], place: number): number {
  return Math.sign(values[members[place]!]! - values[members[place - 1] ?? -1]!)
}
