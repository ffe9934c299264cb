import type { Assurance, PointVerdict, Variation } from '@golden-thread/spc'

/** The peer's name of each bit of a point's marks: the rules in their order, high side first; then none. */
const SPECIAL_CAUSES = [
  'Above UCL',
  'Below LCL',
  '7 Point Trend (Increasing)',
  '7 Point Trend (Decreasing)',
  '2 in 3 Above CL',
  '2 in 3 Below CL',
  '7 Points Above CL',
  '7 Points Below CL',
  'Common Cause',
]

/** The rule that decides a point, by the lowest of its bits. */
export function specialCause(mark: number): string {
  return SPECIAL_CAUSES[mark === 0 ? SPECIAL_CAUSES.length - 1 : 31 - Math.clz32(mark & -mark)]!
}

export const POINT_TYPES: Record<PointVerdict, string> = {
  commonCause: 'common_cause',
  missing: 'common_cause',
  improving: 'special_cause_improvement',
  concerning: 'special_cause_concern',
  neutralHigh: 'special_cause_neutral_high',
  neutralLow: 'special_cause_neutral_low',
}

export const VARIATION_ICONS: Record<Variation, string> = {
  commonCause: 'common_cause',
  improvingHigh: 'improvement_high',
  improvingLow: 'improvement_low',
  concerningHigh: 'concern_high',
  concerningLow: 'concern_low',
  neutralHigh: 'neutral_high',
  neutralLow: 'neutral_low',
}

export const ASSURANCE_ICONS: Record<Assurance, string | null> = {
  meets: 'pass',
  misses: 'fail',
  hitOrMiss: 'inconsistent',
  none: null,
}

export const ASSURANCE_TYPES: Record<Assurance, string | null> = {
  meets: 'consistent_pass',
  misses: 'consistent_fail',
  hitOrMiss: 'inconsistent',
  none: null,
}
