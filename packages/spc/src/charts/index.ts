import type { ChartTypeId } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { c } from './c.ts'
import type { ChartType } from './chartType.ts'
import { cusum } from './cusum.ts'
import { ewma } from './ewma.ts'
import { g } from './g.ts'
import { iPrime } from './iPrime.ts'
import { movingAverage } from './movingAverage.ts'
import { mr } from './mr.ts'
import { np } from './np.ts'
import { p } from './p.ts'
import { pPrime } from './pPrime.ts'
import { r } from './r.ts'
import { run } from './run.ts'
import { s } from './s.ts'
import { t } from './t.ts'
import { u } from './u.ts'
import { uPrime } from './uPrime.ts'
import { xbar } from './xbar.ts'
import { xmr } from './xmr.ts'
import { xmrMedian, xmrMedianRange } from './xmrMedian.ts'

/** Every kind of chart of single figures. A new one is a file beside these, a line here and its id in `ChartTypeId`. */
export const CHART_TYPES: readonly ChartType[] = [
  xmr,
  xmrMedian,
  xmrMedianRange,
  run,
  p,
  pPrime,
  u,
  uPrime,
  c,
  g,
  t,
  mr,
  iPrime,
]

/**
 * Charts of single figures that draw something else in their place: a count for its share, whose multiplier would be wrong
 * for it, or averages and sums of past points, which answer another question than the values do.
 */
export const FURTHER_CHART_TYPES: readonly ChartType[] = [np, ewma, cusum, movingAverage]

/** Every kind of chart whose points are samples. */
export const SAMPLE_CHART_TYPES: readonly ChartType[] = [xbar, s, r]

const BY_ID = new Map([...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map((type) => [type.id, type]))

/** @throws SpcInputError for an id that no chart has */
export function chartType(id: ChartTypeId): ChartType {
  const found = BY_ID.get(id)
  if (!found) throw new SpcInputError(`There is no chart type “${id}”`)
  return found
}
