import { signals } from '@golden-thread/spc'
import { describe, expect, test } from 'vitest'
import { figuresOf } from '#demo/figures.ts'
import { PLANS } from '#demo/plans/index.ts'
import { definitionOf } from '#demo/trust.ts'
import { kindOf } from '#understand/measureKind.ts'
import { fold, pack } from '#understand/observation.ts'
import { dayOf, periodOfDay } from '#understand/period.ts'
import { analyseSeries } from '#understand/seriesState.ts'
import type { Cause, Plan } from './plan.ts'
import { seedOf } from './trust.ts'

const TODAY = dayOf(2026, 6, 14)

function chartOf(plan: Plan) {
  const definition = definitionOf(plan)
  const figures = figuresOf(plan, definition, { seed: seedOf(plan), today: TODAY })
  const column = (read: (figure: (typeof figures)[number]) => number | null) =>
    Float64Array.from(figures, (figure) => read(figure) ?? Number.NaN)
  const entry = {
    periods: figures.map((figure) => figure.period),
    numerators: column((figure) => figure.numerator),
    denominators: column((figure) => figure.denominator),
    spreads: null,
    provisional: null,
  }
  const observations = pack(fold([entry]), kindOf(definition.kind).dated)
  const calendar = { kind: definition.period, weekEnds: definition.weekEnds }
  const latest = periodOfDay(TODAY, calendar) - 1
  const phases = (plan.rebases ?? []).map(({ at }) => ({ start: latest - at, baseline: null }))
  const analysis = analyseSeries(definition, observations, { phases, excluded: [] })
  return {
    analysis,
    observations,
    found: signals(analysis),
    places: observations.periods.map((period) => latest - period),
  }
}

describe('about sixty measures', () => {
  test('with codes of their own, in every kind of data and of period', () => {
    const definitions = PLANS.map(definitionOf)
    expect(definitions.length).toBeGreaterThanOrEqual(55)
    expect(new Set(definitions.map((definition) => definition.code)).size).toBe(definitions.length)
    expect(new Set(definitions.map((definition) => definition.kind)).size).toBe(8)
    expect(new Set(definitions.map((definition) => definition.period)).size).toBe(6)
  })
})

test('the same seed gives the same figures, another seed others', () => {
  const plan = PLANS[0]!
  const definition = definitionOf(plan)
  const once = figuresOf(plan, definition, { seed: 'a', today: TODAY })
  expect(figuresOf(plan, definition, { seed: 'a', today: TODAY })).toEqual(once)
  expect(figuresOf(plan, definition, { seed: 'b', today: TODAY })).not.toEqual(once)
})

const judged = PLANS.filter((plan) => plan.expects !== undefined)
test.each(judged.map((plan) => [plan.measure.code, plan] as const))(
  'the chart of %s says what was planted',
  (_, plan) => {
    expect(chartOf(plan).analysis.variation).toBe(plan.expects)
  },
)

function planted<Kind extends Cause['kind']>(kind: Kind) {
  return PLANS.flatMap((plan) =>
    (plan.causes ?? []).flatMap((cause) =>
      cause.kind === kind ? [[plan.measure.code, plan, cause as Extract<Cause, { kind: Kind }>] as const] : [],
    ),
  )
}

/** Rebased shifts have limits of their own on either side: nothing is left to find. */
const found = planted('shift').filter(([, plan, cause]) => !plan.rebases?.some((rebase) => rebase.at === cause.at))
test.each(found)('the shift in %s is found on its side', (_, plan, cause) => {
  const { found, places } = chartOf(plan)
  const side = cause.by > 0 ? 'high' : 'low'
  const after = found.filter(
    (signal) => signal.side === side && signal.points.some((point) => places[point]! <= cause.at),
  )
  const before = found.filter(
    (signal) => signal.side !== side && signal.points.some((point) => places[point]! > cause.at),
  )
  expect(after.length + before.length).toBeGreaterThan(0)
})

test.each(planted('outlier'))('the outlier in %s is found where it is', (_, plan, cause) => {
  const { found, places } = chartOf(plan)
  const at = places.indexOf(cause.at)
  expect(
    found.filter((signal) => signal.rule === 'outside' && signal.points.includes(at)).map((signal) => signal.side),
  ).toEqual([cause.by > 0 ? 'high' : 'low'])
})

test.each(planted('gap'))('the gap in %s stays a gap', (_, plan, cause) => {
  const { analysis, places } = chartOf(plan)
  for (let place = cause.at; place < cause.at + cause.length; place++) {
    expect(analysis.verdicts[places.indexOf(place)]).toBe('missing')
  }
})

test('a constant 100% has no limits and meets its target', () => {
  const { analysis } = chartOf(PLANS.find((plan) => plan.measure.code === 'safer-surgery-checklist')!)
  expect(analysis).toMatchObject({ assurance: 'meets', assuranceByValue: true })
  expect(analysis.phases[0]!.noLimits).toBe('allEqual')
})

test('the virtual ward has too few points yet', () => {
  const { analysis } = chartOf(PLANS.find((plan) => plan.measure.code === 'virtual-ward-patients')!)
  expect(analysis.pointsToCome).toBe(5)
})
