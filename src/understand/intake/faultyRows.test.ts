import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMeasure } from '#test/support/figures.ts'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import { readBytes, text } from '#understand/intake/samples/written.ts'

const SOUND = Array.from(
  { length: 20 },
  (_, i) => `RX${i % 5},2024-${String((i % 12) + 1).padStart(2, '0')}-01,${5 + i},${100 + i},${i}`,
)
const HEADINGS = 'org_code,month,seen,attended,falls'

async function read(...faulty: string[]) {
  const rows = [HEADINGS, ...SOUND, ...faulty]
  const { facts } = await readBytes(text(`${rows.join('\n')}\n`), 'rows.csv')
  const figures = facts.series.filter((series) => series.holder === 'RZZ').flatMap((series) => [...series.numerators])
  return { facts, figures }
}

test('a row with one faulty figure goes in with none of its figures', async () => {
  const { facts, figures } = await read('RZZ,2024-01-01,many,100,3')
  expect(facts.faults).toMatchObject([{ place: { line: 22, column: 'seen' }, value: 'many' }])
  expect(figures).toEqual([])
})

test('what is counted is never below nought', async () => {
  const { facts, figures } = await read('RZZ,2024-01-01,5,100,-4')
  expect(facts.faults).toMatchObject([{ place: { line: 22, column: 'falls' }, value: '-4' }])
  expect(figures).toEqual([])
})

test('a figure that is an NHS number is a fault that does not repeat it', async () => {
  const { facts } = await read('RZZ,2024-01-01,5,100,999 000 0018')
  expect(facts.faults).toHaveLength(1)
  expect(JSON.stringify(facts.faults)).not.toContain('000 0018')
})

describe('two rows that give a figure for the same thing', () => {
  const row = (falls: number, seen = 5) => `RZZ,2024-01-01,${seen},100,${falls}`

  test('are both faults when they differ, each with both rows, and nothing of either goes in', async () => {
    const { facts, figures } = await read(row(3), row(4))
    expect(facts.faults).toMatchObject([
      { place: { line: 22 }, reason: 'Rows 22 and 23 give different figures for this: 3 and 4' },
      { place: { line: 23 }, reason: 'Rows 22 and 23 give different figures for this: 3 and 4' },
    ])
    expect(figures).toEqual([])
  })

  test('are fine when they say the same', async () => {
    const { facts, figures } = await read(row(3), row(3))
    expect(facts.faultCount).toBe(0)
    expect(figures.toSorted()).toEqual([100, 3, 5].toSorted())
  })

  test('are all faults when one of three differs', async () => {
    const { facts, figures } = await read(row(3), row(3), row(4))
    expect(facts.faults.map(({ place }) => place.line)).toEqual([22, 23, 24])
    expect(figures).toEqual([])
  })

  test('in whatever order they stand, and however often each', async () => {
    const given = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(given, async (falls) => {
        const { facts, figures } = await read(...falls.map((one) => row(one)))
        const isContradicted = new Set(falls).size > 1
        expect(facts.faultCount).toBe(isContradicted ? falls.length : 0)
        expect(figures).toHaveLength(isContradicted ? 0 : 3)
      }),
      { numRuns: 25 },
    )
  })
})

test('a count is whole, unless its measure has decimals from the start', async () => {
  const { facts, figures } = await read('RZZ,2024-01-01,5,100,3.5')
  expect(facts.faults).toMatchObject([{ place: { line: 22, column: 'falls' }, value: '3.5' }])
  expect(figures).toEqual([])
})

describe('one faulty cell does not change what a column is', () => {
  const sound = Array.from({ length: 9 }, (_, i) => [`2024-0${i + 1}-01`, String(5 + i), String(20 + i), `0.${50 + i}`])
  const kinds = async (rows: readonly (readonly string[])[]) => {
    const { mapping } = await readBytes(
      text(`month,seen within 4 hours,attended in total,occupancy %\n${rows.map((row) => row.join(',')).join('\n')}\n`),
      'kinds.csv',
    )
    return mapping.measures.map(({ code, kind, multiplier, decimals, denominator }) => ({
      ...{ code, kind, multiplier, decimals, denominator },
    }))
  }

  for (const faulty of ['many', '95', '7.25', '-3', '1O4']) {
    test(`“${faulty}”, wherever it stands`, async () => {
      const usual = await kinds(sound)
      for (const at of [0, 4, 8]) {
        for (const column of [1, 2, 3]) {
          const rows = sound.map((row, i) => row.map((cell, j) => (i === at && j === column ? faulty : cell)))
          expect(await kinds(rows), `row ${at}, column ${column}`).toEqual(usual)
        }
      }
    })
  }

  test('of four rows only', async () => {
    const few = sound.slice(0, 4)
    const usual = await kinds(few)
    const rows = few.map((row, i) => (i === 2 ? [row[0]!, 'many', row[2]!, row[3]!] : row))
    expect((await kinds(rows)).map(({ code }) => code)).toEqual(usual.map(({ code }) => code))
  })
})

test('rows that name one of our own measures are figures of it', async () => {
  const known = aMeasure({ code: 'slips-seen', name: 'Slips seen' })
  const rows = Array.from({ length: 6 }, (_, i) => `2024-0${i + 1}-01,${i % 2 ? 'Slips seen' : 'Trips'},${i + 4}`)
  const { facts } = await readBytes(text(`month,indicator,value\n${rows.join('\n')}\n`), 'ours.csv', {
    context: { ...NOTHING_KNOWN, knownMeasures: [known] },
  })
  expect(facts.measures.map(({ code, kind }) => [code, kind])).toEqual([
    ['trips', 'count'],
    ['slips-seen', 'count'],
  ])
})

describe('a row that names one of our own measures is held to its definition', () => {
  const falls = aMeasure({ code: 'falls', name: 'Falls', kind: 'count', decimals: 0 })
  const seen = aMeasure({
    code: 'seen',
    name: 'Seen in time',
    kind: 'proportion',
    denominator: 'all',
    unit: '%',
    multiplier: 100,
  })
  const sound = Array.from({ length: 8 }, (_, i) =>
    [`2024-0${i + 1}-01,Falls,${i + 3},`, `2024-0${i + 1}-01,Seen in time,${80 + i},100`].join('\n'),
  )
  const readNamed = async (row: string) => {
    const { facts } = await readBytes(
      text(`month,indicator,numerator,denominator\n${sound.join('\n')}\n${row}\n`),
      'named.csv',
      {
        context: { ...NOTHING_KNOWN, knownMeasures: [falls, seen] },
      },
    )
    return facts
  }

  test.each([
    ['2024-09-01,Falls,3.5,', 'counted in whole numbers'],
    ['2024-09-01,Falls,-3,', 'below 0'],
    ['2024-09-01,Seen in time,101,100', 'part of a whole'],
  ])('%s', async (row, reason) => {
    const facts = await readNamed(row)
    expect(facts.faults).toMatchObject([{ place: { line: 18 }, reason: expect.stringContaining(reason) }])
  })

  test('and a sound one goes in', async () => {
    expect((await readNamed('2024-09-01,Falls,4,')).faultCount).toBe(0)
  })
})

test('a new measure that rows name and whose figures have fractions is no count', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `2024-0${i + 1}-01,${i % 2 ? 'Beds' : 'Hours'},${i + (i % 2) / 4}`)
  const { facts } = await readBytes(text(`month,indicator,value\n${rows.join('\n')}\n`), 'fractions.csv')
  const beds = facts.measures.find(({ code }) => code === 'beds')!
  expect(beds.kind === 'count' && beds.decimals === 0).toBe(false)
})
