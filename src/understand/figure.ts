import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { type Day, type PeriodNumber, periodLabel, periodStart } from '#understand/period.ts'
import { readPeriod } from '#understand/periodReading.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

/** One observation as a person types it: a whole number of periods, and numbers as they are stored (before the measure's multiplier). */
export interface Figure {
  readonly period: PeriodNumber
  readonly numerator: number
  readonly denominator: number | null
  readonly spread: number | null
  readonly provisional: boolean
}

export type FigureFieldName = 'date' | 'numerator' | 'denominator' | 'spread'

/** One field of the form that takes a figure of a measure. */
export interface FigureField {
  readonly name: FigureFieldName
  readonly label: string
  readonly hint: string
  readonly whole: boolean
  readonly required: boolean
}

/** What the form sends, as text. A missing field is an empty text. */
export type TypedFigure = Readonly<Record<FigureFieldName, string>> & {
  readonly period: string
  readonly provisional: boolean
}

export type FigureFaults = Readonly<Partial<Record<FigureFieldName | 'period', string>>>

export const NO_FIGURE: TypedFigure = {
  period: '',
  date: '',
  numerator: '',
  denominator: '',
  spread: '',
  provisional: false,
}

/** The fields that one figure of this measure needs, in the order in which they are asked for. */
export function figureFields(measure: MeasureDefinition): readonly FigureField[] {
  const numerator = field('numerator', measure.numerator || measure.name)
  const denominator = field(
    'denominator',
    measure.denominator || (measure.kind === 'rareEvent' ? 'Cases' : 'Out of how many'),
  )
  const date = { ...field('date', 'When it happened'), hint: 'Day, month and year' }
  switch (measure.kind) {
    case 'count':
      return [{ ...numerator, whole: true }]
    case 'proportion':
      return [
        { ...numerator, whole: true },
        { ...denominator, whole: true },
      ]
    case 'rate':
    case 'standardisedRatio':
      return [{ ...numerator, whole: true }, denominator]
    case 'ratio':
      return [numerator, denominator]
    case 'average':
      return [
        { ...numerator, label: `Average: ${numerator.label}`, hint: measure.unit },
        {
          ...field('denominator', 'How many it is the average of'),
          hint: 'If you know it',
          whole: true,
          required: false,
        },
        { ...field('spread', 'Standard deviation'), hint: 'If you know it', required: false },
      ]
    case 'published':
      return [{ ...numerator, hint: measure.unit }]
    case 'timeBetween':
      return [date]
    case 'rareEvent':
      return [
        date,
        { ...denominator, label: `${denominator.label} since the last event`, whole: true, required: false },
      ]
  }
}

/** The figure that was typed, or what to change, field by field. Never both. */
export function checkFigure(
  measure: MeasureDefinition,
  typed: TypedFigure,
  today: Day,
): { readonly figure: Figure } | { readonly faults: FigureFaults } {
  const faults: Partial<Record<FigureFieldName | 'period', string>> = {}
  const values: Partial<Record<FigureFieldName, number>> = {}
  for (const asked of figureFields(measure)) {
    const outcome = asked.name === 'date' ? readDay(typed.date, today) : readNumber(asked, typed[asked.name])
    if (typeof outcome === 'string') faults[asked.name] = outcome
    else if (outcome !== null) values[asked.name] = outcome
  }
  const kind = kindOf(measure.kind)
  const { numerator, denominator, spread, date } = values
  if (
    measure.kind === 'proportion' &&
    numerator !== undefined &&
    denominator !== undefined &&
    numerator > denominator
  ) {
    faults.numerator = `${numerator} is more than the ${denominator} it is out of. Change one of the two`
  }
  if (kind.divides && denominator === 0)
    faults.denominator = 'Out of 0 nothing can be worked out. Leave this period out'
  const period = date ?? Number(typed.period)
  if (!Number.isInteger(period) || (typed.period === '' && date === undefined)) faults.period ??= 'Choose the period'
  else if (date === undefined && periodStart(period, calendarOf(measure)) > today)
    faults.period = `This ${measure.period} is still to come`
  if (Object.keys(faults).length > 0) return { faults }

  const scale = kind.storedByMultiplier ? measure.multiplier : 1
  return {
    figure: {
      period,
      numerator: date === undefined ? (numerator ?? 0) / scale : 1,
      denominator: denominator ?? null,
      spread: spread === undefined ? null : spread / scale,
      provisional: typed.provisional,
    },
  }
}

