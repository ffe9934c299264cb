import { describe, expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { verdictOn } from '../verdict.ts'
import { qicharts2 } from './qicharts2.ts'

const VALUES = [5, 7, 6, 8, 5, 9, 7, 6, 8, 7, 5, 6, 7, 12]
const dates = (count: number) => Array.from({ length: count }, (_, at) => String(at + 100))

/** A case as the peer would have recorded it, made of our own answer unless something else is expected. */
function aCase(chart: string, input: Case['input'], options: Case['options'] = {}, expected?: object): Case {
  const asked: Case = { id: 'ours', peer: 'qicharts2', chart, family: 'ours', options, input, expected: {} }
  const answer = expected ?? JSON.parse(JSON.stringify(qicharts2.answer(asked)))
  return { ...asked, expected: answer as Case['expected'] }
}

/** The case with other figures than those that its answer was recorded for. */
const recordedFor = (testCase: Case, input: Case['input']) => ({ ...testCase, input: { ...testCase.input, ...input } })
const outcome = (testCase: Case) => verdictOn(testCase, [qicharts2]).outcome

describe('excused by rule', () => {
  test('a lower limit of 0 on a moving range chart without ranges, in its part only', () => {
    const gaps = [1, null, 3, null, 5, 8, 6]
    const recorded = aCase('mr', { dates: dates(7), value: gaps }, { part: [4] })
    const expected = structuredClone(recorded.expected) as { points: { lcl: unknown[] } }
    expected.points.lcl.fill(0, 0, 4)
    expect(outcome({ ...recorded, expected })).toBe('excused')
    expected.points.lcl[5] = 1
    expect(outcome({ ...recorded, expected })).toBe('differ')
  })

  test('a value on the centre line that the peer’s last bit put beside it', () => {
    const onCentre = [...VALUES.slice(0, 13), 6]
    const beside = aCase('run', { dates: dates(14), value: onCentre }, { cl: 7 * (1 + 8e-12) })
    const recorded = { ...beside, options: { cl: 7 } }
    expect(outcome(recorded)).toBe('excused')
    const wrong = structuredClone(recorded.expected) as { parts: { longestRun: number }[] }
    wrong.parts[0]!.longestRun++
    expect(outcome({ ...recorded, expected: wrong })).toBe('differ')
  })

  test('a share on the centre line, likewise', () => {
    const input = { dates: dates(4), numerator: [20, 30, 40, 31], denominator: [100, 100, 100, 100] }
    const moved = aCase('p', { ...input, numerator: [20, 30 * (1 + 8e-12), 40, 31] }, { cl: 0.3 })
    expect(outcome(recordedFor(moved, input))).toBe('excused')
  })

  test('cases that are all events or none, where the peer goes on', () => {
    const value = [0, 0, 0]
    expect(outcome(aCase('bernoulli_cusum', { value }, { limit: 3 }, { p0: 0 }))).toBe('excused')
    expect(outcome(aCase('bernoulli_cusum', { value: [0, 2, 0] }, { limit: 3 }, { p0: 0 }))).toBe('differ')
  })
})

test.each([
  ['an unknown aggregate', 'i', { aggFun: 'mode' }],
  ['an unknown method of runs', 'i', { runsMethod: 'tombola' }],
  ['an unknown chart', 'pie', {}],
])('%s is not comparable', (_, chart, options) => {
  expect(outcome(aCase(chart, { dates: dates(14), value: VALUES }, options, {}))).toBe('not comparable')
})
