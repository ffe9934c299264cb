import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWording, steadyValues } from '../../test/aSeries.ts'
import { seededSeries, withStep } from '../../test/seededSeries.ts'
import { english } from '../messages/index.ts'
import type { AdviceInput } from './examined.ts'
import { QUALITY_CHECKS, qualityFindings } from './quality.ts'

const values = (numerators: readonly number[], rest: Partial<AdviceInput> = {}): AdviceInput => ({
  chart: 'xmr',
  kind: 'value',
  direction: 'higher',
  numerators,
  ...rest,
})
const shares = (
  numerators: readonly number[],
  denominators: readonly number[],
  rest: Partial<AdviceInput> = {},
): AdviceInput => values(numerators, { chart: 'p', kind: 'proportion', denominators, ...rest })

const NONE = Number.NaN
const STEADY = steadyValues(24)
const UNLIKE = [3, 11, 7, 14, 5, 9, 12, 6, 10, 4, 13, 8, 15, 2]
const found = (input: AdviceInput) => qualityFindings(input, aWording)

describe('each check finds what it is for, and says its number', () => {
  test.each<[string, AdviceInput, { found?: number; weight?: string; at?: number[]; says: RegExp }]>([
    [
      'gaps',
      values([...STEADY.slice(0, 6), NONE, ...STEADY.slice(6)]),
      { found: 1, weight: 'note', at: [6], says: /^1 of the 25 months has no value/ },
    ],
    [
      'gaps',
      values(STEADY, { periods: STEADY.map((_, i) => (i < 12 ? i : i + 4)) }),
      { found: 4, weight: 'caution', at: [], says: /^4 of the 28 months have no value/ },
    ],
    [
      'duplicates',
      values(STEADY, { periods: STEADY.map((_, i) => (i < 12 ? i : i - 1)) }),
      { found: 1, at: [12], says: /^1 month is there twice/ },
    ],
    ['tooFewPoints', values(STEADY.slice(0, 12)), { found: 12, says: /until one month more has a value/ }],
    ['tooFewPoints', values(STEADY.slice(0, 8), { chart: 'run' }), { found: 8, says: /8 of the 10 points/ }],
    [
      'impossibleValues',
      shares([5, 12, 4], [10, 10, 10]),
      { found: 1, at: [1], says: /^Month 2 cannot be right: 12 is more than the 10/ },
    ],
    [
      'impossibleValues',
      values([5, -1, -2, 4], { chart: 'c', kind: 'count' }),
      { found: 2, at: [1, 2], says: /^Month 2 cannot be right, and 1 more month: counts are not below 0/ },
    ],
    [
      'zeroDenominators',
      shares([5, 0, 4], [10, 0, 10]),
      { found: 1, at: [1], says: /^One month has a denominator of 0/ },
    ],
    [
      'equalDenominators',
      shares([90, 91, 92, 89, 90, 95], [100, 100, 100, 100, 100, 100]),
      { weight: 'caution', says: /The denominator is 100 in every month/ },
    ],
    [
      'equalDenominators',
      shares([9, 3, 5, 8, 4], [30, 30, 30, 30, 30]),
      { weight: 'note', says: /sample of fixed size/ },
    ],
    [
      'discreteness',
      values([0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1]),
      { weight: 'caution', says: /^Values move in steps of 1\.00%/ },
    ],
    [
      'discreteness',
      values([1, 2, 1, 2, 2, 1, 1, 2, 1, 2], { chart: 'run' }),
      { found: 2, weight: 'note', says: /only 2 different values/ },
    ],
    [
      'carriedForward',
      values([...UNLIKE, 5.5, 5.5, 5.5, 5.5, 5.5]),
      { at: [14, 15, 16, 17, 18], says: /^5\.5% stands in 5 months in a row up to month 19/ },
    ],
  ])('%s', (id, input, { says, ...numbers }) => {
    const finding = found(input).find(({ check }) => check.id === id)
    expect(finding).toMatchObject(numbers)
    expect(finding?.sentence).toMatch(says)
  })
})

