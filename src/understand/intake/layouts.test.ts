import { describe, expect, test } from 'vitest'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { fileFacts } from '#understand/intake/fileFacts.ts'
import { addMeasure, changeMeasure, removeMeasure, useColumn } from '#understand/intake/mappingEdits.ts'
import { fileOf, type Rows, readBytes, text, withFile } from '#understand/intake/samples/written.ts'
import { understood } from '#understand/intake/understood.ts'
import { shortLabel } from '#understand/period.ts'

/** Layouts that national bodies and trusts use, in small invented tables. */

const WARDS = ['ASH', 'ELM', 'OAK']
const MONTHS = ['Apr-24', 'May-24', 'Jun-24', 'Jul-24']

interface Layout {
  readonly name: string
  readonly sheets: Readonly<Record<string, Rows>>
  /** Lines such as "falls ASH · Type 1 Apr 2024 3/40". */
  readonly says: readonly string[]
  readonly fileName?: string
}

const layouts: readonly Layout[] = [
  {
    name: 'a sheet for each month, its name the period',
    sheets: Object.fromEntries(
      MONTHS.map((month, m) => [
        month,
        [['Falls by ward'], ['ward', 'falls'], ...WARDS.map((ward, w) => [ward, m * 10 + w])],
      ]),
    ),
    says: ['falls ASH Apr 2024 0', 'falls OAK Jul 2024 32'],
  },
  {
    name: 'months as columns',
    sheets: { Falls: [['ward', ...MONTHS], ...WARDS.map((ward, w) => [ward, ...MONTHS.map((_, m) => m * 10 + w)])] },
    fileName: 'falls.xlsx',
    says: ['falls ASH Apr 2024 0', 'falls OAK Jul 2024 32'],
  },
  {
    name: 'months over a numerator and a denominator each',
    sheets: {
      Screening: [
        ['', ...MONTHS.flatMap((month) => [month, ''])],
        ['ward', ...MONTHS.flatMap(() => ['Screened within 24 hours', 'Total admitted'])],
        ...WARDS.map((ward, w) => [ward, ...MONTHS.flatMap((_, m) => [m + w, 10 + m + w])]),
      ],
    },
    says: ['screened-within-24-hours OAK Jul 2024 5/15', 'total-admitted ASH Apr 2024 10'],
  },
  {
    name: 'stacked blocks under two header rows, with a title and a total each',
    sheets: {
      Waits: ['Part A: Urgent', 'Part B: Routine'].flatMap((title, b): (string | number | null)[][] => [
        [title],
        [null, null, null, 'Number of people', null],
        ['ODS code', 'Provider', 'Route', 'Total', 'Within 14 days'],
        ...['RX1', 'RX2', 'RX3'].map((code, i) => [code, `Provider ${code}`, title.slice(8), 20 + i + b, 10 + i]),
        [null],
        [null, 'ALL PROVIDERS', title.slice(8), 63 + 3 * b, 33],
        [null],
      ]),
      About: [['Waiting times'], ['June 2024']],
    },
    fileName: 'waits june 2024.xlsx',
    says: ['waits-within-14-days RX1 · Urgent Jun 2024 10/20', 'waits-within-14-days RX3 · Routine Jun 2024 12/23'],
  },
  {
    name: 'a row for each measure, some with a denominator and some without',
    sheets: {
      Long: [
        ['indicator', 'ward', 'period', 'numerator', 'denominator'],
        ...MONTHS.flatMap((month, m) => [
          ['Seen in time', 'ASH', month, 8 + m, 12],
          ['Complaints', 'ASH', month, 2, null],
          ['Hours for each patient', 'ASH', month, 30, 8],
        ]),
      ],
    },
    says: ['seen-in-time ASH Jul 2024 11/12', 'complaints ASH Apr 2024 2', 'hours-for-each-patient ASH May 2024 30/8'],
  },
  {
    name: 'size, mean and spread of a sample',
    sheets: {
      Stay: [
        ['ward', 'month', 'mean length of stay', 'n', 'SD'],
        ...MONTHS.map((month, m) => ['ASH', month, 3.5 + m, 40, 1.25]),
      ],
    },
    says: ['mean-length-of-stay ASH Jul 2024 6.5/40'],
  },
  {
    name: 'weeks that begin on Mondays',
    sheets: {
      Beds: [
        ['ward', 'week commencing', 'occupied'],
        ...['01/04/2024', '08/04/2024', '15/04/2024'].map((day, i) => ['ASH', day, 20 + i]),
      ],
    },
    says: ['occupied ASH 7 Apr 2024 20', 'occupied ASH 21 Apr 2024 22'],
  },
  {
    name: 'a figure of a whole country, told by the title',
    sheets: { National: [['England, monthly'], ['month', 'calls'], ...MONTHS.map((month, m) => [month, 100 + m])] },
    says: ['calls England Jul 2024 103'],
  },
  {
    name: 'marks for what is not given, and percentages as text beside what they follow from',
    sheets: {
      Marks: [
        ['org_code', 'org_name', 'month', 'breaches', 'attendances', '% breaches'],
        ...MONTHS.map((month, m) => ['RX1', 'One', month, 5 + m, '1,000', `${(5 + m) / 10}%`]),
        ['RX2', 'Two', 'Apr-24', '*', '1,200', '*'],
        ['RX2', 'Two', 'May-24', '[x]', '-', '-'],
      ],
    },
    says: ['breaches RX1 Jul 2024 8/1000', 'attendances RX2 Apr 2024 1200'],
  },
]

