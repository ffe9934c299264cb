import type { NoLimitsReason } from '../analysis.ts'
import type { Lines, Method, Stretch } from './chartType.ts'
import { tooFew, withoutSpread } from './limits.ts'

/** Lines at the same distance from the centre at every point, never cut at 0 or 1: so many ranges, or other spreads, as 3 sigma. */
export function drawStraightLines(
  centre: number,
  range: number,
  perRange: number,
  stretch: Stretch,
  method: Method,
  lines: Lines,
): NoLimitsReason | null {
  const { start, end } = stretch
  lines.centre.fill(centre, start, end)
  if (Number.isNaN(range)) return tooFew(stretch) ?? 'noNeighbours'
  const why = range === 0 ? withoutSpread(stretch, method) : null
  if (why) return why
  const far = (perRange * range * method.sigmas) / 3
  const near = (2 / 3) * far
  lines.lower.fill(centre - far, start, end)
  lines.upper.fill(centre + far, start, end)
  lines.lowerWarning.fill(centre - near, start, end)
  lines.upperWarning.fill(centre + near, start, end)
  return null
}
