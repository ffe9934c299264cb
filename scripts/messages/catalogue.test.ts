import { readdirSync, readFileSync } from 'node:fs'
import {
  type AdviceInput,
  adviseChart,
  analyse,
  canTell,
  customRuleSet,
  english,
  explain,
  funnel,
  funnelReading,
  type Messages,
  pareto,
  paretoReading,
  qualityFindings,
  RULE_SETS,
  type RuleSet,
  reading,
  rebaseWords,
  ruleSet,
  type SeriesInput,
  signals,
  suggestRebase,
  type Wording,
} from '@golden-thread/spc'
import MessageFormat from '@messageformat/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { EDGES, KINDS, PAIRS } from '../../packages/spc/test/approvedSeries.ts'
import { ADVISED, REBASED } from './adviceSeries.ts'
import { argumentsOf } from './argumentsOf.ts'
import { compiled } from './compiled.mjs'
import { pseudo, pseudoText } from './pseudo.ts'
import { type MessageTree, mapped } from './tree.ts'
import { typesOf } from './typesOf.ts'

const catalogue = (language: string) =>
  parse(readFileSync(`packages/spc/messages/${language}.yaml`, 'utf8')) as MessageTree
const written = (file: string) => readFileSync(`packages/spc/src/messages/${file}.generated.ts`, 'utf8')
const languages = readdirSync('packages/spc/messages').map((file) => file.replace('.yaml', ''))
const ENGLISH = catalogue('en')

test('the functions are those of the catalogue: `npm run messages` was not forgotten', () => {
  expect(written('messages')).toBe(typesOf(ENGLISH))
  for (const language of languages) expect(written(language)).toBe(compiled(language, catalogue(language)))
})

test('every language says the same things, of the same numbers and names', () => {
  const asks = (tree: MessageTree) => mapped(tree, (text) => [...argumentsOf(text).keys()].sort().join(' '))
  for (const language of languages) expect(asks(catalogue(language)), language).toEqual(asks(ENGLISH))
})

describe('in a language that nobody speaks', () => {
  const said = new Set<string>()
  const format = new (MessageFormat as unknown as new (language: string) => { compile: Compile })('en')
  type Compile = (text: string) => (given?: object) => string
  const strange = mapped(ENGLISH, ((text: string, path: string) => {
    const say = format.compile(pseudo(text))
    return (given?: object) => {
      said.add(path)
      return say(given)
    }
  }) as never) as unknown as Messages

  const WORDING: Wording = {
    noun: 'month',
    period: (index) => `#${index + 1}`,
    value: (value, moreDecimals = 0) => value.toFixed(1 + moreDecimals),
    messages: strange,
  }
  const OWN = customRuleSet({
    ...{ id: 'own', label: '-', citation: '-', version: '1' },
    rules: [
      { rule: 'outside' },
      { rule: 'outside', id: 'far', sigmas: 2 },
      { rule: 'shift', length: 6, onCentre: 'skip', flagged: 'completing' },
      { rule: 'trend', length: 4, ties: 'skip', flagged: 'completing' },
      { rule: 'someBeyond', id: 'four', needed: 4, of: 5, sigmas: 1, flagged: 'whole' },
      { rule: 'hugging', length: 6, sigmas: 1 },
      { rule: 'mixture', length: 4, sigmas: 1 },
      { rule: 'alternating', length: 5 },
      { rule: 'runsCount' },
    ],
  })

  function told(input: SeriesInput, set: RuleSet | undefined, wording: Wording): readonly string[] {
    const analysis = analyse({ ...input, ...(set ? { ruleSet: set === OWN ? OWN : set.id } : {}) })
    const found = signals(analysis, set)
    return [
      ...Object.values(reading(analysis, found, wording, set)),
      ...found.flatMap((signal) => Object.values(explain(signal, analysis, wording, set))),
    ]
  }

  function advised(input: AdviceInput): readonly string[] {
    return [
      ...qualityFindings(input, WORDING).flatMap(({ label, measures, sentence }) => [label, measures, sentence]),
      ...adviseChart(input, WORDING).flatMap(({ title, why, reasons }) => [
        ...[title, why],
        ...reasons.flatMap(({ name, said }) => [name, said]),
      ]),
    ]
  }

  function suggested(input: AdviceInput): readonly string[] {
    const suggestion = suggestRebase(input)
    if (!suggestion) return []
    const { headline, evidence, against, chance } = rebaseWords(suggestion, WORDING)
    return [headline, ...evidence, ...against, chance]
  }

  const numbers = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  )
  const series = fc.record({
    numerators: fc.array(numbers, { minLength: 1, maxLength: 60, size: 'max' }),
    chart: fc.constantFrom<SeriesInput['chart'][]>('xmr', 'run', 'c', 'g', 't'),
    direction: fc.constantFrom<SeriesInput['direction'][]>('higher', 'lower', 'neither'),
    target: fc.constantFrom(3, 12, -60, 80),
  })

  test('no word of ours is left in English', () => {
    const approved = [...Object.values(PAIRS), ...Object.values(EDGES), ...Object.values(KINDS)]
    const texts = [
      ...approved.flatMap((input) => told(input, undefined, WORDING)),
      ...approved.flatMap((input) => told(input, undefined, { ...WORDING, noun: 'day', provisional: () => true })),
      ...[...approved, A_FEW].flatMap((input) => canTell(analyse(input), WORDING)),
      ...LATEST.flatMap(([input, set]) => told(input, set === 'own' ? OWN : ruleSet(set), WORDING)),
      ...[...RULE_SETS, OWN].flatMap((set) =>
        fc.sample(series, { seed: 7, numRuns: 150 }).flatMap((input) => told(input, set, WORDING)),
      ),
      ...ADVISED.flatMap(advised),
      ...REBASED.flatMap(suggested),
      ...FUNNELS.flatMap((input) =>
        [0, 1].flatMap((level) => {
          const wording = { noun: pseudoText('ward'), value: String, messages: strange }
          return Object.values(funnelReading(funnel(input), wording, level))
        }),
      ),
      ...PARETOS.flatMap((counts) =>
        Object.values(
          paretoReading(pareto(counts.map((count, i) => ({ name: i === 4 ? 'Other' : `#${i}`, count }))), {
            ...{ things: '#', noun: pseudoText('reason'), count: String, share: (share) => share.toFixed(2) },
            messages: strange,
          }),
        ).map((text) => text.replaceAll('Other', '#')),
      ),
    ]
    for (const text of texts) expect(text).not.toMatch(/[a-z]/i)
  })

  test('and none of the messages is one that nobody says', () => {
    const all: string[] = []
    mapped(ENGLISH, (text, path) => {
      all.push(path)
      return text
    })
    expect(all.filter((path) => !said.has(path))).toEqual([])
  })
})