for (const { name, sheets, says, fileName = 'table.xlsx' } of layouts) {
  test(`understood without a correction: ${name}`, async () => {
    const { facts } = await readBytes(fileOf('xlsx', sheets), fileName)
    expect(facts.faults).toEqual([])
    expect(observations(facts)).toEqual(expect.arrayContaining([...says]))
  })
}

test('a figure that is not given is no observation', async () => {
  const { facts } = await readBytes(fileOf('csv', layouts.at(-1)!.sheets), 'marks.csv')
  expect(observations(facts).filter((one) => one.includes('RX2'))).toEqual(['attendances RX2 Apr 2024 1200'])
  expect(facts.leftOut).toMatchObject([{ line: 7, why: 'suppressed' }])
})

test('a semicolon cuts as well as a comma, and a file without a header is read by a mapping that says so', async () => {
  const table = `${WARDS.flatMap((ward, w) => MONTHS.map((month, m) => `${ward};${month};${m + w}`)).join('\n')}\n`
  const { facts } = await readBytes(text(table), 'falls.csv', {
    context: { ...NOTHING_KNOWN, headerRows: 0, headerLine: 1, sheet: 'falls' },
  })
  expect(facts.series.length).toBe(3)
  expect(facts.series.reduce((sum, series) => sum + series.periods.length, 0)).toBe(12)
})

describe('what is remembered', () => {
  const wide = (months: readonly string[]): Rows => [
    ['ward', ...months],
    ...WARDS.map((ward, w) => [ward, ...months.map((_, m) => m * 10 + w)]),
  ]

  test("next month's file of the same layout is read by the mapping of the last one, with its new column", async () => {
    const first = await readBytes(fileOf('csv', { Falls: wide(MONTHS) }), 'falls.csv')
    const asked: string[] = []
    const next = await withFile(fileOf('csv', { Falls: wide([...MONTHS, 'Aug-24']) }), (path) =>
      fileFacts({ name: 'falls.csv', path }, null, NOTHING_KNOWN, {
        onProgress() {},
        recall: async (shape) => {
          asked.push(shape)
          return first.mapping
        },
      }),
    )
    expect(asked).toEqual([first.shape])
    expect(next.isRemembered).toBe(true)
    expect(observations(next.facts)).toContain('falls OAK Aug 2024 42')
  })

  test('a mapping whose column is gone says which', async () => {
    const first = await readBytes(
      fileOf('csv', { Falls: [['ward', 'month', 'falls'], ...MONTHS.map((month) => ['ASH', month, 1])] }),
      'falls.csv',
    )
    const mapping = { ...first.mapping, sheets: ['falls'] }
    const { facts } = await readBytes(
      fileOf('csv', { Falls: [['ward', 'month', 'fell'], ...MONTHS.map((month) => ['ASH', month, 1])] }),
      'falls.csv',
      { mapping },
    )
    expect(facts.faults.map((fault) => fault.reason)).toEqual(['The file has no column “falls”'])
  })
})

