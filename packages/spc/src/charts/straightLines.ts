import type { NoLimitsReason } from '../analysis.ts'
import type { Lines, Method, Stretch } from './chartType.ts'
import { drawFlat, tooFew, withoutSpread } from './limits.ts'

/** Lines at the same distance from the centre at every point, never cut at 0 or 1: so many ranges, or other spreads, as 3 sigma. */
export function drawStraightLines(
  centre: number,
  range: number,
  perRange: number,
  stretch: Stretch,
  method: Method,
  lines: Lines,
): NoLimitsReason | null {
  const why = whyNone(range, stretch, method)
  if (why) lines.centre.fill(centre, stretch.start, stretch.end)
  else drawFlat(lines, stretch, centre, centre, (perRange * range * method.sigmas) / 3)
  return why
}

function whyNone(range: number, stretch: Stretch, method: Method): NoLimitsReason | null {
  if (Number.isNaN(range)) return tooFew(stretch) ?? 'noNeighbours'
  return range === 0 ? withoutSpread(stretch, method) : null
}
