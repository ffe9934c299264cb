import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWording } from '../../test/aSeries.ts'
import { type SeededSeries, seededSeries, withStep } from '../../test/seededSeries.ts'
import { analyse } from '../analyse.ts'
import type { AdviceInput } from './examined.ts'
import { FALSE_SUGGESTIONS, suggestRebase } from './rebase.ts'
import { rebaseWords } from './rebaseWords.ts'
import { levelsOf } from './steps.ts'

const objections = (input: AdviceInput) => suggestRebase(input)?.against.map(({ id }) => id)

describe('a planted step', () => {
  test.each([
    { points: 36, at: 20, step: 2.5 },
    { points: 36, at: 20, step: -2.5 },
    { points: 48, at: 38, step: 3 },
    { points: 60, at: 30, step: 2 },
  ])('of $step sigma at $at of $points points is found near its place, with its evidence', ({ points, at, step }) => {
    const input = withStep(seededSeries(11).steady(points), at, step)
    const found = suggestRebase(input)!
    expect(Math.abs(found.start - at)).toBeLessThanOrEqual(2)
    expect(found.side).toBe(step > 0 ? 'high' : 'low')
    expect(found.verdict).toBe(step > 0 ? 'concerning' : 'improving')
    expect(found.points).toBe(points - found.start)
    expect(found.run).toBeGreaterThanOrEqual(8)
    expect(Math.abs(found.after.centre - found.before.centre - step)).toBeLessThan(1)
    expect(Math.abs(found.sigmas - Math.abs(step))).toBeLessThan(1)
    expect(found.before.points + found.after.points).toBe(points)
  })

  test('of two sigma, ten points ago, is found in at least two of three series', () => {
    const seeded = seededSeries(12)
    const found = Array.from({ length: 300 }, () => suggestRebase(withStep(seeded.steady(36), 26, 2)))
    expect(found.filter((one) => one !== null).length).toBeGreaterThan(200)
  })

  test('is found on counts, proportions and times too', () => {
    const seeded = seededSeries(13)
    const joined = (one: AdviceInput, other: AdviceInput): AdviceInput => ({
      ...one,
      numerators: [...Array.from(one.numerators), ...Array.from(other.numerators)],
      ...(one.denominators && {
        denominators: [...Array.from(one.denominators), ...Array.from(other.denominators!)],
      }),
    })
    const both = [
      joined(seeded.counts(20, 9), seeded.counts(15, 22)),
      joined(seeded.proportions(20, 0.3, [80, 160]), seeded.proportions(15, 0.5, [80, 160])),
      joined(seeded.times(20, 10), seeded.times(20, 150)),
    ]
    for (const input of both) expect(Math.abs(suggestRebase(input)!.start - 20), input.chart).toBeLessThanOrEqual(3)
  })

  test('that is over again asks for nothing', () => {
    const series = withStep(withStep(seededSeries(14).steady(48), 16, 3), 32, -3)
    const found = suggestRebase(series)
    // The present level is that of the last sixteen points, and the stretch before them stands out.
    expect(found?.start).toBeGreaterThan(30)
    expect(suggestRebase(withStep(withStep(seededSeries(14).steady(48), 38, 3), 44, -3))).toBeNull()
  })

  test('is looked for in the latest phase alone', () => {
    const series = withStep(seededSeries(15).steady(44), 20, 3)
    const { start } = suggestRebase(series)!
    expect(suggestRebase({ ...series, phases: [{ start }] })).toBeNull()
  })

  test('keeps its place beside gaps and excluded points', () => {
    const series = withStep(seededSeries(11).steady(36), 20, 3)
    const numerators = Array.from(series.numerators, (value, i) => (i === 8 || i === 25 ? Number.NaN : value))
    const found = suggestRebase({ ...series, numerators, excluded: [3, 22] })!
    expect(found.start).toBe(20)
    expect(found.points).toBe(14)
  })
})

describe('what speaks against', () => {
  const step = withStep(seededSeries(11).steady(36), 20, 3)
  test('nothing but that nobody knows why, where the step is plain and long; and a noted event near it answers that', () => {
    expect(objections(step)).toEqual(['unknownCause'])
    expect(objections({ ...step, events: [19] })).toEqual([])
    expect(objections({ ...step, events: [12] })).toEqual(['unknownCause'])
  })

  test('fewer points than limits need', () => {
    expect(objections(withStep(seededSeries(11).steady(36), 26, 3))).toContain('fewPoints')
  })

  test('a slope that explains as much', () => {
    const { numerators } = seededSeries(16).steady(40)
    expect(objections({ ...step, numerators: Array.from(numerators, (value, i) => value + i / 5) })).toContain('drift')
  })

  test('values that follow each other', () => {
    const seeded = seededSeries(17)
    const suggested = Array.from({ length: 60 }, () => objections(seeded.following(60, 0.8))).filter(Boolean)
    expect(suggested.filter((against) => against!.includes('following')).length).toBeGreaterThan(suggested.length / 2)
  })
})

