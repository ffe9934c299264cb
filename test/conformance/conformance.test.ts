import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { aCase } from './aCase.ts'
import { ADAPTERS } from './adapters/index.ts'
import type { Case } from './case.ts'
import { compare } from './compare.ts'
import { readVectors, vectorFiles } from './vectors.ts'
import { verdictOn } from './verdict.ts'

const VALUES = [5, 7, 6, 8, 5, 9, 7, 6, 8, 7, 5, 6, 7, 12, 13, 12.5, 14, 13, 12, 13.5]
const REFERENCE = '../shared/reference/spc'

describe('a case', () => {
  const ours = aCase(VALUES)
  test('agrees when every expected field does', () => {
    expect(verdictOn(ours, ADAPTERS)).toEqual({ outcome: 'agree', because: [] })
  })

  test('differs at the places that differ', () => {
    const altered = changed(ours, (expected) => {
      expected.points.upl[3] *= 1 + 3e-9
      expected.variationIcon = 'common_cause'
    })
    expect(verdictOn(altered, ADAPTERS)).toEqual({ outcome: 'differ', because: ['points.upl.3', 'variationIcon'] })
  })

  test('is not comparable when a field has no counterpart, and names it', () => {
    const more = changed(ours, (expected) => Object.assign(expected.points, { horoscope: [1] }))
    expect(verdictOn(more, ADAPTERS)).toEqual({ outcome: 'not comparable', because: ['points.horoscope'] })
  })

  test('differs when a number does, although a field has no counterpart', () => {
    const both = changed(ours, (expected) => {
      Object.assign(expected.points, { horoscope: [1] })
      expected.points.mean[0] += 1
    })
    expect(verdictOn(both, ADAPTERS).outcome).toBe('differ')
  })

  test.each<[string, Partial<Case>, string]>([
    ['peer', { peer: 'AbacusSPC' }, 'peer AbacusSPC'],
    ['chart', { chart: 'three_way' }, 'chart three_way'],
    ['option', { options: { ...ours.options, alpha: 1 } }, 'options.alpha'],
    [
      'value of an option',
      { options: { ...ours.options, improvementDirection: 'sideways' } },
      'options.improvementDirection: "sideways"',
    ],
    ['input', { input: { dates: ['2020-01-01'], value: ['many'] } }, 'input.value'],
  ])('with an unknown %s is not comparable', (_, overrides, reason) => {
    expect(verdictOn({ ...ours, ...overrides }, ADAPTERS)).toEqual({ outcome: 'not comparable', because: [reason] })
  })

  test('agrees when both refuse', () => {
    const twice = { dates: ['2020-01-01', '2020-01-01'], value: [1, 2] }
    const refused = aCase([1, 2], { input: twice, expected: { error: 'duplicate_dates' } })
    expect(verdictOn(refused, ADAPTERS).outcome).toBe('agree')
  })

  test('differs when the peer refused for no known reason', () => {
    const refused = aCase(VALUES, { expected: { error: 'bad_mood' } })
    expect(verdictOn(refused, ADAPTERS)).toEqual({ outcome: 'differ', because: ['error'] })
  })

  test('differs when only we refuse', () => {
    const twice = { dates: ['2020-01-01', '2020-01-01'], value: [1, 2] }
    expect(
      verdictOn(aCase([1, 2], { input: twice, expected: { variationIcon: 'common_cause' } }), ADAPTERS).outcome,
    ).toBe('differ')
  })
})

describe('excused by rule', () => {
  test('a window of seven that a missing value leaves undecided', () => {
    const rising = [1, 2, 3, 4, null, 6, 7, 8, 5, 9, 3, 8]
    const refused = aCase(rising, { expected: { error: 'missing_value_in_condition' } })
    expect(verdictOn(refused, ADAPTERS).outcome).toBe('excused')
    const decided = aCase([1, 2, 3, 2, null, 7, 6, 8, 5, 9, 3, 8], {
      expected: { error: 'missing_value_in_condition' },
    })
    expect(verdictOn(decided, ADAPTERS).outcome).toBe('differ')
  })

  test('a baseline that the peer holds to be too short', () => {
    const options = { ...aCase(VALUES).options, fixAfterNPoints: 11 }
    expect(verdictOn(aCase(VALUES, { options, expected: { error: 'too_short' } }), ADAPTERS).outcome).toBe('excused')
    const longer = { ...options, fixAfterNPoints: 12 }
    expect(verdictOn(aCase(VALUES, { options: longer, expected: { error: 'too_short' } }), ADAPTERS).outcome).toBe(
      'differ',
    )
  })

  test('a value on a limit that the peer’s last bit put outside it', () => {
    // The last value is the upper limit that it helps to make, worked out exactly: x = mean + 2.66 mean ranges.
    const before = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52]
    const x = onOwnLimit(before)
    const justOutside = aCase([...before, x * (1 + 4e-12)])
    const recorded: Case = { ...justOutside, input: { ...justOutside.input, value: [...before, x] } }
    expect(verdictOn(recorded, ADAPTERS).outcome).toBe('excused')
    const wrongElsewhere = changed(recorded, (expected) => {
      expected.points.outsideLimits[2] = true
    })
    expect(verdictOn(wrongElsewhere, ADAPTERS).outcome).toBe('differ')
  })
})