describe('what a person corrects', () => {
  const table: Rows = [
    ['ward', 'month', 'kind', 'falls', 'bed days'],
    ...MONTHS.flatMap((month, m) => ['harm', 'no harm'].map((kind, k) => ['ASH', month, kind, m + k, 500])),
  ]
  const read = (mapping: Parameters<typeof readBytes>[2]) =>
    readBytes(fileOf('csv', { Falls: table }), 'falls.csv', mapping ?? {})

  test('a measure gets its denominator, and its kind', async () => {
    const { mapping } = await read({})
    const at = mapping.measures.findIndex((measure) => measure.code === 'falls')
    const { facts } = await read({
      mapping: changeMeasure(mapping, at, { kind: 'rate', multiplier: 1_000, denominator: ['bed days'] }),
    })
    expect(observations(facts)).toContain('falls ASH · no harm Jul 2024 4/500')
    expect(facts.measures.find((measure) => measure.code === 'falls')).toMatchObject({
      kind: 'rate',
      multiplier: 1_000,
    })
  })

  test('without the column that tells rows apart, both of two rows are faults, and neither goes in', async () => {
    const { mapping } = await read({})
    const { facts } = await read({ mapping: useColumn(mapping, 'kind', 'ignore') })
    expect(facts.faults.slice(0, 2)).toMatchObject([{ place: { line: 2 } }, { place: { line: 3 } }])
    expect(facts.faults[0]!.reason).toBe(facts.faults[1]!.reason)
    expect(facts.faults[0]!.reason).toMatch(/^Rows 2 and 3 give different figures for this: \d+ and \d+$/)
    expect(facts.series).toEqual([])
  })

  test('a column that is no figure any more takes its measure along; a measure can be added and removed', async () => {
    const { mapping } = await read({})
    const fewer = useColumn(mapping, 'bed days', 'ignore')
    expect(fewer.measures.map((measure) => measure.code)).toEqual(['falls'])
    const added = addMeasure(fewer, { ...mapping.measures.find((measure) => measure.code === 'bed-days')! })
    expect(added).toEqual(mapping)
    expect(removeMeasure(added, 1)).toEqual({ ...fewer, columns: mapping.columns })
  })

  test.each([
    ['none', 1, []],
    ['all', 1, ['Apr-24', 'May-24', 'Jun-24', 'Jul-24']],
    ['last', 2, ['Jun-24', 'Jul-24']],
  ] as const)('%s of the figures are provisional', async (provisional, provisionalLast, expected) => {
    const { mapping } = await read({})
    const { facts } = await read({ mapping: { ...mapping, provisional, provisionalLast } })
    for (const { provisional: marks } of facts.series) expect(MONTHS.filter((_, i) => marks?.[i])).toEqual(expected)
  })

  test('whose figures, and when, where the file says neither', async () => {
    const bare = fileOf('csv', {
      Falls: [
        ['kind', 'falls'],
        ['harm', 3],
        ['no harm', 4],
        ['near miss', 5],
      ],
    })
    const first = await readBytes(bare, 'falls.csv')
    expect(first.facts.faults[0]?.reason).toBe('Nothing says for which period the figures are')
    const mapping = {
      ...first.mapping,
      period: { ...first.mapping.period, from: 'fixed', text: 'Q1 2024/25', kind: 'quarter' },
      holder: { ...first.mapping.holder, code: 'ASH', name: 'Ash ward', unknown: 'unit' },
    } as const
    const { facts } = await readBytes(bare, 'falls.csv', { mapping })
    expect(facts.faults).toEqual([])
    expect(observations(facts)).toContain('falls ASH · harm Q1 2024/25 3')
    expect(facts.holders).toEqual([{ code: 'ASH', name: 'Ash ward', as: 'unit' }])
  })
})

