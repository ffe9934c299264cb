import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FunnelInput, funnel } from '../funnels/funnel.ts'
import { type ParetoCategory, pareto } from '../pareto.ts'
import { type FunnelWording, funnelReading } from './funnelReading.ts'
import { type ParetoWording, paretoReading } from './paretoReading.ts'

const wards: FunnelWording = { noun: 'ward', value: (value) => `${value.toFixed(1)}%` }
const falls: ParetoWording = {
  things: 'falls',
  noun: 'reason',
  count: (count) => String(count),
  share: (share) => `${(share * 100).toFixed(1)}%`,
}

describe('a funnel in words', () => {
  const even: FunnelInput = {
    kind: 'proportion',
    units: ['Ash', 'Birch', 'Cedar', 'Elm'],
    numerators: [10, 22, 31, 7],
    denominators: [100, 200, 300, 50],
    multiplier: 100,
  }
  test.each<[string, Partial<FunnelInput>, string, string]>([
    [
      'all within',
      {},
      'All four wards lie within what chance explains about 10.8%.',
      'Chance alone puts about 2 in 1,000 wards outside their limits. Those within do not differ by more than that, so their order says nothing.',
    ],
    [
      'one above',
      { numerators: [10, 22, 31, 25], method: { adjust: 'never' } },
      'One of the four wards lies outside what chance explains about 13.5%.',
      'Above the upper limit: Elm (50.0%). Chance alone puts about 2 in 1,000 wards outside their limits. Those within do not differ by more than that, so their order says nothing.',
    ],
    [
      'widened',
      { numerators: [40, 2, 31, 25] },
      'All four wards lie within what chance explains about 15.1%.',
      'Chance alone puts about 2 in 1,000 wards outside their limits. Those within do not differ by more than that, so their order says nothing. The wards differ by more than counting by chance explains, and the limits are widened for it.',
    ],
    [
      'one without patients',
      { numerators: [10, 22, 31, 0], denominators: [100, 200, 300, 0] },
      'All three wards lie within what chance explains about 10.5%.',
      'Chance alone puts about 2 in 1,000 wards outside their limits. Those within do not differ by more than that, so their order says nothing. One ward has a denominator of 0, and so no value.',
    ],
    [
      'one alone',
      { units: ['Ash', 'Ash', 'Ash', 'Ash'] },
      'The one ward with a value lies within what chance explains about 10.8%.',
      'Chance alone puts about 2 in 1,000 wards outside their limits.',
    ],
    [
      'none',
      { numerators: [Number.NaN, Number.NaN, 0, 0], denominators: [1, 2, 0, 0] },
      'No ward has a value yet.',
      'Two wards have no figures. Two wards have a denominator of 0, and so no value.',
    ],
  ])('%s', (_, overrides, headline, rest) => {
    expect(funnelReading(funnel({ ...even, ...overrides }), wards)).toEqual({ headline, rest })
  })

  test('by the inner pair of limits, when asked', () => {
    expect(funnelReading(funnel(even), wards, 0).rest).toContain('Chance alone puts about 5 in 100 wards outside')
  })
})

test('every number in a funnel’s words is in its table', () => {
  const marked: FunnelWording = { noun: 'trust', value: (value) => `<${value.toFixed(2)}>` }
  const unit = fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 30, size: 'max' }), fc.boolean(), (units, adjust) => {
      const analysis = funnel({
        kind: 'rate',
        units: units.map((_, i) => String.fromCodePoint(0x3b1 + i)),
        numerators: units.map(([numerator]) => numerator),
        denominators: units.map(([, denominator]) => denominator),
        method: { adjust: adjust ? 'whenPhiAboveOne' : 'never' },
      })
      const text = Object.values(funnelReading(analysis, marked)).join(' ')
      const table = new Set(
        [analysis.target, ...analysis.points.map(({ value }) => value)].map((value) => marked.value(value ?? 0)),
      )
      for (const number of text.match(/<[^>]*>/g) ?? []) expect(table, text).toContain(number)
      const without = analysis.points.filter(({ value }) => value === null).length
      const outside = analysis.points.filter(({ outside: sides }) => sides[1]).length
      const high = analysis.points.filter(({ outside: sides }) => sides[1] === 'high').length
      const counts = [units.length - without, without, outside, high - 5, outside - high - 5, 1]
      for (const number of numbersLeft(text.replace('2 in 1,000', '').replace('denominator of 0', '')))
        expect(counts, text).toContain(number)
    }),
    { numRuns: 300 },
  )
})

