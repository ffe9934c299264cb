import { type FunnelLimits, type FunnelSetting, limitsOf } from './limits.ts'
import type { UnitFigures } from './units.ts'

/** Limits at one denominator, to draw curves through. */
export interface FunnelCurvePoint {
  readonly denominator: number
  /** A pair a level. */
  readonly limits: readonly FunnelLimits[]
}

/** Enough for curves that look smooth at the width of a page. */
export const CURVE_POINTS = 100

/**
 * Limits from the smallest denominator to the largest. The steps grow with the denominator, since the limits bend most
 * among small units. One point where all units are of one size.
 */
export function curvesOf(
  units: readonly UnitFigures[],
  setting: FunnelSetting,
  points: number,
): readonly FunnelCurvePoint[] {
  const denominators = units.flatMap(({ denominator, noValue }) => (noValue === null ? [denominator!] : []))
  if (denominators.length === 0) return []
  const [least, most] = [Math.min(...denominators), Math.max(...denominators)]
  const steps = least === most ? 0 : points - 1
  return Array.from({ length: steps + 1 }, (_, i) => {
    const denominator = i === 0 ? least : i === steps ? most : least * (most / least) ** (i / steps)
    return { denominator, limits: limitsOf(denominator, setting) }
  })
}
