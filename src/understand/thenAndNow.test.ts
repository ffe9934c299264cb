import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMeasure, JANUARY_2024, RISEN, STEADY } from '#test/support/figures.ts'
import type { Observations } from '#understand/series.ts'
import { AS_THEY_COME, analyseSeries } from '#understand/seriesState.ts'
import { type Ground, type Then, thenAndNow } from '#understand/thenAndNow.ts'

const ENGINE = 'this one'
const FALLS = aMeasure({ code: 'falls' })

function observed(values: readonly number[]): Observations {
  return {
    periods: values.map((_, i) => JANUARY_2024 + i),
    numerators: Float64Array.from(values),
    denominators: null,
    spreads: null,
    provisional: values.map(() => false),
  }
}

const ground = (values: readonly number[], change: Partial<Ground> = {}): Ground => ({
  observations: observed(values),
  definition: FALLS,
  limits: AS_THEY_COME,
  ...change,
})

/** What was recorded, as this engine would have recorded it. */
function recorded(on: Ground, change: Partial<Then> = {}): Then {
  const { variation, assurance } = analyseSeries(on.definition, on.observations, on.limits)
  return { ...on, verdicts: { variation, assurance }, engine: ENGINE, ...change }
}

const targeted = aMeasure({ code: 'falls', targets: [{ from: null, value: 5 }] })
const restated = STEADY.map((value, i) => (i >= 12 ? value - 9 : value))
const rebased = { phases: [{ start: JANUARY_2024 + 10, baseline: null }], excluded: [] }

test.each([
  ['nothing differs', recorded(ground(RISEN)), ground(RISEN), []],
  ['further figures are no difference', recorded(ground(RISEN.slice(0, 15))), ground(RISEN), []],
  ['restated figures', recorded(ground(STEADY)), ground(restated), ['figures']],
  ['a new target', recorded(ground(STEADY)), ground(STEADY, { definition: targeted }), ['definition']],
  ['new limits', recorded(ground(RISEN)), ground(RISEN, { limits: rebased }), ['limits']],
  [
    'another engine',
    recorded(ground(STEADY), { engine: 'old', verdicts: { variation: 'improvingLow', assurance: 'none' } }),
    ground(STEADY),
    ['engine'],
  ],
  [
    'a new target and restated figures, each named',
    recorded(ground(STEADY)),
    ground(restated, { definition: targeted }),
    ['definition', 'figures'],
  ],
] as const)('%s', (_, then, now, causes) => {
  const { steps } = thenAndNow(then, now, ENGINE)
  expect(steps.map(({ cause }) => cause)).toEqual(causes)
})

test('restated periods are named, in order of time', () => {
  const { restated: named } = thenAndNow(recorded(ground(STEADY)), ground(restated), ENGINE)
  expect(named).toEqual([12, 13, 14, 15, 16, 17, 18, 19].map((i) => JANUARY_2024 + i))
})

test('a figure that is gone has no verdict now', () => {
  expect(thenAndNow(recorded(ground(STEADY)), ground(STEADY.slice(0, 10)), ENGINE).now).toBeNull()
})

test('without a figure there was nothing to say', () => {
  expect(thenAndNow(recorded(ground([])), ground(STEADY), ENGINE)).toMatchObject({ period: null, now: null, steps: [] })
})

test('too few figures then are no verdict, and stay none', () => {
  const { said, now, steps } = thenAndNow(recorded(ground(RISEN.slice(0, 5))), ground(RISEN), ENGINE)
  expect([said.isTooShort, now?.isTooShort, steps]).toEqual([true, true, []])
})

test('the last step always arrives at what is said now', () => {
  const series = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 13, maxLength: 13 })
  const definition = fc.constantFrom(FALLS, targeted, aMeasure({ code: 'falls', chart: 'c', rules: 'nelson' }))
  fc.assert(
    fc.property(series, series, definition, definition, (was, is, before, after) => {
      const then = recorded(ground(was, { definition: before }))
      const { said, now, steps } = thenAndNow(then, ground(is, { definition: after }), ENGINE)
      expect(steps.at(-1)?.verdicts ?? said).toEqual(now)
    }),
  )
})
