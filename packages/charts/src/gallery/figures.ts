import { analyse, type SeriesInput, signals } from '@golden-thread/spc'
import type { ChartPeriod, ControlChart } from '../chart.ts'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
/** Before each three figures: a locale's formatter would take longer than the drawing that is measured. */
const THOUSANDS = /\B(?=(?:\d{3})+$)/g
const DAY = 86_400_000

/** A chart of made-up figures: what is not given is a plain monthly percentage. */
export interface GalleryChart extends Partial<Omit<ControlChart, 'analysis' | 'signals'>> {
  readonly id: string
  readonly input: Omit<SeriesInput, 'chart' | 'direction'> & Partial<Pick<SeriesInput, 'chart' | 'direction'>>
  /** First month, counted from January 2023 = 0. */
  readonly firstMonth?: number
}

/** The chart, analysed as the product does it. */
export function galleryChart({ input, firstMonth = 6, ...given }: GalleryChart): ControlChart {
  const analysis = analyse({ chart: 'xmr', direction: 'higher', ...input })
  const periods = analysis.values.length
  return {
    title: 'Patients discharged before noon',
    description: 'Share of patients who went home before noon, by month.',
    time: months(firstMonth, periods),
    noun: 'month',
    format: (value) => `${value.toFixed(1)}%`,
    axisFormat: (value, decimals) => `${value.toFixed(decimals)}%`,
    provisional: Array<boolean>(periods).fill(false),
    notes: [],
    phaseNotes: [],
    ...given,
    analysis,
    signals: signals(analysis),
  }
}

export function months(first: number, count: number): ChartPeriod[] {
  return Array.from({ length: count }, (_, at) => {
    const start = new Date(Date.UTC(2023, first + at))
    const name = MONTH.format(start)
    const year = yearOf(start)
    return { label: `${name} ${year}`, short: `${monthOf(start)} ${year}`, tick: name.slice(0, 1), group: year }
  })
}

/** Weeks by their ending day, named at the first week of each month. */
export function weeks(firstEnding: string, count: number): ChartPeriod[] {
  const first = Date.parse(firstEnding)
  return Array.from({ length: count }, (_, at) => {
    const end = new Date(first + at * 7 * DAY)
    const day = dayName(end)
    return {
      label: `week ending ${day}`,
      short: day,
      tick: end.getUTCDate() <= 7 ? monthOf(end) : '',
      group: yearOf(end),
    }
  })
}

/** Days, named at the first of each month. */
export function days(first: string, count: number): ChartPeriod[] {
  const start = Date.parse(first)
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(start + at * DAY)
    return { label: dayName(day), tick: day.getUTCDate() === 1 ? monthOf(day) : '', group: yearOf(day) }
  })
}

export function quarters(firstYear: number, count: number): ChartPeriod[] {
  return Array.from({ length: count }, (_, at) => {
    const year = String(firstYear + Math.floor(at / 4))
    return { label: `Q${(at % 4) + 1} ${year}`, tick: `Q${(at % 4) + 1}`, group: year }
  })
}

export function financialYears(first: number, count: number): ChartPeriod[] {
  return Array.from({ length: count }, (_, at) => {
    const label = `${first + at}/${String(first + at + 1).slice(2)}`
    return { label, tick: label, group: '' }
  })
}

/** Events, each with the day on which it happened. */
export function events(first: string, daysBetween: readonly number[]): ChartPeriod[] {
  let day = Date.parse(first)
  return daysBetween.map((gap) => {
    day += gap * DAY
    const date = new Date(day)
    return { label: dayName(date), tick: '', group: yearOf(date) }
  })
}

/** Figures that look like chance and are always the same: about a level, by a spread. */
export function steady(seed: number, count: number, level: number, spread: number): number[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from(
    { length: count },
    () => Math.round((level + (next() + next() + next() - 1.5) * spread) * 100) / 100,
  )
}

/** "1,342" */
export function whole(value: number): string {
  return String(Math.round(value)).replace(THOUSANDS, ',')
}

function dayName(day: Date): string {
  return `${day.getUTCDate()} ${monthOf(day)} ${yearOf(day)}`
}

function monthOf(day: Date): string {
  return MONTH.format(day).slice(0, 3)
}

function yearOf(day: Date): string {
  return String(day.getUTCFullYear())
}
