import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHART_TYPES, FURTHER_CHART_TYPES, RULE_SETS, SAMPLE_CHART_TYPES } from '@golden-thread/spc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '#main/commandLine.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { Problem } from '#platform/errors.ts'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'
import { doorsTo } from '#test/support/doors.ts'

const COMMAND = join(PROGRAM_FOLDER, 'scripts', 'golden-thread.mjs')
const MONTHS = Array.from(
  { length: 18 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)
const FALLS = [12, 14, 11, 13, 12, 15, 12, 11, 14, 13, 12, 14, 6, 5, 7, 6, 4, 5]

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-spc-test-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly bytes: Uint8Array
  readonly said: string
}

/** Types the real command, in a folder with no database and no settings. */
function golden(words: readonly string[], input: string | Uint8Array = ''): Ran {
  const done = spawnSync(process.execPath, [COMMAND, 'spc', ...words], { cwd: folder, input })
  return { code: done.status, out: done.stdout.toString(), bytes: done.stdout, said: done.stderr.toString() }
}

function file(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return name
}

const fallsFile = () => file('falls.csv', 'month,falls', ...MONTHS.map((month, i) => `${month},${FALLS[i]}`))

describe('golden-thread spc', () => {
  test('reads a file by its headings, and says what the chart shows', () => {
    const { code, out, said } = golden([fallsFile(), '--better', 'lower', '--title', 'Falls on ward 12'])
    expect([code, said]).toEqual([0, ''])
    expect(out).toMatch(/^Falls on ward 12\n\nImproving\./)
    expect(out).toContain('Why points are marked')
    expect(out).toContain('June 2025')
  })

  test('gives results for another program, with null where there is no number', () => {
    const rows = file(
      'gap.csv',
      'month,falls',
      ...MONTHS.flatMap((month, i) => (i === 3 ? [] : [`${month},${FALLS[i]}`])),
    )
    const words = ['--as', 'json', '--phase', '2025-01=sensors fitted', '--target', '10', '--better', 'lower']
    const results = JSON.parse(golden([rows, ...words]).out)
    expect(results).toMatchObject({ chart: 'xmr', rules: { id: 'nhs' }, assurance: 'meets', latest: 'June 2025' })
    expect(results.points).toHaveLength(18)
    expect(results.points[3]).toMatchObject({ period: 'April 2024', value: null, verdict: 'missing' })
    expect(results.phases).toMatchObject([
      { from: 'January 2024', to: 'December 2024' },
      { from: 'January 2025', to: 'June 2025', reason: 'sensors fitted' },
    ])
  })

  test('takes a table from a pipe, and a bare list of numbers', () => {
    const asCsv = golden(['--as', 'json'], readFileSync(join(folder, fallsFile())))
    const asJson = golden(['--as', 'json'], JSON.stringify(FALLS))
    const values = ({ out }: Ran) => JSON.parse(out).points.map(({ value }: { value: number }) => value)
    expect(values(asCsv)).toEqual(FALLS)
    expect(values(asJson)).toEqual(FALLS)
  })

  test('draws an SVG or a PNG, to a file by its ending or to standard output', () => {
    golden([fallsFile(), '--out', 'falls.svg', '--exclude', '2024-04=ward closed', '--note', '#2=new floor'])
    const svg = readFileSync(join(folder, 'falls.svg'), 'utf8')
    expect(svg).toMatch(/^<svg [\s\S]*ward closed[\s\S]*<\/svg>\n$/)
    expect(svg).toContain('new floor')
    const png = golden([fallsFile(), '--as', 'png', '--size', 'phone']).bytes
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  })

  test('compares units by a funnel, and puts categories in order', () => {
    const wards = file('wards.csv', 'ward,falls,bed days', 'Ash,12,1000', 'Birch,10,1100', 'Cedar,90,1000')
    const words = ['--chart', 'funnel', '--kind', 'rate', '--per', '1000', '--noun', 'ward', '--better', 'lower']
    const columns = ['--numerator', 'falls', '--denominator', 'bed days']
    expect(golden([wards, ...words, ...columns]).out).toContain('wards')
    expect(JSON.parse(golden([wards, ...words, ...columns, '--as', 'json']).out).points).toHaveLength(3)
    const reasons = file('why.csv', 'reason,count', 'Lift,80', 'Tablets,10', 'Letter,5', 'Transport,5')
    const pareto = JSON.parse(golden([reasons, '--chart', 'pareto', '--as', 'json']).out)
    expect(pareto).toMatchObject({ vitalFew: 1, total: 100 })
    expect(golden([wards, ...words, ...columns, '--as', 'svg']).out).toMatch(
      /^<svg[\s\S]*per 1,000 bed days[\s\S]*Cedar/,
    )
    expect(golden([reasons, '--chart', 'pareto', '--as', 'svg']).out).toMatch(/^<svg[\s\S]*Transport/)
  })

  test('uses rules of one’s own, and options of the method', () => {
    const rules = {
      id: 'ours',
      label: 'Ours',
      citation: 'Committee',
      version: '1',
      rules: [{ rule: 'shift', length: 5 }],
    }
    const set = file('ours.json', JSON.stringify(rules))
    const one = JSON.parse(golden([fallsFile(), '--rules', set, '--as', 'json']).out)
    expect(one.rules.id).toBe('ours')
    expect(one.signals.map(({ rule }: { rule: string }) => rule)).toContain('shift')
    const other = JSON.parse(golden([fallsFile(), '--method', 'limitsPerRange=5', '--as', 'json']).out)
    expect(other.points[0].upper - other.points[0].centre).toBeGreaterThan(one.points[0].upper - one.points[0].centre)
  })

  test('ends with code 2 and one sentence where something is to be mended', () => {
    const { code, out, said } = golden([], 'x\n1\nabout 9')
    expect([code, out]).toEqual([2, ''])
    expect(said).toMatch(/^Row 3.*\n$/)
  })

  test('--help names every option, chart and rule set', () => {
    const { code, out } = golden(['--help'])
    expect(code).toBe(0)
    for (const { id } of [...RULE_SETS, ...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES])
      expect(out).toContain(`  ${id} `)
    expect(out).toContain('--exclude PERIOD[=REASON]')
  })
})

