import { Problem } from '#platform/errors.ts'
import type { PeriodNumber } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'

/**
 * Periods whose figure can be left out of the limits, newest first: those with a figure that is not left out yet, but for
 * the latest one, at which both verdicts are read.
 */
export function possibleExclusions({ observations, analysis, excluded }: SeriesView): readonly PeriodNumber[] {
  const gone = new Set(excluded.map(({ period }) => period))
  const latest = observations.periods[analysis.latest]
  const known = observations.periods.filter((period, i) => Number.isFinite(analysis.values[i]) && !gone.has(period))
  return [...new Set(known)].filter((period) => period !== latest).reverse()
}

/** The period that an address or a form names. @throws Problem for the field `period`, with what to do */
export function exclusionPeriod(view: SeriesView, text: string): PeriodNumber {
  const period = Number(text)
  if (text !== '' && possibleExclusions(view).includes(period)) return period
  const message = faultOf(view, text === '' ? Number.NaN : period)
  throw new Problem('invalid', message, { period: message })
}

function faultOf({ definition, observations, analysis, excluded }: SeriesView, period: number): string {
  const noun = definition.period
  if (excluded.some((point) => point.period === period))
    return `This ${noun} is left out already. Choose another ${noun}`
  if (period === observations.periods[analysis.latest])
    return `The latest figure cannot be left out: the verdicts are read at it. Correct it if it is wrong, or wait for the next one`
  return `Choose a ${noun} that has a figure`
}
