import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSeries } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import { signals } from '../signals.ts'
import { tellRuns } from '../words/runs.ts'
import { analyseRuns, type RunsAnalysis, runsAnalysis } from './runsAnalysis.ts'
import { runsLimits } from './runsLimits.ts'

/** Values about 5, "+" above it and "−" below it: `5` where the point lies on the line, NaN where it is missing. */
function sides(pattern: string): number[] {
  return [...pattern].map((mark) => (mark === '+' ? 1 : mark === '-' ? -1 : 0))
}

describe('limits by the number of useful points', () => {
  test.each([
    [1, 3, 0],
    [8, 6, 1],
    [10, 6, 2],
    [16, 7, 4],
    [24, 8, 8],
    [36, 8, 13],
    [100, 10, 41],
    [2000, 14, 963],
  ])('%i points: runs up to %i, %i crossings or more', (useful, longestRun, fewestCrossings) => {
    expect(runsLimits(useful)).toEqual({ longestRun, fewestCrossings, corner: null })
  })

  test.each([
    [9, { longestRun: 6, fewestCrossings: 2, corner: null }],
    [10, { longestRun: 6, fewestCrossings: 2, corner: { crossings: 3, longestRun: 5 } }],
    [12, { longestRun: 6, fewestCrossings: 3, corner: null }],
    [100, { longestRun: 10, fewestCrossings: 41, corner: { crossings: 42, longestRun: 9 } }],
  ])('cut box, %i points', (useful, limits) => {
    expect(runsLimits(useful, 'cutBox')).toEqual(limits)
    expect(runsLimits(useful, 'bestBox')).toEqual({ ...limits, corner: null })
  })

  test('boxes end at a hundred points, and the rules of Anhøj take over', () => {
    expect(runsLimits(101, 'cutBox')).toEqual(runsLimits(101))
  })

  test.each([0, -1, 1.5, Number.NaN])('%d points are refused', (useful) => {
    expect(() => runsLimits(useful)).toThrow(/whole number above 0/)
  })
})

describe('runs', () => {
  test.each<[string, string, Partial<RunsAnalysis>, string]>([
    ['a long run', '+-+-+++++++-+-+', { useful: 15, longestRun: 7, longestRunLimit: 7, crossings: 8, signals: [] }, ''],
    [
      'one longer than chance gives',
      '+-+-++++++++-+-',
      { longestRun: 8, signals: ['longRun'] },
      'one unusually long run of 8 (limit 7)',
    ],
    [
      'few crossings',
      '+++++---+++++++',
      { crossings: 2, fewestCrossings: 4, signals: ['fewCrossings'] },
      'only 2 crossings where at least 4 are expected',
    ],
    [
      'points on the line are passed over',
      '+0++0+0++++00-+-+-+',
      { useful: 14, longestRun: 8, crossings: 6, signals: ['longRun'] },
      'one unusually long run of 8 (limit 7)',
    ],
    [
      'no crossing at all',
      '++++++++++',
      { signals: ['longRun', 'fewCrossings'] },
      'one unusually long run of 10 (limit 6); no crossing where at least 2 are expected',
    ],
  ])('%s', (_, pattern, expected, told) => {
    const runs = analyseRuns(sides(pattern), 0, pattern.length, 'anhoej')!
    expect(runs).toMatchObject(expected)
    expect(tellRuns(runs).join('; ')).toBe(told)
  })

  test.each<[string, RunsAnalysis['method'], RunsAnalysis['signals']]>([
    ['both at their limits', 'bestBox', []],
    ['both at their limits', 'cutBox', ['together']],
  ])('%s: the %s says %j', (_, method, found) => {
    // Ten points: a run of 6 and 2 crossings.
    expect(analyseRuns(sides('++------++'), 0, 10, method)!.signals).toEqual(found)
  })

  test('nothing off the line: nothing to say', () => {
    expect(analyseRuns(sides('0000'), 0, 4, 'anhoej')).toBeNull()
  })
})

const VALUES = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 60 })

describe('whatever the values', () => {
  test('backwards they have the same longest run and crossings', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [forwards] = runsAnalysis(analyse(aSeries(values, { chart: 'run' })))
        const [backwards] = runsAnalysis(analyse(aSeries(values.toReversed(), { chart: 'run' })))
        expect(backwards).toEqual(forwards)
      }),
    )
  })

  test('moved and made larger they have the same', () => {
    fc.assert(
      fc.property(VALUES, fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, 2, 64), (values, by, times) => {
        const moved = values.map((value) => value * times + by)
        const [here] = runsAnalysis(analyse(aSeries(values, { chart: 'run' })))
        const [there] = runsAnalysis(analyse(aSeries(moved, { chart: 'run' })))
        expect(there).toEqual(here)
      }),
    )
  })

  test('a further point changes no earlier phase', () => {
    fc.assert(
      fc.property(VALUES, fc.integer(), (values, next) => {
        const start = Math.ceil(values.length / 2)
        const input = { chart: 'run', phases: [{ start }], ruleSet: 'anhoej' } as const
        const before = analyse(aSeries(values, input))
        const after = analyse(aSeries([...values, next], input))
        expect(after.phases[0]).toEqual(before.phases[0])
        expect(after.verdicts.slice(0, start)).toEqual(before.verdicts.slice(0, start))
      }),
    )
  })

  test('the points marked for a long run are those of runs longer than the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 1, maxLength: 80 }), (values) => {
        const analysis = analyse(aSeries(values, { chart: 'run', ruleSet: 'anhoej', method: { centre: 1.5 } }))
        const { longestRun, longestRunLimit, signals: found } = analysis.phases[0]!.runs!
        const runs = signals(analysis).filter(({ rule }) => rule === 'unusualRun')
        expect(runs.length > 0).toBe(found.includes('longRun'))
        for (const { points } of runs) expect(points.length).toBeGreaterThan(longestRunLimit)
        if (runs.length > 0) expect(Math.max(...runs.map(({ points }) => points.length))).toBe(longestRun)
      }),
    )
  })
})

test('only a rule set that judges runs tells of them', () => {
  const values = Array.from({ length: 30 }, (_, i) => (i < 15 ? 4 : 6) + (i % 2) / 10)
  expect(analyse(aSeries(values)).phases[0]!.runs).toBeUndefined()
  const analysis = analyse(aSeries(values, { chart: 'run', ruleSet: 'anhoej' }))
  expect(analysis.phases[0]!.runs!.signals).toEqual(['longRun', 'fewCrossings'])
  expect(analysis.variation).toBe('improvingHigh')
})