describe('planted in seeded series', () => {
  const ids = (input: AdviceInput) => found(input).map(({ check }) => check.id)
  test('a chance that moves spreads proportions more than counting does; the chart that allows for it is told, not warned', () => {
    const moving = seededSeries(1).proportions(36, 0.8, [2000, 3000], 0.03)
    const [finding] = found(moving)
    expect(finding).toMatchObject({ weight: 'caution' })
    expect(finding!.found).toBeGreaterThan(finding!.threshold)
    expect(finding!.sentence).toMatch(/times as much as counting alone explains \(χ² [\d.]+ with 35 degrees of freedom/)
    expect(found({ ...moving, chart: 'pPrime' })[0]).toMatchObject({ weight: 'note' })
  })

  test('rolling averages spread less than counting does, and follow each other', () => {
    const { numerators } = seededSeries(23).counts(47, 40)
    const rolling = Array.from({ length: 36 }, (_, i) =>
      Math.round(
        Array.from(numerators)
          .slice(i, i + 12)
          .reduce((sum, count) => sum + count, 0) / 12,
      ),
    )
    const smoothed = { chart: 'c', kind: 'count', direction: 'lower', numerators: rolling } as const
    expect(ids(smoothed)).toContain('underDispersion')
    expect(ids(smoothed)).toContain('autocorrelation')
  })

  test('values that follow each other are found; a change of level alone is none', () => {
    expect(ids(seededSeries(3).following(60, 0.7))).toEqual(['autocorrelation'])
    expect(ids(withStep(seededSeries(4).steady(48), 24, 3))).toEqual([])
  })

  test('denominators matter to a chart with one pair of limits only while counting explains the spread', () => {
    const small = seededSeries(24).proportions(36, 0.3, [10, 60])
    expect(ids({ ...small, chart: 'xmr' })).toEqual(['denominatorsVary'])
    expect(ids(small)).toEqual([])
    const large = seededSeries(24).proportions(36, 0.03, [2000, 12000], 0.008)
    expect(ids({ ...large, chart: 'xmr' })).toEqual(['overDispersion'])
  })

  test('runs at none and at all are no figures carried forward', () => {
    expect(ids(values([...UNLIKE, 0, 0, 0, 0, 0, 0], { chart: 'c', kind: 'count' }))).not.toContain('carriedForward')
    const full = shares([...UNLIKE, 20, 20, 20, 20, 20], [...UNLIKE.map((n) => n + 15), 20, 20, 20, 20, 20])
    expect(ids(full)).not.toContain('carriedForward')
  })

  test('events have no periods that could be missing or there twice', () => {
    const times = {
      ...seededSeries(6).times(30, 20),
      periods: Array.from({ length: 30 }, (_, i) => 1000 + 9 * (i >> 1)),
    }
    expect(ids(times)).toEqual([])
  })
})

test('steady figures on a chart that suits them are seldom told of: fewer than 3 findings in 100 series of each kind', () => {
  const SERIES = 200
  const seeded = seededSeries(7)
  const makers = [
    () => seeded.steady(36),
    () => seeded.counts(36, 12),
    () => seeded.proportions(36, 0.3, [90, 150]),
    () => seeded.times(36, 30),
  ]
  for (const make of makers) {
    const findings = Array.from({ length: SERIES }, make).flatMap(found)
    expect(findings.length / SERIES).toBeLessThan(0.03)
  }
})

test('whatever the figures, each finding is whole: a known check, its number, its threshold, a sentence, places in order', () => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 40 }),
    fc.constant(NONE),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  )
  const row = fc.tuple(number, number, fc.integer({ min: 0, max: 2 }))
  const kinds = fc.constantFrom(...(['count', 'proportion', 'rate', 'value', 'timeBetween', 'casesBetween'] as const))
  const charts = fc.constantFrom(...(['xmr', 'run', 'p', 'u', 'c', 'pPrime', 't', 'g'] as const))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), kinds, charts, fc.boolean(), (rows, kind, chart, divided) => {
      let period = 0
      const input: AdviceInput = {
        kind,
        chart,
        direction: 'higher',
        numerators: Object.freeze(rows.map(([numerator]) => numerator)),
        ...(divided && { denominators: Object.freeze(rows.map(([, denominator]) => denominator)) }),
        periods: rows.map(([, , step]) => (period += step)),
      }
      for (const finding of found(input)) {
        expect(QUALITY_CHECKS).toContain(finding.check)
        expect(Number.isFinite(finding.found), finding.check.id).toBe(true)
        expect(Number.isFinite(finding.threshold), finding.check.id).toBe(true)
        expect(finding.sentence).toMatch(/^[^a-z].*[.?]$/)
        expect(finding.sentence).not.toMatch(/NaN|undefined|Infinity/)
        expect(finding.at).toEqual(finding.at.toSorted((a, b) => a - b))
        for (const at of finding.at) expect(rows[at]).toBeDefined()
      }
    }),
    { numRuns: 300 },
  )
})

test('what is found of shape and spread is the same in another unit', () => {
  const seeded = seededSeries(8)
  fc.assert(
    fc.property(
      fc.constantFrom(0, 0.5, 0.8),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 1, max: 9 }),
      (share, add, times) => {
        const series = seeded.following(40, share)
        const moved = { ...series, numerators: Array.from(series.numerators, (value) => add + times * value) }
        const [plain, scaled] = [found(series), found(moved)].map((all) =>
          all.map(({ check, found: is }) => [check.id, is.toFixed(6)]),
        )
        expect(scaled).toEqual(plain)
      },
    ),
    { numRuns: 40 },
  )
})

test('every check has an id of its own, says what it measures and where its threshold comes from', () => {
  expect(new Set(QUALITY_CHECKS.map(({ id }) => id)).size).toBe(QUALITY_CHECKS.length)
  for (const { id, citation } of QUALITY_CHECKS) {
    const { label, measures } = english.advice.checks[id]
    for (const text of [label(), measures(), citation]) expect(text.length).toBeGreaterThan(10)
  }
})
