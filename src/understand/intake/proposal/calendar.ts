import type { Mapping } from '#understand/intake/mapping.ts'
import { PERIOD_START } from '#understand/intake/proposal/vocabulary.ts'
import { type Calendar, dateOf } from '#understand/period.ts'
import type { ReadPeriod } from '#understand/periodReading.ts'

const FINEST_FIRST: readonly ReadPeriod['grain'][] = ['day', 'month', 'quarter', 'year']

/** "2009-10" is October where the column also has "2009-01", which no financial year is. */
export function yearHints(texts: readonly string[]): Pick<Mapping['period'], 'yearMonths' | 'bareYears'> {
  const short = texts.flatMap((text) => /^\s*(\d{4})-(\d{2})\s*$/.exec(text)?.slice(1, 3) ?? [])
  const yearMonths = short.some((_, i) => i % 2 === 0 && (Number(short[i]) + 1) % 100 !== Number(short[i + 1]))
  return { yearMonths, bareYears: texts.length > 0 && texts.every((text) => /^\s*\d{4}\s*$/.test(text)) }
}

/** How time is cut, by the days that a column names: first (or last) of each month, seven apart, each day. */
export function calendarOf(
  reads: readonly ReadPeriod[],
  heading: string,
): Pick<Mapping['period'], 'kind' | 'weekEnds'> {
  const finest = FINEST_FIRST.find((grain) => reads.some((read) => read.grain === grain)) ?? 'month'
  if (finest !== 'day') return { kind: finest, weekEnds: 0 }
  const days = [...new Set(reads.map((read) => read.day))].sort((a, b) => a - b)
  const areFirsts = days.every((day) => dateOf(day).day === 1)
  if (areFirsts || days.every((day) => dateOf(day + 1).day === 1)) {
    const months = new Set(days.map((day) => dateOf(areFirsts ? day : day + 1).month))
    if (days.length > 1 && months.size === 1 && months.has(3)) return { kind: 'year', weekEnds: 0 }
    const areQuarters = days.length > 2 && [...months].every((month) => month % 3 === 0)
    return { kind: areQuarters || /\bq(?:uarter|tr)\b/i.test(heading) ? 'quarter' : 'month', weekEnds: 0 }
  }
  const isCalledWeek = /\bw(?:eek|\/[ce]|c|e)\b/i.test(heading)
  const areWeeks = days.length > 1 ? days.every((day) => (day - days[0]!) % 7 === 0) : isCalledWeek
  if (!areWeeks) return { kind: 'day', weekEnds: 0 }
  const end = PERIOD_START.test(heading) || /\bw\/?c\b/i.test(heading) ? days[0]! + 6 : days[0]!
  return { kind: 'week', weekEnds: weekday(end) }
}

function weekday(day: number): Calendar['weekEnds'] & number {
  return (((day + 4) % 7) + 7) % 7
}