test('values on the mean that the peer’s last bit put beside it are excused, all the same way', () => {
  const values = [50, 52, 50, 48, 50, 50, 53, 47, 50, 50, 50, 50, 50]
  const beside = aCase(values.map((value) => (value === 50 ? 50 * (1 + 8e-12) : value)))
  const recorded: Case = { ...beside, input: { ...beside.input, value: values } }
  expect(verdictOn(recorded, ADAPTERS).outcome).toBe('excused')
})

describe('numbers', () => {
  test.each([
    ['within a billionth of the largest of the field', [1000, 1e-7], [1000, 0], 0],
    ['farther apart', [1000, 1e-5], [1000, 0], 1],
    ['null is no number', [null, 1], [0, 1], 1],
    ['null is null', [null, 1], [null, 1], 0],
    ['infinity is written as a word', ['Infinity', 1], [Number.POSITIVE_INFINITY, 1], 0],
    ['all nought must be nought', [0, 0], [0, 1e-300], 1],
  ])('%s', (_, theirs, ours, differences) => {
    expect(compare({ limit: theirs }, { limit: ours }, 'qcc').differences).toHaveLength(differences)
  })

  test('lists of other lengths differ as a whole', () => {
    expect(compare({ x: [1, 2] }, { x: [1] }, 'qcc').differences).toEqual([['x']])
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('passes on vectors that agree and fails on one altered number', async () => {
    const cases = [
      aCase(VALUES),
      aCase(VALUES.slice(0, 9)),
      aCase(VALUES, { peer: 'AbacusSPC', expected: { score: 1 } }),
    ]
    writeFileSync(join(folder, 'ours.json'), JSON.stringify(cases))
    const whole = await run(folder)
    expect(whole).toMatchObject({ code: 0, last: 'conformance: 2 agree, 0 differ, 1 not comparable, 0 excused of 3' })
    expect(whole.lines).toContain('file ours.json: 2 agree, 0 differ, 1 not comparable, 0 excused of 3')
    expect(whole.lines).toContain('not comparable (1) AbacusSPC: peer AbacusSPC')

    const altered = changed(cases[0]!, (expected) => {
      expected.points.lpl[7] += 1e-6
    })
    writeFileSync(join(folder, 'ours.json'), JSON.stringify([altered, ...cases.slice(1)]))
    const broken = await run(folder)
    expect(broken).toMatchObject({ code: 1, last: 'conformance: 1 agree, 1 differ, 1 not comparable, 0 excused of 3' })
    expect(broken.lines).toContain('differs ours:xmr: points.lpl.7')
  })

  test('says which folder it cannot read', async () => {
    expect(await run(join(folder, 'nowhere'))).toMatchObject({ code: 2 })
  })
})

describe.skipIf(!existsSync(REFERENCE))('the reference vectors', () => {
  test('every case of NHSRplotthedots agrees or is excused', () => {
    const outcomes = outcomesOf('NHSRplotthedots')
    expect(new Set(outcomes.keys())).toEqual(new Set(['agree', 'excused']))
  })

  test.each(['qicharts2', 'PowerBI-SPC', 'qcc'])('no case of %s differs', (peer) => {
    expect(outcomesOf(peer).get('differ') ?? []).toEqual([])
  })

  function outcomesOf(peer: string): Map<string, string[]> {
    const cases = vectorFiles(REFERENCE)
      .flatMap((file) => readVectors(REFERENCE, file))
      .filter((one) => one.peer === peer)
    expect(cases.length).toBeGreaterThan(0)
    const outcomes = new Map<string, string[]>()
    for (const one of cases) {
      const { outcome } = verdictOn(one, ADAPTERS)
      outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), one.id])
    }
    return outcomes
  }
})

/** The same case with something else expected. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes what it likes in what was parsed from JSON
function changed(testCase: Case, change: (expected: any) => void): Case {
  const expected = structuredClone(testCase.expected)
  change(expected)
  return { ...testCase, expected }
}

/** The last value x at which a series ends exactly on its own upper limit; both mean and mean range are linear in x. */
function onOwnLimit(before: readonly number[]): number {
  const n = before.length + 1
  const sum = before.reduce((total, value) => total + value, 0)
  const ranges = before.slice(1).reduce((total, value, i) => total + Math.abs(value - before[i]!), 0)
  const perRange = 2.66 / (n - 1)
  // x = (sum + x)/n + perRange (ranges + x − last), with the jump to x not screened out.
  return (sum / n + perRange * (ranges - before.at(-1)!)) / (1 - 1 / n - perRange)
}

async function run(folder: string) {
  const command = promisify(execFile)(process.execPath, ['scripts/conformance.ts', folder])
  const { stdout, code } = await command.then(
    (done) => ({ ...done, code: 0 }),
    (failed: { stdout: string; code: number }) => failed,
  )
  const lines = stdout.trim().split('\n')
  return { code, lines, last: lines.at(-1) }
}