test('a reading is in English where no language is asked for', () => {
  const input = PAIRS['improving high, meets']!
  const analysis = analyse(input)
  const wording = { noun: 'month', period: String, value: String }
  expect(reading(analysis, signals(analysis), wording)).toEqual(
    reading(analysis, signals(analysis), { ...wording, messages: english }),
  )
})

const even = { kind: 'proportion', units: ['#1', '#2', '#3', '#4'], multiplier: 100 } as const
const FUNNELS = [
  { ...even, numerators: [10, 22, 31, 7], denominators: [100, 200, 300, 50] },
  { ...even, numerators: [10, 22, 31, 25], denominators: [100, 200, 300, 50], method: { adjust: 'never' as const } },
  { ...even, numerators: [40, 2, 31, 25], denominators: [100, 200, 300, 50] },
  { ...even, numerators: [10, 22, Number.NaN, 0], denominators: [100, 200, 300, 0] },
  { ...even, units: ['#1', '#1', '#1', '#1'], numerators: [10, 22, 31, 7], denominators: [100, 200, 300, 50] },
  { ...even, numerators: [Number.NaN, Number.NaN, 0, 0], denominators: [1, 2, 0, 0] },
  {
    ...{ kind: 'proportion' as const, units: Array.from({ length: 20 }, (_, i) => `#${i}`) },
    numerators: Array.from({ length: 20 }, (_, i) => (i < 8 ? 60 : 20)),
    denominators: new Array<number>(20).fill(100),
    method: { adjust: 'never' as const },
  },
]
const PARETOS = [
  [...new Array<number>(4).fill(100), 1, ...new Array<number>(3).fill(100), ...new Array<number>(16).fill(5)],

  [50, 30, 4, 4, 12],
  [90, 5, 5],
  [7],
  [5, 5, 5, 5],
  [2, 1, 0, 0, 97],
  [0, 0],
  [9, 8, 8, 7, 7, 7, 2, 1, 1],
]

const A_FEW: SeriesInput = { chart: 'run', numerators: [5, 6, 5, 7], direction: 'higher' }
const UNLIKE = [50, 52, 49, 51, 48.5, 51.5, 49.5, 50.5]
const HALVES = [UNLIKE, UNLIKE, UNLIKE, UNLIKE].flatMap((part, i) => part.map((value) => value + (i < 2 ? 0 : 20)))
const BLOCKS = [50, 46, 50, 46, 50, 46].flatMap((low) => [low + 1, low + 4, low + 1.5, low + 3.5, low + 2])
/** The deviation of a sample of one is not known, and so is no limit for it. */
const LAST_OF_ONE = { sizes: [...new Array<number>(15).fill(9), 1], deviations: new Array<number>(16).fill(3) }
/** Patterns that hold at the latest point, and that few series at random end with. */
const LATEST: readonly (readonly [SeriesInput, string])[] = [
  [xmr([...UNLIKE, ...UNLIKE, ...UNLIKE, 47, 53.5, 53, 53.5, 53]), 'own'],
  [xmr([...UNLIKE, ...UNLIKE, ...UNLIKE, 47, 53, 47, 53]), 'own'],
  [{ ...xmr([...HALVES]), chart: 'run' }, 'anhoej'],
  [{ ...xmr([...HALVES, ...UNLIKE, ...UNLIKE]), target: 60 }, 'anhoej'],
  [{ ...xmr(BLOCKS), target: 50 }, 'anhoej'],
  [{ ...xmr([...UNLIKE, ...UNLIKE]), chart: 'xbar', samples: LAST_OF_ONE }, 'nhs'],
]

function xmr(numerators: readonly number[]): SeriesInput {
  return { chart: 'xmr', numerators, direction: 'higher' }
}
