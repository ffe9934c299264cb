import type { ChartTypeId } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { c } from './c.ts'
import type { ChartType } from './chartType.ts'
import { g } from './g.ts'
import { iPrime } from './iPrime.ts'
import { mr } from './mr.ts'
import { p } from './p.ts'
import { pPrime } from './pPrime.ts'
import { run } from './run.ts'
import { s } from './s.ts'
import { t } from './t.ts'
import { u } from './u.ts'
import { uPrime } from './uPrime.ts'
import { xbar } from './xbar.ts'
import { xmr } from './xmr.ts'

/** Every kind of chart of single figures. A new one is a file beside these, a line here and its id in `ChartTypeId`. */
export const CHART_TYPES: readonly ChartType[] = [xmr, run, p, pPrime, u, uPrime, c, g, t, mr, iPrime]

/** Every kind of chart whose points are samples. */
export const SAMPLE_CHART_TYPES: readonly ChartType[] = [xbar, s]

/** @throws SpcInputError for an id that no chart has */
export function chartType(id: ChartTypeId): ChartType {
  const found = CHART_TYPES.find((type) => type.id === id) ?? SAMPLE_CHART_TYPES.find((type) => type.id === id)
  if (!found) throw new SpcInputError(`There is no chart type “${id}”`)
  return found
}