/** The value of a figure in the unit of display. */
export function shownValue(measure: MeasureDefinition, figure: Figure): number {
  const divisor = kindOf(measure.kind).divides ? (figure.denominator ?? 1) : 1
  return (figure.numerator / divisor) * measure.multiplier
}

/** What a person said yes to: a figure that was changed meanwhile is asked about again. */
export function confirmation(typed: TypedFigure): string {
  return [typed.period, typed.date, typed.numerator, typed.denominator, typed.spread]
    .map((text) => text.trim())
    .join(' ')
}

/** Series of events are judged by the cases between them where these are counted: then an event without them says nothing. */
export function lacksCases({ definition, observations }: SeriesView, figure: Figure): boolean {
  return definition.kind === 'rareEvent' && observations.denominators !== null && figure.denominator === null
}

/** Events that are known of the day of this one, in their order. */
export function eventsThatDay({ definition, observations }: SeriesView, { period }: Figure): readonly Figure[] {
  if (!kindOf(definition.kind).dated) return []
  return observations.periods.flatMap((day, i): Figure[] => {
    if (day !== period) return []
    const denominator = observations.denominators?.[i] ?? Number.NaN
    return [
      {
        period,
        numerator: observations.numerators[i]!,
        denominator: Number.isNaN(denominator) ? null : denominator,
        spread: null,
        provisional: observations.provisional[i] ?? false,
      },
    ]
  })
}

/** What to ask about once: a value that the limits do not expect ("41.2% is above the upper limit of 29.8%."), or a second event on one day; null where all is as expected. */
export function doubtAbout(view: SeriesView, figure: Figure, say: (value: number) => string): string | null {
  const sameDay = eventsThatDay(view, figure).length
  if (sameDay > 0) {
    const known = sameDay === 1 ? 'An event is' : `${sameDay} events are`
    return `${known} known of ${periodLabel(figure.period, calendarOf(view.definition))} already. Is this another one on the same day?`
  }
  const range = expectedRange(view)
  const value = shownValue(view.definition, figure)
  if (!range || (value >= range.lower && value <= range.upper)) return null
  return value > range.upper
    ? `${say(value)} is above the upper limit of ${say(range.upper)}.`
    : `${say(value)} is below the lower limit of ${say(range.lower)}.`
}

/** Where the latest limits say the next value should lie, in the unit of display; null before limits are due. */
function expectedRange(view: SeriesView): { readonly lower: number; readonly upper: number } | null {
  const { analysis, definition } = view
  const last = analysis.values.length - 1
  const lower = analysis.lower[last]
  const upper = analysis.upper[last]
  if (analysis.pointsToCome > 0 || lower === undefined || upper === undefined) return null
  if (kindOf(definition.kind).dated || !Number.isFinite(lower) || !Number.isFinite(upper)) return null
  return { lower, upper }
}

function field(name: FigureFieldName, label: string): FigureField {
  return { name, label, hint: '', whole: false, required: true }
}

/** A number as people type it: "1,342", "27.3%", "27.3 %". A text says what to change; null is an empty field that may be empty. */
function readNumber(asked: FigureField, text: string): number | string | null {
  const typed = text.trim()
  const personal = personalIn(typed)
  if (personal) return `This is ${ONE_OF[personal]}. Take it out: nothing that identifies a patient is kept here`
  if (typed === '') return asked.required ? `Type a number for “${asked.label}”` : null
  const plain = typed.replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '').replace(/\s*%$/, '')
  const number = /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN
  if (!Number.isFinite(number)) return `“${typed}” is not a number. Use figures only, such as 27 or 27.3`
  if (asked.whole && !Number.isInteger(number)) return `“${typed}” is not a whole number`
  if ((asked.whole || asked.name !== 'numerator') && number < 0) return `“${typed}” is below 0`
  return number
}

/** A day as the browser's date field sends it, or as people write it: "14/07/2026", "14 July 2026". */
function readDay(text: string, today: Day): Day | string {
  const typed = text.trim()
  if (typed === '') return 'Say when it happened'
  const read = readPeriod(typed)
  if (read?.grain !== 'day') return `“${typed}” is not a day. Write it like 14/07/2026`
  return read.day > today ? 'This day is still to come. Type it when it has happened' : read.day
}
