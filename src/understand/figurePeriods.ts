import { type Calendar, type Day, type PeriodNumber, periodEnd, periodLabel, periodOfDay } from '#understand/period.ts'
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
 * The period that stands in the form: the last one that is over and has no figure, of those since the series began.
 * When each has one, the period that runs; before there is any figure, the last that is over.
 */
export function presetPeriod(calendar: Calendar, view: SeriesView | null, today: Day): PeriodNumber {
  const running = periodOfDay(today, calendar)
  const first = view?.observations.periods[0]
  if (!view || first === undefined) return running - 1
  for (let period = running - 1; period >= Math.max(first, running - CHOICES + 1); period--) {
    if (knownValue(view, period) === null) return period
  }
  return running
}

/** A period is over when its last day is. */
export function isRunning(period: PeriodNumber, calendar: Calendar, today: Day): boolean {
  return periodEnd(period, calendar) >= today
}

export function choiceOf(period: PeriodNumber, calendar: Calendar, view: SeriesView | null): PeriodChoice {
  return { period, label: periodLabel(period, calendar), known: view && knownValue(view, period) }
}

/** "26.6% in May 2026", "41 on 15 May 2026"; null before there is a figure. */
export function latestKnown(view: SeriesView): string | null {
  const period = view.observations.periods[view.analysis.latest]
  if (period === undefined) return null
  const value = valueText(view.analysis.values[view.analysis.latest]!, view.definition)
  const calendar = calendarOf(view.definition)
  const isDated = calendar.kind === 'day' || calendar.kind === 'event'
  return `${value} ${isDated ? 'on' : 'in'} ${periodLabel(period, calendar)}`
}

function knownValue(view: SeriesView, period: PeriodNumber): string | null {
  const value = view.analysis.values[view.observations.periods.indexOf(period)]
  return value === undefined || Number.isNaN(value) ? null : valueText(value, view.definition)
}
