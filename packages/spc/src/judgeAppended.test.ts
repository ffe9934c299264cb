import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartTypeId, MethodOptions, SeriesInput } from './analysis.ts'
import { CHART_TYPES, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from './charts/index.ts'
import { judge } from './judge.ts'
import { judgeAppended } from './judgeAppended.ts'
import { customRuleSet } from './rules/customRuleSet.ts'
import { RULE_SETS } from './rules/ruleSets.ts'
import { type Workspace, workspace } from './workspace.ts'

const LONGEST = 60

const CHARTS: readonly ChartTypeId[] = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map(
  ({ id }) => id,
)

const OWN = [
  customRuleSet({
    id: 'skips',
    label: 'Skips',
    citation: 'A test',
    version: '1',
    rules: [
      { rule: 'outside' },
      { rule: 'shift', length: 6, onCentre: 'skip', gaps: 'skip' },
      { rule: 'trend', length: 5, ties: 'skip' },
    ],
  }),
  customRuleSet({
    id: 'shared',
    label: 'Shared',
    citation: 'A test',
    version: '1',
    rules: [
      { rule: 'trend', length: 4, turningPoint: 'later' },
      { rule: 'shift', length: 5, flagged: 'completing' },
    ],
  }),
  customRuleSet({
    id: 'across',
    label: 'Across',
    citation: 'A test',
    version: '1',
    rules: [{ rule: 'outside' }, { rule: 'trend', length: 5, acrossPhases: true }],
  }),
]

/** Values with runs, trends and ties among them, and gaps. */
const value = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 12 }), weight: 8 },
  { arbitrary: fc.integer({ min: 0, max: 60 }), weight: 1 },
  { arbitrary: fc.constant(Number.NaN), weight: 1 },
)

const series: fc.Arbitrary<SeriesInput> = fc
  .record({
    chart: fc.constantFrom(...CHARTS),
    ruleSet: fc.constantFrom(...RULE_SETS.map(({ id }) => id), ...OWN),
    numerators: fc.array(value, { minLength: 1, maxLength: LONGEST }),
    direction: fc.constantFrom('higher', 'lower', 'neither'),
    target: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    judgedAt: fc.constantFrom('latestValue', 'lastPeriod'),
    multiplier: fc.constantFrom(1, 100),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 2 }),
    baseline: fc.option(fc.integer({ min: 2, max: 15 }), { nil: undefined }),
    excluded: fc.uniqueArray(fc.nat(LONGEST - 1), { maxLength: 3 }),
    whole: fc.integer({ min: 12, max: 40 }),
  })
  .map(({ cuts, baseline, judgedAt, whole, excluded, target, numerators, ...rest }) => ({
    ...rest,
    numerators,
    denominators: numerators.map((_, i) => (i % 11 === 10 ? 0 : whole + (i % 5))),
    samples: {
      sizes: numerators.map((_, i) => 2 + (i % 4)),
      deviations: numerators.map((one) => one / 3),
      ranges: numerators.map((one) => one / 2),
    },
    ...(target === undefined ? {} : { target }),
    method: { judgedAt } satisfies MethodOptions as MethodOptions,
    phases: [0, ...cuts.sort((a, b) => a - b)].map((start) => ({ start, ...(baseline ? { baseline } : {}) })),
    excluded: excluded.filter((at) => at < numerators.length),
  }))

test('a series judged point by point is, after each, the same as one judged anew', () => {
  fc.assert(
    fc.property(series, (input) => {
      const grown = workspace(LONGEST)
      let before = judge(upTo(input, 0), grown)
      for (let length = 1; length <= input.numerators.length; length++) {
        const here = upTo(input, length)
        const fresh = workspace(LONGEST)
        before = judgeAppended(here, grown, before)
        expect(before).toEqual(judge(here, fresh))
        expect(arraysOf(grown, length)).toEqual(arraysOf(fresh, length))
      }
    }),
    { numRuns: 150 },
  )
})

test('with limits that stand still, judging a point reads nothing between the baseline and the reach of the rules', () => {
  const values = Array.from({ length: 300 }, (_, i) => 50 + ((i * 7) % 10))
  const read = new Set<number>()
  const watched = new Proxy(values, {
    get(list, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) read.add(Number(key))
      return Reflect.get(list, key)
    },
  })
  const phases = [{ start: 0, baseline: 20 }]
  const grown = workspace(300)
  const before = judge({ chart: 'xmr', numerators: values.slice(0, 299), direction: 'higher', phases }, grown)
  judgeAppended({ chart: 'xmr', numerators: watched, direction: 'higher', phases }, grown, before)
  expect([...read].filter((at) => at >= 20)).toEqual([299])
})

test('what does not fit into a workspace is refused', () => {
  expect(() => judge({ chart: 'xmr', numerators: [1, 2, 3], direction: 'higher' }, workspace(2))).toThrow(
    '3 points do not fit into a workspace for 2',
  )
})

function upTo(input: SeriesInput, length: number): SeriesInput {
  const first = (figures: ArrayLike<number>) => Array.from(figures).slice(0, length)
  const { sizes, deviations, ranges } = input.samples!
  return {
    ...input,
    numerators: first(input.numerators),
    denominators: first(input.denominators!),
    samples: { sizes: first(sizes), deviations: first(deviations!), ranges: first(ranges!) },
    excluded: input.excluded!.filter((at) => at < length),
  }
}

function arraysOf(from: Workspace, length: number) {
  const { values, judged, targets, centre, lower, upper, zones, marks, verdicts } = from
  return [values, judged, targets, centre, lower, upper, zones, marks, verdicts].map((one) => [
    ...one.subarray(0, length),
  ])
}