/** The same without a process of its own: what it says when it refuses. */
async function refusal(words: readonly string[], input: string): Promise<string> {
  let out = ''
  const doors = doorsTo(
    (line) => {
      out += line
    },
    { readInput: async () => Buffer.from(input) },
  )
  const error = await runCommand(['spc', ...words], COMMANDS, doors).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(out).toBe('')
  expect(error).toBeInstanceOf(Problem)
  return (error as Problem).message
}

/** What goes wrong: the words, what is piped in, and what the message must name. */
const refusals: readonly (readonly [
  name: string,
  words: readonly string[],
  input: string,
  names: readonly RegExp[],
])[] = [
  ['a file that is not there', ['none.csv'], '', [/none\.csv/]],
  ['nothing at all', [], '', [/empty/]],
  ['a chart that there is not', ['--chart', 'pie'], 'x\n1\n2', [/“pie”/, /Choose xmr/]],
  ['an option that there is not', ['--colour', 'red'], 'x\n1\n2', [/--colour/, /--help/]],
  ['a number that is none', ['--target', 'soon'], 'x\n1\n2', [/--target/, /“soon”/, /Write/]],
  ['a cell that is no number', [], 'x\n1\nabout 9\n3', [/Row 3/, /“x”/, /“about 9”/, /Write/]],
  ['a column that is not there', ['--value', 'y'], 'x,z\n1,2', [/“y”/, /“x”, “z”/]],
  ['columns that cannot be told apart', [], 'a,b\n1,2\n3,4', [/--value/, /“a” or “b”/]],
  ['two rows of one month', [], 'month,x\n2024-01,1\n2024-01,2', [/Rows 2 and 3/, /--repeats/, /--where/]],
  [
    'two rows of one month, where they have denominators',
    ['--chart', 'p'],
    'month,numerator,denominator\n2024-01,1,2\n2024-01,1,3',
    [/Rows 2 and 3/],
  ],
  [
    'an option that a funnel would pass over',
    ['--chart', 'funnel', '--phase', '2024-01'],
    'unit,numerator,denominator\na,1,2',
    [/--phase/],
  ],
  ['a period that is none of the chart', ['--phase', '2030-01'], 'month,x\n2024-01,1\n2024-02,2', [/“2030-01”/, /#3/]],
  ['a chart without what it needs', ['--chart', 'p', '--value', 'x'], 'x\n1\n2', [/denominator/]],
  ['a value below 0 that was counted', ['--chart', 'c'], 'x\n1\n-2', [/-2|negative|below/i]],
  ['an option of the method that there is not', ['--method', 'fast=true'], 'x\n1', [/“fast”/, /screenRanges/]],
  ['a broken rule set', ['--rules', 'broken'], 'x\n1', [/“broken”/, /nhs/]],
  ['an ending that says nothing', ['--out', 'chart.pdf'], 'x\n1', [/chart\.pdf/, /--as/]],
  ['a folder that is not there', ['--out', 'no/where.json'], 'x\n1\n2', [/no\/where\.json/]],
  ['JSON that is no table', [], '{"a": {"b": 1}}', [/no table/]],
  ['a spreadsheet', [], 'PK\u0003\u0004....', [/Save its sheet as CSV/]],
]

test.each(refusals)('refuses %s with a sentence', async (_, words, input, names) => {
  const said = await refusal(words, input)
  for (const name of names) expect(said).toMatch(name)
})

const PATIENT = '9990000018'
const patients: readonly (readonly [where: string, words: readonly string[], input: string])[] = [
  ['a column of them', [], `patient,x\n${PATIENT},1\n9990000026,2`],
  ['a bare list of them', [], `[${PATIENT}, 9990000026]`],
  ['a cell among figures', [], `month,x\n2024-01,1\n2024-02,see ${PATIENT}`],
  ['the name of a point', [], `name,x\na,1\npatient ${PATIENT},2\nb,3`],
  ['a heading', ['--value', 'x'], `month,x,${PATIENT}\n2024-01,1,2`],
  ['a title', ['--title', `Falls of ${PATIENT}`], 'x\n1\n2'],
  ['the name of a file', [`${PATIENT}.csv`], ''],
]

test.each(patients)('an NHS number as %s is refused, and never repeated', async (_, words, input) => {
  const said = await refusal(words, input)
  expect(said.replace(/\D/g, '')).not.toContain(PATIENT)
  expect(said).toMatch(/NHS number/)
})