describe('a Pareto chart in words', () => {
  const named = (...counts: number[]): ParetoCategory[] =>
    counts.map((count, i) => ({ name: ['Bed', 'Toilet', 'Chair', 'Slip', 'Other'][i]!, count }))
  test.each<[string, ParetoCategory[], string, string]>([
    [
      'the vital few',
      named(50, 30, 4, 4, 12),
      'Two of the five reasons make up 80.0% of the falls.',
      'They are Bed (50) and Toilet (30). Counted in all: 100 falls.',
    ],
    [
      'one vital',
      named(90, 5, 5),
      'One of the three reasons makes up 90.0% of the falls.',
      'It is Bed (90). Counted in all: 100 falls.',
    ],
    ['only one', named(7), 'All falls have one reason: Bed.', 'It is Bed (7). Counted in all: 7 falls.'],
    [
      'no few',
      named(5, 5, 5, 5),
      'No few reasons stand out among the falls.',
      'The most frequent, Bed (5), is 25.0% of the falls. Counted in all: 20 falls.',
    ],
    [
      'too much under other',
      named(2, 1, 0, 0, 97),
      'Too many falls are under “Other” to tell the vital few.',
      'The most frequent, Bed (2), is 2.0% of the falls. Counted in all: 100 falls.',
    ],
    ['nothing', named(0, 0), 'No falls counted yet.', ''],
  ])('%s', (_, categories, headline, rest) => {
    expect(paretoReading(pareto(categories), falls)).toEqual({ headline, rest })
  })
})

test('every number in a Pareto chart’s words is in its table', () => {
  const marked: ParetoWording = {
    ...falls,
    count: (count) => `<${count}>`,
    share: (share) => `<${(share * 100).toFixed(3)}%>`,
  }
  const names = fc.constantFrom('α', 'β', 'γ', 'δ', 'ε', 'ζ', 'η', 'θ', 'ι', 'κ', 'λ', 'μ', 'ν', 'ξ', 'Other')
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: names, count: fc.nat(30) }), { maxLength: 25, size: 'max' }),
      (categories) => {
        const result = pareto(categories)
        const text = Object.values(paretoReading(result, marked)).join(' ')
        const shares = result.bars.flatMap(({ share, cumulativeShare }) => [share ?? 0, cumulativeShare ?? 0])
        const table = new Set([
          ...[result.total, ...result.bars.map(({ count }) => count)].map(marked.count),
          ...shares.map(marked.share),
        ])
        for (const number of text.match(/<[^>]*>/g) ?? []) expect(table, text).toContain(number)
        const counts = [result.vitalFew, result.bars.filter(({ count }) => count > 0).length, 1]
        for (const number of numbersLeft(text)) expect(counts, text).toContain(number)
      },
    ),
    { numRuns: 300 },
  )
})

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Numbers, in figures or in words, that the wording did not write. */
function numbersLeft(text: string): number[] {
  const rest = text.replace(/<[^>]*>/g, '')
  const words = rest.toLowerCase().match(/[a-z]+/g) ?? []
  return [
    ...words.flatMap((word) => (WORDS.includes(word) ? [WORDS.indexOf(word) + 1] : [])),
    ...(rest.match(/\d+/g) ?? []).map(Number),
  ]
}
