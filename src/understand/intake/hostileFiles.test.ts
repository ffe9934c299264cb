import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/errors.ts'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import { LIMITS } from '#understand/intake/readers/reader.ts'
import { readFacts } from '#understand/intake/reading.ts'
import { fileOf, readBytes, text, withFile } from '#understand/intake/samples/written.ts'

const HEADER = ['org_code', 'month', 'falls']
const SMALL = [HEADER, ['RX1', '2024-01-01', 3], ['RX1', '2024-02-01', 4]]
const MEGABYTE = 1 << 20
/** The uncompressed size of an entry, in its own header and in the directory at the end, stands so far after their signatures. */
const DECLARED = [
  { signature: [0x50, 0x4b, 3, 4], at: 22 },
  { signature: [0x50, 0x4b, 1, 2], at: 24 },
]

describe('files that would fill the memory are refused within bounds', () => {
  test('a zip bomb: a workbook that unpacks to more than a table needs', async () => {
    const zeros = new Uint8Array(LIMITS.unpackedBytes / 4 + MEGABYTE)
    const parts = Object.fromEntries([1, 2, 3, 4].map((i) => [`xl/worksheets/sheet${i}.xml`, zeros]))
    expect(await refusal(zipSync(parts), 'bomb.xlsx')).toMatchObject({ code: 'too-large' })
  })

  test('a zip bomb that declares itself small unpacks no further than it declares', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(64 * MEGABYTE) })
    const lying = declaring(bomb, 1_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusal(lying, 'bomb.xlsx')).toMatchObject({ code: 'invalid' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * MEGABYTE)
  })

  test('ten thousand columns, as text and as a spreadsheet', async () => {
    const wide = [Array.from({ length: 10_000 }, (_, i) => `c${i}`), Array.from({ length: 10_000 }, (_, i) => i)]
    for (const type of ['csv', 'xlsx', 'ods', 'json'] as const) {
      const { code, message } = await refusal(fileOf(type, { Wide: wide }), `wide.${type}`)
      expect(code).toBe('too-large')
      expect(message).toContain('10,000 columns')
    }
  })

  test('ten thousand empty columns are nothing', async () => {
    const wide = SMALL.map((row) => [...row, ...Array(10_000 - row.length).fill('')].join(',')).join('\n')
    const { facts } = await readBytes(text(wide), 'wide.csv')
    expect(facts.faultCount).toBe(0)
    expect(facts.series.length).toBe(1)
  })

  test('a quotation mark that is never closed stops where it opened, not at the end of a large file', async () => {
    const lines = [
      'org_code,month,falls',
      'RX1,2024-01-01,3',
      'RX1,"2024-02-01,4',
      ...Array(400_000).fill('RX1,2024-03-01,5'),
    ]
    expect((await refusal(text(lines.join('\n')), 'open.csv')).message).toContain('line 3')
  })

  test('one cell of OpenDocument that stands for a thousand million', async () => {
    const parts = unzipSync(fileOf('ods', { Falls: SMALL }))
    const content = new TextDecoder().decode(parts['content.xml'])
    const repeated = content
      .replaceAll('<table:table-row', '<table:table-row table:number-rows-repeated="1000000"')
      .replaceAll('<table:table-cell', '<table:table-cell table:number-columns-repeated="1000"')
    const bytes = zipSync({ ...parts, mimetype: [parts.mimetype!, { level: 0 }], 'content.xml': text(repeated) })
    expect(await refusal(bytes, 'repeated.ods')).toMatchObject({ code: 'too-large' })
  })

  test('a reading that takes more memory than its thread has is refused, and the program goes on', async () => {
    const rows = [HEADER, ...Array.from({ length: 100_000 }, (_, i) => [`RX${i}`, '2024-01-01', i])]
    const refused = await withFile(fileOf('xlsx', { Falls: rows }), (path) =>
      readFacts({ name: 'large.xlsx', path }, null, NOTHING_KNOWN, { memoryMegabytes: 40 }).catch(
        (error: unknown) => error,
      ),
    )
    expect(refused).toMatchObject({ name: 'Problem', code: 'too-large' })
  })
})

describe('files that are none, or not whole, say so', () => {
  const xlsx = fileOf('xlsx', { Falls: SMALL })
  const cases = [
    { name: 'nothing', bytes: new Uint8Array(), says: 'is empty' },
    { name: 'a workbook cut in half', bytes: xlsx.subarray(0, xlsx.length / 2), says: 'broken' },
    { name: 'another zip', bytes: zipSync({ 'letter.txt': text('Dear all') }), says: 'broken' },
    { name: 'an old workbook cut short', bytes: fileOf('xls', { Falls: SMALL }).subarray(0, 600), says: 'broken' },
    { name: 'a PDF', bytes: text('%PDF-1.7\n'), says: 'PDF' },
    {
      name: 'a web page called .xls',
      bytes: text('<html><table><tr><td>1</td></tr></table></html>'),
      says: 'web page',
    },
    { name: 'a picture', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), says: 'picture' },
    {
      name: 'bytes of a program',
      bytes: Uint8Array.from({ length: 4_000 }, (_, i) => (i * 37) % 251),
      says: 'no table of text',
    },
    {
      name: 'JSON with a NUL in a cell',
      bytes: text('[{"a": "x", "b": 1}, {"a": "x\\u0000", "b": 2}]'),
      says: 'A cell of row 3 holds “\\u0000”',
    },
    {
      name: 'JSON with a NUL in a name',
      bytes: text('[{"a\\u0000": "x", "b": 1}]'),
      says: 'The name of a field holds',
    },
    { name: 'JSON that breaks off', bytes: text('[{"org_code": "RX1",\n"month": '), says: 'line 2' },
    { name: 'JSON without a table', bytes: text('{"a": 1}'), says: 'no table' },
    { name: 'words only', bytes: text('Dear all,\nplease find attached nothing.\n'), says: 'No table' },
    {
      name: 'a quotation mark in the middle of a cell',
      bytes: text('org_code,month,falls\nRX1,"2024"-01-01,3\n'),
      says: 'Line 2',
    },
  ]
  for (const { name, bytes, says } of cases) {
    test(name, async () => expect((await refusal(bytes, 'file.csv')).message).toContain(says))
  }
})

