import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { APPROVED_EDGES, APPROVED_KINDS, APPROVED_PAIRS } from '../test/approvedReadings.ts'
import { EDGES, KINDS, PAIRS } from '../test/approvedSeries.ts'
import { aSeries, aWording, steadyValues } from '../test/aSeries.ts'
import { analyse } from './analyse.ts'
import type { Analysis, Assurance, ChartTypeId, SeriesInput, Variation, Wording } from './analysis.ts'
import { CHART_TYPES, chartType, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from './charts/index.ts'
import { explain } from './explain.ts'
import { english } from './messages/index.ts'
import { POINTS_FOR_LIMITS } from './phases.ts'
import { reading } from './reading.ts'
import { signals } from './signals.ts'
import { headline } from './words/headlines.ts'

describe('each pair of variation and assurance has its approved sentences', () => {
  test.each(Object.entries(PAIRS))('%s', (name, input) => {
    expect(read(input)).toEqual(APPROVED_PAIRS[name])
  })

  test('and no pair that a series can have is left out', () => {
    const had = new Set(
      Object.values(PAIRS)
        .map(analyse)
        .map(({ variation, assurance }) => `${variation} ${assurance}`),
    )
    const judged: Variation[] = ['improvingHigh', 'improvingLow', 'concerningHigh', 'concerningLow', 'commonCause']
    const assurances: Assurance[] = ['meets', 'misses', 'hitOrMiss', 'none']
    const possible = judged.flatMap((variation) => assurances.map((assurance) => `${variation} ${assurance}`))
    expect(had).toEqual(new Set([...possible, 'neutralHigh none', 'neutralLow none']))
  })

  test('headlines are whole sentences and differ with the verdict', () => {
    const all = Object.values(APPROVED_PAIRS).map((one) => one.headline)
    expect(all.every((words) => /^[A-Z].*\.$/.test(words))).toBe(true)
    expect(new Set(all).size).toBe(13)
    expect(headline(english, 'neutralHigh', 'none')).toBe('Changed.')
  })
})

describe('each edge has its approved sentences', () => {
  test.each(Object.entries(EDGES))('%s', (name, input) => {
    expect(read(input)).toEqual(APPROVED_EDGES[name])
  })
})

describe('each further kind of chart has its approved sentences', () => {
  test.each(Object.entries(KINDS))('%s', (name, input) => {
    expect(read(input)).toEqual(APPROVED_KINDS[name])
  })

  test('and no kind of chart is left out', () => {
    const said = new Set(
      [...Object.values(PAIRS), ...Object.values(EDGES), ...Object.values(KINDS)].map(({ chart }) => chart),
    )
    const all = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map(({ id }) => id)
    // These are read as the charts that they correct.
    expect(all.filter((id) => !said.has(id))).toEqual(['pPrime', 'uPrime', 'iPrime'])
  })
})

test.each([
  { can: {}, said: 'expect months between -4.0% and 12.0%.' },
  { can: { floor: 0 }, said: 'expect months of up to 12.0%.' },
  { can: { ceiling: 10 }, said: 'expect months of -4.0% or more.' },
  { can: { floor: 0, ceiling: 10 }, said: 'expect months of any size.' },
  { can: { floor: 0, ceiling: 100 }, said: 'expect months of up to 12.0%.' },
  { can: { floor: 5 }, said: 'expect months between -4.0% and 12.0%.' },
])('a limit that no value can reach is not said, as it is not drawn: $can', ({ can, said }) => {
  const numerators = Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 5.504 : 2.496))
  const analysis = analyse({ chart: 'xmr', direction: 'higher', numerators })
  expect(reading(analysis, [], { ...aWording, ...can }).rest).toContain(said)
})

