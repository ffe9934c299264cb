import { expect, test } from 'vitest'
import { checkDefinition, countsOtherwise, type MeasureDefinition, targetOn } from './measure.ts'
import { kindOf, MEASURE_KINDS } from './measureKind.ts'
import { readPack, writePack } from './measurePack.ts'

const WRITTEN = { code: 'falls', name: 'Falls', kind: 'count', period: 'month' }

function definitionOf(written: object): MeasureDefinition {
  const outcome = checkDefinition(written)
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults))
  return outcome.definition
}

test.each(MEASURE_KINDS)('a %s without a chart gets the default of its kind', (id) => {
  const kind = kindOf(id)
  const written = { ...WRITTEN, kind: id, period: kind.dated ? 'event' : 'month', denominator: 'all' }
  expect(definitionOf(written)).toMatchObject({ chart: kind.charts[0]!.chart, multiplier: kind.multiplier })
})

const faulty: readonly [name: string, change: object, field: string][] = [
  ['a code with a space', { code: 'two words' }, 'code'],
  ['no name', { name: ' ' }, 'name'],
  ['an unknown kind', { kind: 'guess' }, 'kind'],
  ['a chart that does not suit', { chart: 'p' }, 'chart'],
  ['a proportion out of nothing', { kind: 'proportion' }, 'denominator'],
  ['a count by event', { period: 'event' }, 'period'],
  ['two targets from one day', { targets: [{ value: 1 }, { value: 2 }] }, 'targets'],
  ['a target that is text', { targets: [{ value: 'many' }] }, 'targets.0.value'],
  ['an NHS number in its text', { why: 'since 999 000 0018 fell' }, 'why'],
  ['a field that does not exist', { colour: 'red' }, 'colour'],
]

test.each(faulty)('%s is refused at its field', (_, change, field) => {
  const outcome = checkDefinition({ ...WRITTEN, ...change })
  expect('faults' in outcome && outcome.faults.map((fault) => fault.field)).toContain(field)
})

test('a new name counts the same, another denominator does not', () => {
  const before = definitionOf({ ...WRITTEN, kind: 'rate', denominator: 'bed days' })
  expect(countsOtherwise(before, { ...before, name: 'Falls on wards', owner: 'Falls group' })).toBe(false)
  expect(countsOtherwise(before, { ...before, denominator: 'admissions' })).toBe(true)
})

test('a target holds from its day until the next', () => {
  const definition = definitionOf({
    ...WRITTEN,
    targets: [{ from: '2026-04-01', value: 4 }, { value: 6 }, { from: '2027-04-01', value: null }],
  })
  expect(['2020-01-01', '2026-03-31', '2026-04-01', '2027-04-01'].map((day) => targetOn(definition, day))).toEqual([
    6,
    6,
    4,
    null,
  ])
})

test('a pack that is written is read back as the same definitions', () => {
  const definitions = [
    definitionOf(WRITTEN),
    definitionOf({ ...WRITTEN, code: 'stay', kind: 'average', why: 'It: “matters” # a lot' }),
  ]
  expect(readPack(writePack(definitions), 'ours.yaml')).toMatchObject({ definitions })
})

test('a fault in a pack names file, line and field', () => {
  const text = 'measures:\n  - code: falls\n    name: Falls\n    kind: count\n    period: fortnight\n'
  expect(readPack(text, 'ours.yaml')).toEqual({
    faults: [{ file: 'ours.yaml', line: 5, field: 'period', message: expect.stringContaining('month') }],
  })
})

test('a missing field is told at the line where its measure begins', () => {
  const text = 'measures:\n  - code: falls\n    kind: count\n    period: month\n'
  expect(readPack(text, 'ours.yaml')).toMatchObject({
    faults: [{ line: 2, field: 'name', message: '“name” is missing. Give the measure a name' }],
  })
})

test('a text that is no YAML is refused with its line', () => {
  expect(readPack('measures:\n  - "open\n', 'ours.yaml')).toMatchObject({ faults: [{ file: 'ours.yaml' }] })
})

test('a pack has its fields in one order, whatever order they were kept in, and none that says nothing', () => {
  const outcome = checkDefinition({ code: 'falls', name: 'Falls', kind: 'count', period: 'month', why: 'They hurt' })
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults))
  const { definition } = outcome
  const kept = Object.fromEntries(Object.entries(definition).reverse()) as unknown as typeof definition
  const written = writePack([kept])
  expect(written).toBe(writePack([definition]))
  const fields = [...written.matchAll(/^ {2}(?: {2}|- )(\w+):/gm)].map((match) => match[1])
  expect(fields.slice(0, 4)).toEqual(['code', 'name', 'why', 'kind'])
  expect(written).not.toMatch(/''|""|\[\]|weekEnds/)
  expect(readPack(written, 'ours.yaml')).toMatchObject({ definitions: [definition] })
})
