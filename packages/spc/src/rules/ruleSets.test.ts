import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeries, aWording } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import type { ChartTypeId, Direction } from '../analysis.ts'
import { explain } from '../explain.ts'
import { reading } from '../reading.ts'
import { signals } from '../signals.ts'
import { variationsAt, verdictsAt } from '../verdictsAt.ts'
import { customRuleSet } from './customRuleSet.ts'
import type { Precedence } from './ruleSet.ts'
import { RULE_SETS } from './ruleSets.ts'
import { usualRuns } from './runsCount.ts'

const CENTRE = 50
/** Limits at 45 and 55, whatever the values are: the first 30 points are the baseline. */
const BASELINE = Array.from({ length: 30 }, (_, i) => CENTRE + (i % 2 === 0 ? 0.9399 : -0.9399))

interface Example {
  readonly set: string
  readonly rule: string
  readonly later: readonly number[]
  readonly title: string
}

const examples: readonly Example[] = [
  { set: 'westernElectric', rule: 'outside', later: [56], title: 'One month above the upper limit' },
  {
    set: 'westernElectric',
    rule: 'twoInThree',
    later: [54, 50, 54],
    title: 'Two of three months more than 2 sigma above the mean',
  },
  {
    set: 'westernElectric',
    rule: 'fourInFive',
    later: [52, 52, 49, 52, 52],
    title: 'Four of five months more than 1 sigma above the mean',
  },
  { set: 'westernElectric', rule: 'shift', later: Array(8).fill(51), title: 'Eight months in a row above the mean' },
  { set: 'nelson', rule: 'trend', later: [46, 47, 48, 49, 51, 52], title: 'Six months rising one after another' },
  { set: 'nelson', rule: 'alternating', later: [], title: '30 months in a row going up and down in turn' },
  { set: 'nelson', rule: 'hugging', later: [], title: '30 months in a row within 1 sigma of the mean' },
  {
    set: 'nelson',
    rule: 'mixture',
    later: [48, 48, 52, 48, 52, 52, 48, 52],
    title: 'Eight months in a row more than 1 sigma from the mean',
  },
]

describe('finds and tells', () => {
  test.each(examples)('$set: $title', ({ set, rule, later, title }) => {
    const values = [...BASELINE, ...later]
    const analysis = analyse(aSeries(values, { ruleSet: set, phases: [{ start: 0, baseline: 30 }] }))
    const found = signals(analysis).filter((signal) => signal.rule === rule)
    expect(found.map((signal) => explain(signal, analysis, aWording).title)).toContain(title)
  })

  test('IHI: points on the median are passed over, and so are ties', () => {
    const values = [1, 9, 1, 9, 1, 9, 5, 6, 6, 5, 7, 8, 9, 6, 1, 1, 1, 1]
    const analysis = analyse(aSeries(values, { chart: 'run', ruleSet: 'ihi', method: { centre: 5 } }))
    const told = signals(analysis).map((signal) => explain(signal, analysis, aWording))
    expect(told.map(({ title }) => title)).toContain('Seven months in a row above the median')
    expect(told[0]!.text).toMatch(
      /Rule: six or more points in a row on one side of the centre line, those on it passed over\.$/,
    )
  })

  test('IHI: too many runs and too few', () => {
    const titles = [Array.from({ length: 20 }, (_, i) => i % 2), [...Array(10).fill(0), ...Array(10).fill(1)]].map(
      (values) => {
        const analysis = analyse(aSeries(values, { chart: 'run', ruleSet: 'ihi' }))
        const signal = signals(analysis).find(({ rule }) => rule === 'runsCount')!
        return explain(signal, analysis, aWording).title
      },
    )
    expect(titles).toEqual([
      'Too many runs: 20 where chance gives six to 16',
      'Too few runs: two where chance gives six to 16',
    ])
  })
})

