import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/errors.ts'
import { aMeasure } from '#test/support/figures.ts'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import { fileFacts } from '#understand/intake/fileFacts.ts'
import { openFile } from '#understand/intake/openFile.ts'
import { withFile } from '#understand/intake/samples/written.ts'
import type { Cell } from '#understand/intake/table.ts'

/**
 * Most text files are read by their bytes, line by line; what is not plain goes the careful way, character by character.
 * The same text in UTF-16 goes the careful way from end to end: so both can be laid side by side.
 */
const KNOWN = {
  ...NOTHING_KNOWN,
  knownMeasures: [aMeasure({ code: 'falls', name: 'Falls', kind: 'count', decimals: 0 })],
}

const plainly = (text: string) => Buffer.from(text)
const carefully = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** What was found, or the sentence that refuses it. */
async function outcome<Found>(bytes: Buffer, look: (path: string) => Promise<Found>) {
  return withFile(bytes, async (path) => {
    try {
      return await look(path)
    } catch (error) {
      if (error instanceof Problem) return error.message
      throw error
    }
  })
}

const rowsOf = (bytes: Buffer) =>
  outcome(bytes, async (path) => {
    const rows: [number, readonly Cell[]][] = []
    const { open } = await openFile('text.csv', path)
    open.each({ sheet: () => ({ row: (cells, line) => rows.push([line, [...cells]]), end() {} }) })
    // A row of nothing, which may or may not stand at the end, is nothing.
    return rows.filter(([, cells]) => cells.join('') !== '')
  })

const factsOf = (bytes: Buffer) =>
  outcome(bytes, async (path) => {
    const questions = { recall: async () => null, onProgress() {} }
    const { facts, mapping } = await fileFacts({ name: 'text.csv', path }, null, KNOWN, questions)
    return { facts, mapping }
  })

describe('a text that is read by its bytes gives what the careful way gives', () => {
  test('rows and their lines, or the same refusal', async () => {
    const tableWords = fc.constantFrom(
      'a',
      'bc',
      '1',
      '2.5',
      ',',
      ',',
      ',',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '"',
      '""',
      '"x"',
      '",',
      '\t',
      ' ',
      'é',
      '“',
      '😀',
    )
    const plainLines = fc.constantFrom('a,b,c\n', '1,2,3\n', '"a, b",2,3\r\n', '"q",,\n', 'é,ü,\n', '\n')
    const texts = fc
      .tuple(fc.array(plainLines), fc.array(tableWords))
      .map(([lines, words]) => `a,b,c\n${lines.join('')}${words.join('')}`)
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await rowsOf(plainly(text))).toEqual(await rowsOf(carefully(text)))
      }),
      { numRuns: 200 },
    )
  })

  test('also a line longer than a piece of the file, and one that its end cuts', async () => {
    const long = `a,b\n${'x'.repeat(3 << 19)},1\n${`${'c'.repeat(200)},d\n`.repeat(8_000)}e,f`
    const [plain, careful] = [await rowsOf(plainly(long)), await rowsOf(carefully(long))]
    expect(plain).toHaveLength(8_003)
    expect(JSON.stringify(plain) === JSON.stringify(careful)).toBe(true)
  })

  test('facts, faults and rows left out', async () => {
    await fc.assert(
      fc.asyncProperty(tables(), async (text) => {
        expect(await factsOf(plainly(text))).toEqual(await factsOf(carefully(text)))
      }),
      { numRuns: 25 },
    )
  })

  test('the refusal of a column of NHS numbers', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `RX${i % 7},2024-${String((i % 12) + 1).padStart(2, '0')}-01,${i},999 000 0018`,
    )
    const text = `org_code,month,falls,note\n${rows.join('\n')}\n`
    const refused = await factsOf(plainly(text))
    expect(refused).toContain('NHS numbers')
    expect(refused).toBe(await factsOf(carefully(text)))
  })
})

/** Long tables, mostly of plain rows: beyond the first rows, where headings may stand, they are read by their bytes. */
function tables(): fc.Arbitrary<string> {
  const often = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: odd })
  const code = often(
    fc.constantFrom('RX1', 'RX2', 'RYY'),
    fc.constantFrom('', 'Total', 'England', '"RX1"', 'RX1 ', '9990000018', 'É1'),
  )
  const month = often(
    fc.nat(30).map((i) => `20${String(20 + Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}-01`),
    fc.constantFrom('', 'April 2021', 'Total', '2021-13-01', 'never'),
  )
  const figure = often(
    fc.nat(500).map(String),
    fc.constantFrom(
      '',
      '*',
      '-3',
      '-0',
      '0012',
      '2.50',
      '.5',
      '5.',
      '"1,200"',
      '12%',
      '1e3',
      'many',
      '1234567890123456',
      '9990000018',
    ),
  )
  const measure = fc.constantFrom('Falls', 'Pressure ulcers', 'Handwashing')
  const row = fc.record({ measure, code, month, seen: figure, all: figure })
  const header = fc.constantFrom(
    'measure,org_code,month,seen,attended',
    'org_code,month,seen,attended',
    'month,org_code,seen',
  )
  return fc
    .tuple(header, fc.array(row, { minLength: 230, maxLength: 420 }), fc.nat(600))
    .map(([heading, rows, again]) => {
      const columns = heading.split(',')
      const line = (one: (typeof rows)[number]) => {
        const cells: Readonly<Record<string, string>> = {
          measure: one.measure,
          org_code: one.code,
          month: one.month,
          seen: one.seen,
          attended: one.all,
        }
        return columns.map((column) => cells[column]).join(',')
      }
      const lines = rows.map(line)
      lines.splice(again, 0, heading)
      return `${heading}\n${lines.join('\n')}\n`
    })
}
