import {
  type Calendar,
  type Day,
  type PeriodNumber,
  periodEnd,
  periodLabel,
  periodOfDay,
  periodStart,
} from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

/** A period that a figure can be typed for, with the value that is known for it; null when there is none. */
export interface PeriodChoice {
  readonly period: PeriodNumber
  readonly label: string
  readonly known: string | null
}

/** Further back a person looks for the file rather than typing. */
const CHOICES = 36

/** The periods that have begun, newest first: no figure can be there of one that is still to come. */
export function periodChoices(calendar: Calendar, view: SeriesView | null, today: Day): readonly PeriodChoice[] {
  const latest = periodOfDay(today, calendar)
  return Array.from({ length: CHOICES }, (_, back) => choiceOf(latest - back, calendar, view))
}

/**
 * The period that stands in the form: the one after the last known; before there is any, the last that is over.
 * When the one after the last has not begun, the last itself, to be restated.
 */
export function nextPeriod(calendar: Calendar, view: SeriesView | null, today: Day): PeriodNumber {
  const current = periodOfDay(today, calendar)
  const last = view?.observations.periods.at(-1)
  if (last === undefined) return periodEnd(current, calendar) <= today ? current : current - 1
  return periodStart(last + 1, calendar) <= today ? last + 1 : last
}

export function choiceOf(period: PeriodNumber, calendar: Calendar, view: SeriesView | null): PeriodChoice {
  return { period, label: periodLabel(period, calendar), known: view && knownValue(view, period) }
}

/** "26.6% in May 2026"; null before there is a figure. */
export function latestKnown(view: SeriesView): string | null {
  const period = view.observations.periods[view.analysis.latest]
  if (period === undefined) return null
  const value = valueText(view.analysis.values[view.analysis.latest]!, view.definition)
  return `${value} in ${periodLabel(period, calendarOf(view.definition))}`
}

function knownValue(view: SeriesView, period: PeriodNumber): string | null {
  const value = view.analysis.values[view.observations.periods.indexOf(period)]
  return value === undefined || Number.isNaN(value) ? null : valueText(value, view.definition)
}