test('the example of the design reads as it was designed', () => {
  const values = [
    22.4,
    24.3,
    22.9,
    25.4,
    21.8,
    23.9,
    Number.NaN,
    22.7,
    24,
    26.3,
    25.2,
    26.9,
    25.6,
    27.4,
    26.2,
    28.1,
    27.3,
  ]
  const analysis = analyse({ chart: 'xmr', direction: 'higher', numerators: values, target: 33 })
  const said = reading(analysis, signals(analysis), aWording)
  expect(said.headline).toBe('Improving, but not enough to reach the target.')
  expect(said.rest).toMatch(
    /^The last eight months are all above the mean of 25\.0%: the process has changed\. As it stands now, expect months between .* and .*; the 33\.0% target lies above that and will be missed until something else changes\.$/,
  )
  expect(said.variationReason).toBe('8 months above the mean')
  expect(said.assuranceReason).toBe('33.0% lies above the upper limit')
})

test.each([
  { noun: 'month', period: 'May 2023', said: 'in May 2023' },
  { noun: 'quarter', period: 'Q1 2023/24', said: 'in Q1 2023/24' },
  { noun: 'year', period: '2023/24', said: 'in 2023/24' },
  { noun: 'week', period: 'the week ending 21 May 2023', said: 'in the week ending 21 May 2023' },
  { noun: 'day', period: '15 May 2023', said: 'on 15 May 2023' },
  { noun: 'event', period: '15 May 2023', said: 'on 15 May 2023' },
])('a $noun’s reading says when: $said', ({ noun, period, said }) => {
  const analysis = analyse(EDGES['a special change some time ago']!)
  const { rest } = reading(analysis, signals(analysis), { ...aWording, noun, period: () => period })
  expect(rest).toContain(`The last special change was ${said}.`)
})

test('no value is written as the figure that it lies beyond', () => {
  fc.assert(
    fc.property(aRandomSeries(), (input) => {
      const analysis = analyse(input)
      for (const signal of signals(analysis).filter(({ rule }) => rule === 'outside' || rule === 'shift')) {
        const [values, line] = explain(signal, analysis, aWording).text.split('; the ')
        const figures = (text: string) => text.match(/-?[\d.]+%/g) ?? []
        for (const value of figures(values!)) expect(figures(line!), `${values}; ${line}`).not.toContain(value)
      }
    }),
    { numRuns: 400 },
  )
})

test('every number of a reading or an explanation is in the data table', () => {
  const marked: Wording = { period: (i) => `[${i}]`, value: (value) => `<${value.toFixed(1)}>`, noun: 'week' }
  fc.assert(
    fc.property(aRandomSeries(), (input) => {
      const analysis = analyse(input)
      const found = signals(analysis)
      const said = reading(analysis, found, marked)
      const texts = [Object.values(said).join(' '), ...found.map((signal) => explain(signal, analysis, marked).text)]
      for (const text of texts) expectInTable(text, analysis, marked)
      const counts = countsOf(analysis)
      for (const number of numbersLeft(texts[0]!)) expect(counts, `${number} in ${texts[0]}`).toContain(number)
    }),
    { numRuns: 400 },
  )
})

test('a reading says which rule fired whenever the verdict is not common cause', () => {
  fc.assert(
    fc.property(aRandomSeries(), (input) => {
      const analysis = analyse(input)
      fc.pre(analysis.variation !== 'commonCause' && analysis.pointsToCome === 0)
      expect(read(input).variationReason).toMatch(/above|below|rising|falling|near/)
    }),
    { numRuns: 400 },
  )
})

function read(input: SeriesInput) {
  const analysis = analyse(input)
  return reading(analysis, signals(analysis), aWording)
}

const EVERY_CHART = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map(({ id }) => id)

