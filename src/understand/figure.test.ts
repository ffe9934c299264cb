import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFigure, figureFields, shownValue, type TypedFigure } from '#understand/figure.ts'
import type { MeasureDefinition, MeasureKind } from '#understand/measure.ts'

const TODAY = Date.UTC(2026, 6, 14) / 86_400_000

function aMeasure(overrides: Partial<MeasureDefinition> = {}): MeasureDefinition {
  return {
    code: 'before-noon',
    name: 'Patients discharged before noon',
    why: 'A bed in the morning is a bed for today.',
    area: 'Discharge',
    kind: 'proportion',
    numerator: 'Discharged before noon',
    denominator: 'All discharges',
    unit: '%',
    multiplier: 100,
    decimals: 1,
    better: 'higher',
    chart: 'p',
    rules: 'nhs',
    screenRanges: true,
    period: 'month',
    weekEnds: 0,
    targets: [],
    owner: '',
    source: '',
    ...overrides,
  }
}

function typed(overrides: Partial<TypedFigure> = {}): TypedFigure {
  return { period: '24318', date: '', numerator: '', denominator: '', spread: '', provisional: false, ...overrides }
}

describe('each kind of measure asks for what it needs, and no more', () => {
  const kinds: [MeasureKind, string[]][] = [
    ['count', ['numerator']],
    ['proportion', ['numerator', 'denominator']],
    ['rate', ['numerator', 'denominator']],
    ['ratio', ['numerator', 'denominator']],
    ['average', ['numerator', 'denominator', 'spread']],
    ['published', ['numerator']],
    ['timeBetween', ['date']],
    ['rareEvent', ['date', 'denominator']],
  ]
  for (const [kind, fields] of kinds) {
    test(kind, () => expect(figureFields(aMeasure({ kind })).map(({ name }) => name)).toEqual(fields))
  }
})

test('a figure is taken as it is typed, thousands commas and all', () => {
  expect(
    checkFigure(aMeasure(), typed({ numerator: ' 1,342 ', denominator: '4 915', provisional: true }), TODAY),
  ).toEqual({
    figure: { period: 24318, numerator: 1342, denominator: 4915, spread: null, provisional: true },
  })
})

test('a published percentage is stored before its multiplier and shown as it was typed', () => {
  const measure = aMeasure({ kind: 'published' })
  const outcome = checkFigure(measure, typed({ numerator: '27.3%' }), TODAY)
  if (!('figure' in outcome)) throw new Error('refused')
  expect(outcome.figure.numerator).toBeCloseTo(0.273, 12)
  expect(shownValue(measure, outcome.figure)).toBeCloseTo(27.3, 12)
})

test('an average may come without its sample', () => {
  expect(checkFigure(aMeasure({ kind: 'average', multiplier: 1 }), typed({ numerator: '4.25' }), TODAY)).toEqual({
    figure: { period: 24318, numerator: 4.25, denominator: null, spread: null, provisional: false },
  })
})

test('an event is one on its day, however the day is written', () => {
  for (const date of ['2026-07-13', '13/07/2026', '13.7.2026']) {
    expect(checkFigure(aMeasure({ kind: 'rareEvent' }), typed({ date }), TODAY)).toMatchObject({
      figure: { period: TODAY - 1 },
    })
  }
})

describe('what cannot be right is said beside its field', () => {
  const cases: {
    name: string
    measure?: Partial<MeasureDefinition>
    typed: Partial<TypedFigure>
    faults: Record<string, string>
  }[] = [
    { name: 'nothing typed', typed: {}, faults: { numerator: 'Type a number', denominator: 'Type a number' } },
    {
      name: 'a letter O for a nought',
      typed: { numerator: '1O4', denominator: '200' },
      faults: { numerator: '“1O4” is not a number' },
    },
    {
      name: 'more than all of them',
      typed: { numerator: '21', denominator: '20' },
      faults: { numerator: '21 is more than the 20' },
    },
    { name: 'out of nothing', typed: { numerator: '0', denominator: '0' }, faults: { denominator: 'Out of 0' } },
    {
      name: 'half a patient',
      typed: { numerator: '1.5', denominator: '20' },
      faults: { numerator: 'not a whole number' },
    },
    { name: 'fewer than none', typed: { numerator: '-1', denominator: '20' }, faults: { numerator: 'below 0' } },
    {
      name: 'no period',
      typed: { period: '', numerator: '1', denominator: '2' },
      faults: { period: 'Choose the period' },
    },
    {
      name: 'a day that does not exist',
      measure: { kind: 'rareEvent' },
      typed: { date: '31/06/2026' },
      faults: { date: 'is not a day' },
    },
    {
      name: 'a day to come',
      measure: { kind: 'rareEvent' },
      typed: { date: '15/07/2026' },
      faults: { date: 'still to come' },
    },
  ]
  for (const { name, measure, typed: fields, faults } of cases) {
    test(name, () => {
      const outcome = checkFigure(aMeasure(measure), typed(fields), TODAY)
      if (!('faults' in outcome)) throw new Error('taken in')
      expect(Object.keys(outcome.faults).sort()).toEqual(Object.keys(faults).sort())
      for (const [field, says] of Object.entries(faults)) {
        expect(outcome.faults[field as keyof typeof outcome.faults]).toContain(says)
      }
    })
  }
})

test('whatever is typed, a figure that is taken in has finite numbers', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (numerator, denominator) => {
      const outcome = checkFigure(aMeasure(), typed({ numerator, denominator }), TODAY)
      if ('figure' in outcome) expect(Number.isFinite(shownValue(aMeasure(), outcome.figure))).toBe(true)
      else expect(Object.keys(outcome.faults).length).toBeGreaterThan(0)
    }),
  )
})

test('an NHS number typed as a figure is refused, and the message does not repeat it', () => {
  const outcome = checkFigure(aMeasure({ kind: 'count' }), typed({ numerator: '999 000 0018' }), TODAY)
  expect(JSON.stringify(outcome)).toContain('NHS number')
  expect(JSON.stringify(outcome)).not.toContain('000 0018')
})
