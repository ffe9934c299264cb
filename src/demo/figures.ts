import { type Cause, isGap, movedBy, type Plan, type Process } from '#demo/plan.ts'
import { binomial, poisson, type Random, randomFrom } from '#demo/random.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { type Calendar, type Day, dateOf, type PeriodNumber, periodEnd, periodOfDay } from '#understand/period.ts'

/** One period's figure as a file would give it, before the measure's multiplier. */
export interface Figure {
  readonly period: PeriodNumber
  readonly numerator: number
  readonly denominator: number | null
  readonly spread: number | null
}

/** Three years, unless the plan says otherwise. */
const HISTORY = { day: 365, week: 156, month: 36, quarter: 12, year: 3, event: 20 } as const
/** Denominators differ from period to period by this much of themselves. */
const SIZE_SPREAD = 0.04
const SAMPLE_SPREAD = 0.05

export interface Telling {
  /** Names the stream of random numbers: the same seed, the same figures. */
  readonly seed: string
  readonly today: Day
  /** Of the whole's size; wards are a small part of it. Default 1. */
  readonly share?: number
  /** In place of the plan's. */
  readonly causes?: readonly Cause[]
}

/** Figures of one series, in time order, up to the latest complete period; a gap has none. */
export function figuresOf(plan: Plan, definition: MeasureDefinition, telling: Telling): readonly Figure[] {
  const random = randomFrom(telling.seed)
  const causes = telling.causes ?? plan.causes ?? []
  const history = plan.history ?? HISTORY[definition.period]
  const { process } = plan
  if (definition.period === 'event') return events(process, history, random, telling.today)

  const calendar: Calendar = { kind: definition.period, weekEnds: definition.weekEnds }
  const latest = periodOfDay(telling.today, calendar) - 1
  const constant = causes.some((cause) => cause.kind === 'constant')
  return Array.from({ length: history }, (_, i): Figure | null => {
    const place = history - 1 - i
    const period = latest - place
    const level = process.level + movedBy(causes, place) + winterAt(process, periodEnd(period, calendar))
    const size = Math.max(
      1,
      Math.round((process.size ?? 1) * (telling.share ?? 1) * (1 + SIZE_SPREAD * random.normal())),
    )
    const chance = constant ? level : level + (process.noise ?? 0) * random.normal()
    const figure = MAKE[definition.kind]({ random, process, definition, size, value: chance, constant })
    return isGap(causes, place) ? null : { period, ...figure }
  }).filter((figure) => figure !== null)
}

interface Making {
  readonly random: Random
  readonly process: Process
  readonly definition: MeasureDefinition
  readonly size: number
  /** What the process would give in this period, in the unit of display, before counting. */
  readonly value: number
  readonly constant: boolean
}

type Made = Omit<Figure, 'period'>

/** How each kind of measure becomes figures. Dated kinds are made by `events`. */
const MAKE: Readonly<Record<MeasureDefinition['kind'], (making: Making) => Made>> = {
  count({ random, process, value }) {
    const counted = process.noise === undefined ? poisson(random, value) : Math.max(0, Math.round(value))
    return { numerator: counted, denominator: null, spread: null }
  },
  proportion({ random, size, value, constant, definition }) {
    const chance = Math.min(1, Math.max(0, value / definition.multiplier))
    const numerator = constant ? Math.round(size * chance) : binomial(random, size, chance)
    return { numerator, denominator: size, spread: null }
  },
  rate: eventsAmong,
  standardisedRatio: eventsAmong,
  ratio({ size, value, definition }) {
    return { numerator: Math.round((value / definition.multiplier) * size), denominator: size, spread: null }
  },
  average({ random, process, size, value, definition }) {
    const spread =
      process.spread === undefined ? null : rounded(process.spread * (1 + SAMPLE_SPREAD * random.normal()), 2)
    return { numerator: rounded(value, definition.decimals + 1), denominator: size, spread }
  },
  published: ({ value, definition }) => ({
    numerator: rounded(value, definition.decimals),
    denominator: null,
    spread: null,
  }),
  timeBetween: noFigure,
  rareEvent: noFigure,
}

/** Counted events, of which there may be more than what they are counted among. */
function eventsAmong({ random, size, value, definition }: Making): Made {
  const numerator = poisson(random, Math.max(0, value / definition.multiplier) * size)
  return { numerator, denominator: size, spread: null }
}

/** Events at random, `level` days apart on average, the latest some days ago; never two on one day. */
function events({ level }: Process, count: number, random: Random, today: Day): readonly Figure[] {
  let day = today
  const days = Array.from({ length: count }, () => {
    day -= Math.max(1, Math.round(level * random.exponential()))
    return day
  })
  return days.reverse().map((period) => ({ period, numerator: 1, denominator: null, spread: null }))
}

function winterAt({ winter = 0 }: Process, day: Day): number {
  const { month, day: dayOfMonth } = dateOf(day)
  return winter * Math.cos((2 * Math.PI * (month + dayOfMonth / 31 - 0.5)) / 12)
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

function noFigure(): never {
  throw new Error('A dated measure has events, not periods')
}