describe('what is ours is recognised', () => {
  const context = {
    organisationCode: 'RX1',
    knownUnits: [
      { code: 'RX1', name: 'Our trust' },
      { code: 'W07', name: 'Ash ward' },
    ],
    knownMeasures: [
      {
        code: 'falls-all',
        name: 'Falls',
        kind: 'count',
        period: 'month',
        weekEnds: 0,
        unit: '',
        multiplier: 1,
        decimals: 0,
      } as const,
    ],
  }

  test('a measure by its name, a unit by its name or code; other codes are peers', async () => {
    const rows: Rows = [
      ['org_code', 'month', 'falls'],
      ...MONTHS.flatMap((month) => [
        ['RX1', month, 5],
        ['RX2', month, 6],
      ]),
    ]
    const { facts } = await readBytes(fileOf('csv', { Falls: rows }), 'falls.csv', { context })
    expect(facts.measures.map((measure) => measure.code)).toEqual(['falls-all'])
    expect(facts.holders).toEqual([
      { code: 'RX1', name: 'Our trust', as: 'unit' },
      { code: 'RX2', name: 'RX2', as: 'peer' },
    ])
    const byName: Rows = [
      ['ward', 'month', 'falls'],
      ...MONTHS.flatMap((month) => [
        ['Ash Ward', month, 5],
        ['Elm ward', month, 6],
      ]),
    ]
    const named = await readBytes(fileOf('csv', { Falls: byName }), 'falls.csv', { context })
    expect(named.facts.holders).toEqual([
      { code: 'W07', name: 'Ash ward', as: 'unit' },
      { code: 'Elm ward', name: 'Elm ward', as: 'unit' },
    ])
  })
})

describe('a heading that any table could have', () => {
  const rows: Rows = [['Month', 'Trust code', 'Total'], ...MONTHS.map((month, m) => [month, 'RX1', 30 + m])]
  const known = (code: string, name: string) =>
    ({ code, name, kind: 'count', period: 'month', weekEnds: 0, unit: '', multiplier: 1, decimals: 0 }) as const
  const context = { ...NOTHING_KNOWN, knownMeasures: [known('total', 'Total')] }

  test.each([
    ['complaints_2024-06.csv', 'complaints-total', 'Complaints: Total'],
    ['Complaints Apr24.csv', 'complaints-total', 'Complaints: Total'],
    // Nothing says what it is about, but it is not the total that another file was about.
    ['2024-06.csv', 'total-2', 'Total'],
  ])('is named by its file as well, and is never taken for a measure of ours: %s', async (file, code, name) => {
    const { facts } = await readBytes(fileOf('csv', { Figures: rows }), file, { context })
    expect(facts.measures).toMatchObject([{ code, name }])
  })

  test.each([
    ['Complaints', 'Complaints: Total'],
    ['Sheet1', 'Letters: Total'],
  ])('is named by its sheet where that has a name: %s', async (sheet, name) => {
    const { facts } = await readBytes(fileOf('xlsx', { [sheet]: rows }), 'letters.xlsx')
    expect(facts.measures).toMatchObject([{ name }])
  })

  test('is the measure that a remembered mapping says', async () => {
    const { mapping } = await readBytes(fileOf('csv', { Figures: rows }), 'complaints.csv')
    const { facts } = await readBytes(fileOf('csv', { Figures: rows }), 'other.csv', { mapping, context })
    expect(facts.measures).toMatchObject([{ code: 'complaints-total' }])
  })
})

test('what was understood is said in sentences', async () => {
  const { mapping } = await readBytes(fileOf('csv', layouts.at(-1)!.sheets), 'marks.csv')
  expect(understood(mapping)).toMatchSnapshot()
})

function observations(facts: FileFacts): readonly string[] {
  const kinds = new Map(facts.measures.map(({ code, period, weekEnds }) => [code, { kind: period, weekEnds }]))
  return facts.series.flatMap(({ measure, holder, stratum, periods, numerators, denominators }) =>
    periods.map((period, i) => {
      const whole = denominators && !Number.isNaN(denominators[i]!) ? `/${denominators[i]}` : ''
      const place = [holder, stratum].filter((part) => part !== '').join(' · ')
      return `${measure} ${place} ${shortLabel(period, kinds.get(measure)!)} ${numerators[i]}${whole}`
    }),
  )
}