describe('text is read as it was written', () => {
  const table = 'org_code,month,Stürze – falls\r\nRX1,2024-01-01,3\r\nRX1,2024-02-01,4\r\n'
  const utf16 = (bigEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${table}`, 'utf16le')
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
  }
  const cases = [
    { name: 'UTF-8', bytes: text(table) },
    { name: 'UTF-8 with its mark', bytes: text(`\ufeff${table}`) },
    { name: 'UTF-16, as Excel writes “Unicode text”', bytes: utf16(false, true) },
    { name: 'UTF-16 the other way round', bytes: utf16(true, true) },
    { name: 'UTF-16 without its mark', bytes: utf16(false, false) },
    { name: 'Windows-1252', bytes: Uint8Array.from(table, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))) },
    { name: 'ends of lines of old Macintoshes', bytes: text(table.replaceAll('\r\n', '\r')) },
  ]
  for (const { name, bytes } of cases) {
    test(name, async () => {
      const { facts } = await readBytes(bytes, 'falls.csv')
      expect(facts.measures.map((measure) => measure.name)).toEqual(['Stürze – falls'])
      expect(facts.series[0]!.numerators).toEqual(Float64Array.of(3, 4))
    })
  }

  test('a letter of several bytes on the border of two pieces of the file stays whole', async () => {
    const filler = `RX1,2024-01-01,3,${'x'.repeat(100)}\n`
    const before = filler.repeat(Math.floor(MEGABYTE / filler.length) - 1)
    for (const shift of [0, 1, 2, 3]) {
      const start = `org_code,month,falls,note\n${before}`
      const padding = 'y'.repeat(MEGABYTE - start.length - 'RX2,2024-02-01,4,'.length - shift)
      const { facts } = await readBytes(text(`${start}RX2,2024-02-01,4,${padding}😀\n`), 'falls.csv', {})
      expect(facts.holders.map((holder) => holder.code)).toContain('RX2')
    }
  })
})

describe('a file that identifies patients is refused whole', () => {
  const NUMBER = '999 000 0018'
  const cases = [
    {
      name: 'by a column of NHS numbers',
      rows: [
        ['ref', ...HEADER],
        [NUMBER, 'RX1', '2024-01-01', 1],
        [NUMBER, 'RX1', '2024-02-01', 2],
      ],
    },
    {
      name: 'by a heading and one such number',
      rows: [
        ['NHS Number', ...HEADER],
        [NUMBER, 'RX1', '2024-01-01', 1],
        ['unknown', 'RX1', '2024-02-01', 2],
        ['none', 'RX1', '2024-03-01', 2],
      ],
    },
    {
      name: 'by dates of birth',
      rows: [
        ['Date of birth', ...HEADER],
        ['1950-01-01', 'RX1', '2024-01-01', 1],
      ],
    },
    { name: 'also where there is no table of figures', rows: [['NHS number'], [NUMBER]] },
  ]
  for (const type of ['csv', 'xlsx'] as const) {
    for (const { name, rows } of cases) {
      test(`${name}, as ${type}`, async () => {
        const { message } = await refusal(fileOf(type, { Falls: rows }), `falls.${type}`)
        expect(message).toContain('Column 1')
        expect(message.replace(/\D/g, '')).not.toContain('9990000018')
      })
    }
  }

  test('ten-digit figures are no NHS numbers, as few of them pass', async () => {
    const rows = [
      ['org_code', 'month', 'cost'],
      ...Array.from({ length: 24 }, (_, i) => ['RX1', `20${10 + i}-01-01`, 1_000_000_000 + 37_123_457 * i]),
    ]
    expect((await readBytes(fileOf('csv', { Cost: rows }), 'cost.csv')).facts.faultCount).toBe(0)
  })
})

test('a reading can be stopped', async () => {
  const rows = `org_code,month,falls\n${'RX1,2024-01-01,3\n'.repeat(2_000_000)}`
  await withFile(text(rows), async (path) => {
    const controller = new AbortController()
    const stopped = readFacts({ name: 'large.csv', path }, null, NOTHING_KNOWN, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('stopped by a person')),
    })
    await expect(stopped).rejects.toThrow('stopped by a person')
  })
})

async function refusal(bytes: Uint8Array, name: string): Promise<Problem> {
  const outcome = await readBytes(bytes, name).catch((error: unknown) => error)
  if (outcome instanceof Problem) return outcome
  throw outcome instanceof Error ? outcome : new Error('The file was read')
}

/** The same zip, saying everywhere that its entries unpack to `size` bytes. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < bytes.length - 30; i++) {
    for (const { signature, at } of DECLARED)
      if (signature.every((byte, j) => bytes[i + j] === byte)) view.setUint32(i + at, size, true)
  }
  return bytes
}
