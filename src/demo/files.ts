import { type Figure, figuresOf } from '#demo/figures.ts'
import type { Cause, Plan } from '#demo/plan.ts'
import { PLANS } from '#demo/plans/index.ts'
import { definitionOf, seedOf } from '#demo/trust.ts'
import { ADULT_WARDS, PEERS, WEXCOMBE } from '#demo/wexcombe.ts'
import type { FileFacts, NamedHolder, SeriesFacts } from '#understand/intake/facts.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { type Day, type PeriodNumber, periodOfDay } from '#understand/period.ts'

/** What would be read from one file. */
export interface DemonstrationFile {
  readonly name: string
  readonly facts: FileFacts
}

/** Measures in which the latest file restates the month before: some figures came late. */
const RESTATED = ['ae-over-12-hours', 'length-of-stay', 'discharge-summaries-24-hours']

/** What the trust has imported, oldest first, up to the latest complete period before `today`. */
export function demonstrationFiles(today: Day): readonly DemonstrationFile[] {
  const whole = PLANS.map((plan) => ({ plan, definition: definitionOf(plan), latest: latestOf(plan, today) }))
  const figures = new Map(
    whole.map(({ plan, definition }) => [plan, figuresOf(plan, definition, { seed: seedOf(plan), today })]),
  )
  const earlier = whole.map(({ plan, definition, latest }) => {
    const until = figures.get(plan)!.filter((figure) => figure.period < latest)
    const early = RESTATED.includes(definition.code) ? until.map((one) => beforeRestating(one, latest)) : until
    return factsOf(definition, WEXCOMBE.code, early, false)
  })
  const late = whole.flatMap(({ plan, definition, latest }) => {
    const from = RESTATED.includes(definition.code) ? latest - 1 : latest
    const news = figures.get(plan)!.filter((figure) => figure.period >= from)
    return news.length === 0 ? [] : [factsOf(definition, WEXCOMBE.code, news, (plan.provisional ?? 0) > 0)]
  })
  return [
    { name: 'wexcombe-measures-history.xlsx', facts: fileOf(earlier) },
    { name: 'wexcombe-wards.csv', facts: fileOf(wards(today)) },
    { name: 'region-emergency-departments.csv', facts: fileOf(peers(today)) },
    { name: 'wexcombe-measures-latest.xlsx', facts: fileOf(late) },
  ]
}

/** The period that place 0 of a plan is. Events have no latest period of their own: all of them are history. */
export function latestOf(plan: Plan, today: Day): PeriodNumber {
  const definition = definitionOf(plan)
  return periodOfDay(today, { kind: definition.period, weekEnds: definition.weekEnds }) - 1
}

function wards(today: Day): readonly SeriesFacts[] {
  return PLANS.flatMap((plan) => {
    const { wards: ward } = plan
    if (!ward) return []
    const definition = definitionOf(plan)
    return ADULT_WARDS.map((code) => {
      const causes: readonly Cause[] = ward.planted?.[code] ?? []
      const telling = { seed: seedOf(plan, code), today, share: ward.share, causes }
      return factsOf(definition, code, figuresOf(atWard(plan, causes), definition, telling), false)
    })
  })
}

/** A constant ward does everything right: nothing else stays the same in figures so small. */
function atWard(plan: Plan, causes: readonly Cause[]): Plan {
  const constant = causes.some((cause) => cause.kind === 'constant')
  return constant ? { ...plan, process: { ...plan.process, level: 100 } } : plan
}

function peers(today: Day): readonly SeriesFacts[] {
  const plan = PLANS.find((candidate) => candidate.measure.code === 'ae-within-4-hours')!
  const definition = definitionOf(plan)
  return PEERS.map(({ code, level }) => {
    const peer = { ...plan, process: { ...plan.process, level } }
    return factsOf(
      definition,
      code,
      figuresOf(peer, definition, { seed: seedOf(plan, code), today, causes: [] }),
      false,
    )
  })
}

/** As it was first told: a few cases were still to be counted. */
function beforeRestating(figure: Figure, latest: PeriodNumber): Figure {
  if (figure.period !== latest - 1) return figure
  const missed = 0.98
  return figure.denominator !== null && Number.isInteger(figure.numerator)
    ? { ...figure, numerator: Math.floor(figure.numerator * missed) }
    : { ...figure, numerator: Number((figure.numerator * missed).toFixed(2)) }
}

function factsOf(
  definition: MeasureDefinition,
  holder: string,
  figures: readonly Figure[],
  provisional: boolean,
): SeriesFacts {
  const column = (read: (figure: Figure) => number | null) =>
    figures.some((figure) => read(figure) !== null)
      ? Float64Array.from(figures, (figure) => read(figure) ?? Number.NaN)
      : null
  return {
    measure: definition.code,
    holder,
    stratum: '',
    periods: figures.map((figure) => figure.period),
    numerators: Float64Array.from(figures, (figure) => figure.numerator),
    denominators: column((figure) => figure.denominator),
    spreads: column((figure) => figure.spread),
    provisional: provisional ? figures.map(() => true) : null,
  }
}

function fileOf(series: readonly SeriesFacts[]): FileFacts {
  const named = new Set(series.map((one) => one.holder))
  const codes = new Set(series.map((one) => one.measure))
  const holders = [...named].map((code): NamedHolder => {
    const peer = PEERS.find((candidate) => candidate.code === code)
    return { code, name: peer?.name ?? code, as: peer ? 'peer' : 'unit' }
  })
  const measures = PLANS.map(definitionOf).filter((definition) => codes.has(definition.code))
  const rows = series.reduce((sum, one) => sum + one.periods.length, 0)
  return { series, measures, holders, faults: [], leftOut: [], rows }
}