const kinds: readonly (readonly [string, (seeded: SeededSeries, points: number) => AdviceInput])[] = [
  ['values', (seeded, points) => seeded.steady(points)],
  ['counts of 4', (seeded, points) => seeded.counts(points, 4)],
  ['proportions', (seeded, points) => seeded.proportions(points, 0.3, [80, 160])],
  ['times', (seeded, points) => seeded.times(points, 30)],
]
test.each(kinds)('steady %s are told of a new level no more often than is promised', (_, make) => {
  const SERIES = 600
  const seeded = seededSeries(18)
  for (const points of [24, 36, 60]) {
    const told = Array.from({ length: SERIES }, () => suggestRebase(make(seeded, points))).filter(Boolean)
    expect(told.length / SERIES, `${points} points`).toBeLessThanOrEqual(FALSE_SUGGESTIONS)
  }
})

test.each<[string, AdviceInput]>([
  ['no values', { chart: 'xmr', kind: 'value', direction: 'higher', numerators: [] }],
  ['fifteen points', { chart: 'xmr', kind: 'value', direction: 'higher', numerators: Array(15).fill(1) }],
  ['equal values', { chart: 'xmr', kind: 'value', direction: 'higher', numerators: Array(40).fill(1) }],
  ['moving ranges', { ...withStep(seededSeries(11).steady(36), 20, 3), chart: 'mr' }],
])('%s: nothing is suggested', (_, input) => {
  expect(suggestRebase(input)).toBeNull()
})

test('one level, then exactly another: found, though nothing spreads about either', () => {
  const numerators = [...Array(12).fill(5), ...Array(10).fill(8)]
  expect(suggestRebase({ chart: 'xmr', kind: 'value', direction: 'higher', numerators })?.start).toBe(12)
})

test('another unit changes no suggestion, turning the values over turns its side, and the input stays as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: -90, max: 90 }),
      fc.integer({ min: 1, max: 20 }),
      (seed, add, times) => {
        const series = withStep(seededSeries(seed).steady(40), 22, 2.2)
        const numbers = Object.freeze(Array.from(series.numerators))
        const as = (change: (value: number) => number) =>
          suggestRebase({ ...series, numerators: Object.freeze(numbers.map(change)) })
        const plain = as((value) => value)
        const moved = as((value) => add + times * value)
        const turned = as((value) => -value)
        expect(moved?.start).toBe(plain?.start)
        expect(turned?.start).toBe(plain?.start)
        if (!plain || !moved || !turned) return
        expect(moved.standardErrors).toBeCloseTo(plain.standardErrors, 6)
        expect(moved.after.centre).toBeCloseTo(add + times * plain.after.centre, 6)
        expect(turned.side).not.toBe(plain.side)
      },
    ),
    { numRuns: 60 },
  )
})

test('levels cover the series without gap, none shorter than eight points', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 60 }), (values) => {
      const levels = levelsOf(values)
      expect(levels[0]!.from).toBe(0)
      expect(levels.at(-1)!.to).toBe(values.length)
      for (const [i, { from, to }] of levels.entries()) {
        expect(to - from).toBeGreaterThanOrEqual(8)
        if (i > 0) expect(from).toBe(levels[i - 1]!.to)
      }
    }),
  )
})

test('what is said of it: when, how many, means, limits, and what speaks against; each value by the wording', () => {
  const series = withStep(seededSeries(11).steady(36), 25, 3)
  const found = suggestRebase(series)!
  const words = rebaseWords(found, aWording)
  expect(words.headline).toBe('Since month 26 the figures lie higher than before, and still do.')
  expect(words.evidence[0]).toBe(
    `Eleven months since then have a mean of ${aWording.value(found.after.centre)}; the 25 months before had ${aWording.value(found.before.centre)}.`,
  )
  expect(words.evidence.join(' ')).toMatch(
    /in a row lie above the mean before.*3\.7 are asked for.*New limits would be.*(narrower|wider|about as wide)\./,
  )
  expect(words.against).toEqual([
    'Only 11 of the 13 months that limits need: they would still move.',
    'No event is noted about then. If nobody knows what changed, find out first.',
  ])
  expect(words.chance).toBe('Fewer than 1 in 100 steady series would be told this.')
})

test('the verdicts that it gives are those of the series analysed with its phases', () => {
  const series = withStep(seededSeries(11).steady(36), 20, 3)
  const { phases, said, now, after } = suggestRebase(series)!
  const anew = analyse({ ...series, phases })
  expect(said.anew).toEqual({ variation: anew.variation, assurance: anew.assurance })
  expect(after.upper).toBe(anew.upper[anew.latest])
  expect(said.now.variation).toBe(analyse(series).variation)
  expect(now.centre).toBe(analyse(series).centre[35])
})