describe('whatever the values, in every set', () => {
  const value = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  const series = fc.record({
    numerators: fc.array(value, { minLength: 1, maxLength: 70 }),
    chart: fc.constantFrom<ChartTypeId>('xmr', 'run', 'c', 'xmrMedian'),
    direction: fc.constantFrom<Direction>('higher', 'lower', 'neither'),
  })

  test.each(RULE_SETS.map(({ id }) => id))('%s: signals tell what is marked, in words without NaN', (id) => {
    fc.assert(
      fc.property(series, fc.nat({ max: 40 }), (input, start) => {
        const phases = start > 0 ? [{ start }] : []
        const analysis = analyse({ ...input, phases, ruleSet: id })
        const found = signals(analysis)
        const told = new Set(found.flatMap(({ points }) => points))
        expect([...told].sort((a, b) => a - b)).toEqual(
          [...analysis.marks!.keys()].filter((at) => analysis.marks![at] !== 0),
        )
        for (const at of told) {
          const own = verdictsAt(analysis, at)
          expect(analysis.verdicts[at]).toBe(own[0])
          expect(new Set(own)).toEqual(
            new Set(found.filter(({ points }) => points.includes(at)).map(verdictHere(analysis, at))),
          )
        }
        const words = found.flatMap((signal) => Object.values(explain(signal, analysis, aWording)))
        const { headline, rest, variationReason } = reading(analysis, found, aWording)
        for (const text of [...words, headline, rest, variationReason])
          expect(text).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 200 },
    )
  })

  /** A turning point is told in both trends, but may be marked for one; a sideless point's side is its own. */
  function verdictHere(analysis: ReturnType<typeof analyse>, at: number) {
    return ({ rule, verdict }: { rule: string; verdict: string }) => {
      const set = RULE_SETS.find(({ id }) => id === analysis.ruleSet)!
      const place = set.rules.findIndex(({ id }) => id === rule)
      const bits = (analysis.marks![at]! >> (2 * place)) & 3
      if (bits === 3) return verdict
      if (set.rules[place]!.isSideless || analysis.direction === 'neither')
        return bits === 1 ? 'neutralHigh' : 'neutralLow'
      return (bits === 1) === (analysis.direction === 'higher') ? 'improving' : 'concerning'
    }
  }
})

describe('a point that rules disagree about', () => {
  /** Falls for seven points, all of them above the mean: improving by the shift, concerning by the trend. */
  const values = [...BASELINE, 54, 53.5, 53, 52.5, 52, 51.5, 51]
  const latest = values.length - 1
  const judged = (precedence: Precedence, direction: Direction) => {
    const set = customRuleSet({
      id: 'test',
      label: 'test',
      citation: 'test',
      version: '1',
      precedence,
      rules: [
        { rule: 'trend', length: 7 },
        { rule: 'shift', length: 7 },
      ],
    })
    const analysis = analyse(aSeries(values, { direction, ruleSet: set, phases: [{ start: 0, baseline: 30 }] }))
    return { analysis, set }
  }

  test.each<[Precedence, Direction, string]>([
    ['firstRule', 'higher', 'concerningLow'],
    ['firstRule', 'lower', 'improvingLow'],
    ['improving', 'higher', 'improvingHigh'],
    ['improving', 'lower', 'improvingLow'],
    ['concerning', 'higher', 'concerningLow'],
    ['concerning', 'lower', 'concerningHigh'],
    ['improving', 'neither', 'neutralLow'],
  ])('%s, %s is better: %s; the other is kept', (precedence, direction, variation) => {
    const { analysis, set } = judged(precedence, direction)
    expect(analysis.variation).toBe(variation)
    expect(variationsAt(analysis, latest, set)[0]).toBe(variation)
    expect(variationsAt(analysis, latest, set)).toHaveLength(2)
    const told = reading(analysis, signals(analysis, set), aWording, set).rest
    expect(told).toMatch(variation.endsWith('High') ? /are all above/ : /have fallen one after another/)
  })
})

test('a trend may be looked for across phases', () => {
  const values = [5, 3, 4, 1, 2, 3, 4, 5, 6, 7]
  const trends = [false, true].map((acrossPhases) => {
    const rules = [{ rule: 'trend', length: 7, acrossPhases } as const]
    const set = customRuleSet({ id: 'test', label: 'test', citation: 'test', version: '1', rules })
    return signals(analyse(aSeries(values, { ruleSet: set, phases: [{ start: 6 }] })), set)
  })
  expect(trends[0]).toEqual([])
  expect(trends[1]).toMatchObject([{ rule: 'trend', from: 3, to: 9, phase: 2 }])
})

test('the table of usual runs leaves about one series in forty outside on each side', () => {
  for (let useful = 10; useful <= 60; useful++) {
    const { fewest, most } = usualRuns(useful)!
    const share = sharesOfRuns(Math.floor(useful / 2), Math.ceil(useful / 2))
    const below = sum(share.slice(0, fewest))
    const above = sum(share.slice(most + 1))
    for (const tail of [below, above]) expect(tail).toBeLessThan(0.04)
    // One run further in and the tail would be too heavy for one in forty, or all but.
    expect(sum(share.slice(0, fewest + 2))).toBeGreaterThan(0.025)
    expect(sum(share.slice(most - 1))).toBeGreaterThan(0.025)
  }
  expect([9, 61].map(usualRuns)).toEqual([null, null])
})

/** Share of the orders of so many points below and above the line that have 0, 1, 2 … runs. @see Swed & Eisenhart 1943 */
function sharesOfRuns(below: number, above: number): readonly number[] {
  const all = ways(below + above, below)
  return Array.from({ length: below + above + 1 }, (_, runs) => {
    const half = Math.floor(runs / 2)
    if (runs < 2) return 0
    const even = 2 * ways(below - 1, half - 1) * ways(above - 1, half - 1)
    const odd = ways(below - 1, half) * ways(above - 1, half - 1) + ways(below - 1, half - 1) * ways(above - 1, half)
    return (runs % 2 === 0 ? even : odd) / all
  })
}

function ways(of: number, taken: number): number {
  let product = taken > of ? 0 : 1
  for (let i = 1; i <= taken; i++) product = (product * (of - taken + i)) / i
  return product
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
