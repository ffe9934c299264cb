import type { FunnelPoint, FunnelSide } from '@golden-thread/spc'

/** Where a unit lies. */
export interface Standing {
  /** Null: within all limits. */
  readonly side: FunnelSide | null
  /** The widest share whose limits it lies outside of; null within all. */
  readonly share: number | null
  /** Outside the widest limits of all. */
  readonly isOutermost: boolean
}

const WITHIN: Standing = { side: null, share: null, isOutermost: false }

/** A unit with a value, which can be drawn. */
export interface ComparablePoint extends FunnelPoint {
  readonly value: number
  readonly numerator: number
  readonly denominator: number
}

export function isComparable(point: FunnelPoint): point is ComparablePoint {
  return point.value !== null && point.denominator !== null && point.numerator !== null
}

/** Of the limits that a unit lies outside of, the widest say where it stands. */
export function standingOf({ outside }: FunnelPoint, levels: readonly number[]): Standing {
  let found = WITHIN
  const widest = Math.max(...levels)
  levels.forEach((share, place) => {
    const side = outside[place]
    if (side && share > (found.share ?? 0)) found = { side, share, isOutermost: share === widest }
  })
  return found
}

/** "99.8%" */
export function levelName(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`
}
