import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWording } from '../../test/aSeries.ts'
import { seededSeries } from '../../test/seededSeries.ts'
import { analyse } from '../analyse.ts'
import { english } from '../messages/index.ts'
import { adviseChart, CHART_ADVISERS, FURTHER_ADVISERS } from './adviser.ts'
import type { AdviceInput } from './examined.ts'

const advised = (input: AdviceInput) => adviseChart(input, aWording)
const charts = (input: AdviceInput) => advised(input).map(({ id, chart }) => `${id}: ${chart}`)

describe('another chart is advised', () => {
  const moving = seededSeries(1).proportions(36, 0.8, [2000, 3000], 0.03)
  const few = seededSeries(21).proportions(30, 0.2, [10, 16])
  const rare = seededSeries(3).counts(36, 0.4)
  const exposed = seededSeries(4).proportions(30, 0.02, [300, 900])
  test.each<[string, AdviceInput, string[]]>([
    ['p with a chance that moves', moving, ['dispersion: pPrime']],
    ['u with a rate that moves', { ...moving, chart: 'u', kind: 'rate' }, ['dispersion: uPrime']],
    [
      'c of counts that move',
      { chart: 'c', kind: 'count', direction: 'lower', numerators: moving.numerators },
      ['dispersion: xmr'],
    ],
    ['c although activity changes', { ...exposed, chart: 'c', kind: 'rate' }, ['exposure: u']],
    ['XmR of a share of few', { ...few, chart: 'xmr' }, ['smallNumbers: p']],
    ['XmR of few events', { ...seededSeries(5).counts(30, 4), chart: 'xmr' }, ['smallNumbers: c']],
    ['c of hardly any events', rare, ['mostlyNought: g']],
    ['XmR of times between events', { ...seededSeries(22).times(40, 30), chart: 'xmr' }, ['skewed: t']],
    [
      'XmR of values with a long tail',
      { ...seededSeries(22).times(40, 30), chart: 'xmr', kind: 'value' },
      ['skewed: run'],
    ],
    ['limits before there are points', seededSeries(7).steady(9), ['tooFew: run']],
    ['values that follow each other: no chart', seededSeries(3).following(60, 0.7), ['following: null']],
  ])('%s', (_, input, expected) => {
    expect(charts(input)).toEqual(expected)
  })
})

test('the advised chart draws, and has nothing to be advised itself', () => {
  const moving = seededSeries(1).proportions(36, 0.8, [2000, 3000], 0.03)
  const [advice] = advised(moving)
  const drawn = analyse(advice!.redrawn!.series)
  expect(drawn.chart).toBe('pPrime')
  expect(drawn.upper[0]! - drawn.lower[0]!).toBeGreaterThan(analyse(moving).upper[0]! - analyse(moving).lower[0]!)
  expect(charts({ ...moving, chart: advice!.chart! })).toEqual([])
})

describe('mostly nought', () => {
  const counts = [0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1]
  test('counts become the empty periods between events, the first event having none before it', () => {
    const [advice] = advised({ chart: 'c', kind: 'count', direction: 'lower', numerators: counts })
    expect(advice!.redrawn!.series).toEqual({ chart: 'g', direction: 'higher', numerators: [3, 0, 1, 4, 2, 2] })
    expect(advice!.redrawn!.at).toEqual([6, 6, 8, 13, 16, 19])
    expect(advice!.reasons).toMatchObject([{ is: 14 / 20, said: '70%' }])
  })

  test('rates become the activity between events, shared evenly among those of one period', () => {
    const [advice] = advised({
      chart: 'u',
      kind: 'rate',
      direction: 'lower',
      numerators: counts,
      denominators: counts.map(() => 100),
    })
    expect(advice!.chart).toBe('t')
    expect(advice!.redrawn!.series.numerators).toEqual([350, 50, 200, 500, 300, 300])
  })

  test('too few events draw nothing, and are still told of', () => {
    const numerators = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
    const [advice] = advised({ chart: 'c', kind: 'count', direction: 'lower', numerators })
    expect(advice).toMatchObject({ chart: 'g', redrawn: null })
  })
})

test('silent where the present chart is right: fewer than 3 pieces of advice in 100 steady series of each kind', () => {
  const SERIES = 200
  const seeded = seededSeries(8)
  const makers = [
    () => seeded.steady(36),
    () => ({ ...seeded.counts(36, 40), chart: 'xmr' as const }),
    () => seeded.counts(36, 4),
    () => seeded.proportions(36, 0.3, [90, 150]),
    () => ({ ...seeded.proportions(36, 0.3, [900, 1000]), chart: 'xmr' as const }),
    () => seeded.times(36, 30),
  ]
  for (const make of makers) {
    const all = Array.from({ length: SERIES }, make).flatMap(advised)
    expect(all.length / SERIES).toBeLessThan(0.03)
  }
})

test('whatever the figures, advice is whole: at most one chart, another than the present one, with its numbers, and it draws', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }))
  const kinds = fc.constantFrom(...(['count', 'proportion', 'rate', 'value', 'timeBetween'] as const))
  const present = fc.constantFrom(...(['xmr', 'run', 'p', 'u', 'c', 't'] as const))
  fc.assert(
    fc.property(fc.array(row, { minLength: 0, maxLength: 45 }), kinds, present, (rows, kind, chart) => {
      const input: AdviceInput = {
        kind,
        chart,
        direction: 'lower',
        numerators: rows.map(([numerator, denominator]) => Math.min(numerator, denominator)),
        denominators: rows.map(([, denominator]) => denominator),
      }
      const all = advised(input)
      expect(all.filter(({ chart: one }) => one !== null).length).toBeLessThanOrEqual(1)
      for (const { chart: other, reasons, why, redrawn } of all) {
        expect(other).not.toBe(chart)
        expect(why).not.toMatch(/NaN|undefined|Infinity/)
        for (const { is, said } of reasons) expect([Number.isFinite(is), said.length > 0]).toEqual([true, true])
        expect(reasons.length).toBeGreaterThan(0)
        if (!redrawn) continue
        expect(redrawn.at.length).toBe(redrawn.series.numerators.length)
        expect(analyse(redrawn.series).chart).toBe(other)
      }
    }),
    { numRuns: 300 },
  )
})

test('every adviser has an id and a citation of its own', () => {
  const all = [...CHART_ADVISERS, ...FURTHER_ADVISERS]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, citation } of all) {
    expect([english.advice.advisers[id].title().length > 5, citation.length > 20]).toEqual([true, true])
  }
})