/** Steps, drifts, gaps, phases and targets on every kind of chart. */
function aRandomSeries(): fc.Arbitrary<SeriesInput> {
  const piece = fc.tuple(
    fc.integer({ min: 20, max: 90 }),
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: 1, max: 12 }),
  )
  const noise = fc.infiniteStream(fc.integer({ min: -6, max: 6 }))
  return fc
    .record({
      pieces: fc.array(piece, { maxLength: 4 }),
      noise,
      chart: fc.constantFrom<ChartTypeId>(...EVERY_CHART),
      direction: fc.constantFrom('higher' as const, 'lower' as const, 'neither' as const),
      target: fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined }),
      rebase: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      gapEvery: fc.constantFrom(0, 0, 9),
    })
    .map(({ pieces, noise: extra, chart, direction, target, rebase, gapEvery }) => {
      const levels = pieces.flatMap(([level, drift, length]) => Array.from({ length }, (_, i) => level + drift * i))
      const numerators = levels.map((level, i) => {
        return gapEvery > 0 && i % gapEvery === 4 ? Number.NaN : Math.max(0, level + extra.next().value)
      })
      return {
        chart,
        direction,
        numerators,
        samples: {
          sizes: levels.map((_, i) => 4 + (i % 3)),
          deviations: levels.map((level) => Math.max(0, level) / 9),
          ranges: levels.map((level) => Math.max(0, level) / 4),
        },
        ...(chartType(chart).needsDenominator
          ? { denominators: levels.map((_, i) => 100 + (i % 5)), multiplier: 100 }
          : {}),
        ...(target === undefined ? {} : { target }),
        ...(rebase === undefined ? {} : { phases: [{ start: 0 }, { start: rebase }] }),
      }
    })
}

function expectInTable(text: string, analysis: Analysis, { value }: Wording): void {
  const { values, centre, lower, upper, targets } = analysis
  const table = new Set([values, centre, lower, upper, targets].flatMap((column) => [...column].map(value)))
  for (const number of text.match(/<[^>]*>/g) ?? []) expect(table, text).toContain(number)
  for (const [, period] of text.matchAll(/\[(\d+)\]/g)) expect(Number(period)).toBeLessThan(values.length)
}

/** Counts that a reader of the table can check: lengths of patterns, points behind limits, periods without a value, 13. */
function countsOf(analysis: Analysis): number[] {
  const patterns = signals(analysis).flatMap(({ from, to, points }) => [
    to - from + 1,
    points.length,
    Math.max(3, to - from + 1),
  ])
  const empty = analysis.values.length - 1 - analysis.latest
  return [
    ...patterns,
    ...analysis.phases.map(({ points }) => points),
    empty,
    POINTS_FOR_LIMITS,
    POINTS_FOR_LIMITS - analysis.pointsToCome,
  ]
}

const WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Numbers, in figures or in words, that are neither values nor periods. */
function numbersLeft(text: string): number[] {
  const rest = text.replace(/<[^>]*>|\[\d+\]/g, '')
  const words = rest.toLowerCase().match(/[a-z]+/g) ?? []
  const inWords = words.flatMap((word) => (WORDS.includes(word) ? [WORDS.indexOf(word) + 2] : []))
  // "no two weeks with a value stand next to each other" counts nothing.
  const counted = rest.includes('no two') ? inWords.filter((number) => number !== 2) : inWords
  return [...counted, ...(rest.match(/\d+/g) ?? []).map(Number)]
}

test('a count stays whole beside a limit that needs a decimal, and the limit is said the same way twice', () => {
  const values = [600, 605, 605, 604, 601, 604, 606, 602, 602, 604, 600, 605, 603, 604, 601, 601, 610]
  const analysis = analyse(aSeries(values, { direction: 'lower' }))
  const counts: Wording = { ...aWording, value: (value, more = 0) => value.toFixed(more), areWhole: true }
  expect(reading(analysis, signals(analysis), counts).rest).toBe(
    'Month 17, at 610, is above what the process gives by chance: the upper limit is 609.6. As it stands now, expect months between 597.1 and 609.6.',
  )
})

test('a figure that may still change is said to be provisional', () => {
  const analysis = analyse(aSeries([...steadyValues(20), 50]))
  const told = (last: boolean) => reading(analysis, [], { ...aWording, provisional: (at) => at === 20 && last }).rest
  expect(told(true)).toBe(`${told(false)} Month 21 is provisional: its figure may still change.`)
})
