import { chartType, ruleSet } from '@golden-thread/spc'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { dayOfIso, longDate } from '#understand/period.ts'

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  neither: 'neither way is better',
} as const

/** "XmR (individuals)" */
export function chartLabel({ chart }: MeasureDefinition): string {
  return chartType(chart).label
}

/** "NHS Making Data Count" */
export function rulesLabel({ rules }: MeasureDefinition): string {
  return typeof rules === 'string' ? ruleSet(rules).label : `${rules.label}, version ${rules.version}`
}

/** What becomes of very large jumps between neighbours. */
export function rangesLabel({ screenRanges }: MeasureDefinition): string {
  return screenRanges ? 'left out of the limits' : 'kept in the limits'
}

/** "Month", "Week ending on Sunday" */
export function every({ period, weekEnds }: MeasureDefinition): string {
  if (period === 'week') return `Week ending on ${WEEKDAYS[weekEnds] ?? 'Sunday'}`
  return { day: 'Day', month: 'Month', quarter: 'Quarter', year: 'Financial year', event: 'Event' }[period]
}

/** "0.6; 0.5 from 1 April 2026" */
export function targets({ targets: all, unit }: MeasureDefinition): string {
  return all
    .map(({ from, value }) => {
      const said = value === null ? 'none' : `${value}${unit === '%' ? '%' : ''}`
      return from === null ? said : `${said} from ${longDate(dayOfIso(from))}`
    })
    .join('; ')
}

/** One field that differs between two versions, as it was and as it is; empty for nothing. */
export interface Change {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** What differs between two versions, in the words of the page. */
export function changes(before: MeasureDefinition, after: MeasureDefinition): readonly Change[] {
  return FIELDS.flatMap(([field, say]) => {
    const from = say(before)
    const to = say(after)
    return from === to ? [] : [{ field, from, to }]
  })
}

const FIELDS: readonly (readonly [string, (definition: MeasureDefinition) => string])[] = [
  ['Name', ({ name }) => name],
  ['Why', ({ why }) => why],
  ['Area', ({ area }) => area],
  ['Kind', ({ kind }) => kindOf(kind).label],
  ['What is counted', ({ numerator }) => numerator],
  ['Out of what', ({ denominator }) => denominator],
  ['Unit', ({ unit }) => unit],
  ['Shown times', ({ multiplier }) => String(multiplier)],
  ['Decimal places', ({ decimals }) => String(decimals)],
  ['Better', ({ better }) => better],
  ['Chart', chartLabel],
  ['Rules', rulesLabel],
  ['Very large jumps', rangesLabel],
  ['Every', every],
  ['Target', targets],
  ['Owner', ({ owner }) => owner],
  ['Source', ({ source }) => source],
]
