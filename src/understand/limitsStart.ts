import { Problem } from '#platform/errors.ts'
import { type PeriodNumber, periodLabel } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

/** Further than this from its figures, in periods, an address does not mean a period of the series. */
const FAR = 1000
/** Fewer figures have no spread; more than this no stretch has. */
const [FEWEST, MOST] = [2, 1000]

/** Periods at which new limits can start, newest first: those with a figure, but for the first. */
export function possibleStarts({ observations, analysis }: SeriesView): readonly PeriodNumber[] {
  const known = observations.periods.filter((_, i) => Number.isFinite(analysis.values[i]))
  return known.slice(1).toReversed()
}

/** The period that an address or a form names. @throws Problem for the field `start`, with what to do */
export function limitsStart(view: SeriesView, text: string): PeriodNumber {
  const period = Number(text)
  if (text !== '' && possibleStarts(view).includes(period)) return period
  const message = startFault(view, text === '' ? Number.NaN : period)
  throw new Problem('invalid', message, { start: message })
}

/** How many figures make the limits, null for all. @throws Problem for the field `baseline` */
export function limitsBaseline(text: string): number | null {
  if (text === '') return null
  const figures = Number(text)
  if (Number.isInteger(figures) && figures >= FEWEST && figures <= MOST) return figures
  const message = `Choose how many figures make the limits: from ${FEWEST} to ${MOST}, or all of them`
  throw new Problem('invalid', message, { baseline: message })
}

function startFault({ definition, observations, analysis }: SeriesView, period: number): string {
  const noun = definition.period
  const first = observations.periods.find((_, i) => Number.isFinite(analysis.values[i]))
  const last = observations.periods.at(-1)
  const isNear =
    first !== undefined && last !== undefined && Number.isInteger(period) && period > first - FAR && period < last + FAR
  if (!isNear) return `Choose the ${noun} with which the new limits start`
  const label = periodLabel(period, calendarOf(definition))
  if (period === first) return `Limits start with ${label} already: it has the first figure. Choose a later ${noun}`
  return `There is no figure for ${label}, so no limits can start there. Choose another ${noun}, or type that figure first`
}
