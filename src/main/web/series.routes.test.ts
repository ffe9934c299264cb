import { unzipSync } from 'fflate'
import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { type TestSite, testSite, textOf } from '#test/support/app.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, JANUARY_2024, RISEN, takeInFigures } from '#test/support/figures.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let site: TestSite
/** Addresses of series, by the code of their measure. */
const at: Record<string, string> = {}

const GAP = 5
const VALUES = RISEN.map((value, i) => (i === GAP ? Number.NaN : value))

beforeAll(async () => {
  db = await testDatabase()
  site = testSite(db.database)
  await db.database.as(db.organisation, async (work) => {
    const by = await addPerson(work, {
      name: 'Ada Placeholder',
      email: 'ada@example.org',
      unit: await rootUnit(work),
      job: '',
    })
    site.actAs(by)
    const falls = aMeasure({
      code: 'falls',
      name: 'Falls, =1+1',
      source: 'Incident system',
      targets: [{ from: null, value: 5 }],
    })
    const few = aMeasure({ code: 'few', name: 'A new one' })
    await takeInFigures(work, [falls], [{ measure: 'falls', values: VALUES }], by)
    await takeInFigures(
      work,
      [falls],
      [{ measure: 'falls', values: [25], from: JANUARY_2024 + 19, provisional: true }],
      by,
    )
    await takeInFigures(work, [few], [{ measure: 'few', values: [1, 2, 3] }], by)
    for (const { id, measure } of await listSummaries(work)) at[measure.code] = `/series/${id}`
  })
})
afterAll(async () => {
  await site.close()
  await db.close()
})

async function page(address: string, status = 200): Promise<string> {
  const answer = await site.get(address)
  expect([answer.status, site.faults]).toEqual([status, []])
  return answer.text()
}

const view = () =>
  db.database.as(db.organisation, (work) =>
    findSeries(work, at.falls!.split('/').at(-1) as Parameters<typeof findSeries>[1]),
  )

describe('the page of a series', () => {
  test('has the reading before the chart, both verdicts, and the way to everything', async () => {
    const html = await page(at.falls!)
    const text = textOf(html)
    expect(html.indexOf('class="gt-reading"')).toBeLessThan(html.indexOf('class="gt-figure"'))
    expect(text).toContain('Concerning')
    expect(text).toContain('Misses target')
    for (const address of ['/figure', '/limits', '/notes', '/chart.svg', '/chart.png', '/data.csv', '/data.xlsx'])
      expect(html).toContain(`href="${at.falls}${address}"`)
  })

  test('shows the chart for desk, phone and print, each with a title, and ids that occur once', async () => {
    const html = await page(at.falls!)
    for (const size of ['desk', 'phone', 'print']) expect(html).toContain(`class="gt-figure__${size}"`)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('says of every signal why it is marked', async () => {
    const text = textOf(await page(at.falls!))
    const { signals } = await view()
    expect(signals.length).toBeGreaterThan(0)
    expect(text).toContain('Why these points are marked')
    expect(text).toContain('Rule: seven or more points in a row on one side of the centre line.')
  })

  test('carries its stamp: data as at, source, versions, provisional or not', async () => {
    expect(textOf(await page(at.falls!))).toMatch(
      /Data as at \d+ \w+ \d{4}; source: Incident system; definition version 1; engine [\d.]+; latest figure provisional/,
    )
  })

  test('has the latest twelve periods as a table, and all when asked', async () => {
    const rows = (html: string) =>
      html
        .split('gt-table--data')[1]!
        .split('</table>')[0]!
        .match(/<th scope="row">/g)!.length
    expect(rows(await page(at.falls!))).toBe(12)
    expect(rows(await page(`${at.falls}?all=yes`))).toBe(20)
  })

  test('keeps the row of a missing period, and the value that was restated', async () => {
    const text = textOf(await page(`${at.falls}?all=yes`))
    expect(text).toContain('Jun 2024 No figure. The month keeps its place on the chart.')
    expect(text).toMatch(/Aug 2025 provisional 25 .* restated; 22 since/)
  })

  test('says what was known when', async () => {
    const text = textOf(await page(at.falls!))
    expect(text).toContain('What was known when')
    expect(text).toMatch(/figures\.csv Ada Placeholder one, restated/)
  })

  test('with too few points has a chart but neither limits nor verdicts', async () => {
    const html = await page(at.few!)
    expect(textOf(html)).toContain('Too few points yet: 3 of 13 months.')
    expect(html).not.toContain('gt-verdicts')
    expect(html).not.toContain('gt-legend')
    expect(html).not.toContain('Lower limit')
    expect(html).not.toContain('Why these points are marked')
  })
})

describe('new limits', () => {
  const start = String(JANUARY_2024 + 10)

  test('are shown with and without before anything is recorded', async () => {
    const text = textOf(await page(`${at.falls}/limits?start=${start}`))
    expect(text).toContain('As it is')
    expect(text).toContain('With new limits from November 2024')
    expect(text).toContain('Points marked')
    expect((await view()).phases).toEqual([])
  })

  test('need a reason, and keep what was typed', async () => {
    const answer = await site.post(`${at.falls}/limits`, { start, baseline: '', reason: ' ' })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('role="alert"')
    expect(html).toContain('<a href="#reason">')
    expect(html).toMatch(/aria-describedby="[^"]*reason-fault"/)
    expect(html).toContain(`name="start" value="${start}"`)
  })

  test('and every other text with an NHS number are refused, and it is not repeated', async () => {
    const forms = [
      [`${at.falls}/limits`, { start, baseline: '', reason: 'patient 999 000 0018 moved' }],
      [`${at.falls}/notes`, { period: start, text: 'patient 999 000 0018 moved' }],
      ['/units', { name: 'patient 999 000 0018', code: 'W2', kind: 'ward', parent: '' }],
      ['/people', { name: 'patient 999 000 0018', email: 'a@example.org', unit: '', job: '' }],
      ['/measures/new', { name: 'patient 999 000 0018', kind: 'count', period: 'month' }],
    ] as const
    for (const [address, fields] of forms) {
      const answer = await site.post(address, fields)
      const html = await answer.text()
      expect([address, answer.status, html.includes('999 000 0018')]).toEqual([address, 400, false])
      expect(textOf(html)).toContain('This holds an NHS number')
    }
    expect((await view()).phases).toEqual([])
  })

  test('are recorded with who and why, drawn on the chart, and can be withdrawn', async () => {
    const recorded = await site.post(`${at.falls}/limits`, { start, baseline: '', reason: 'a new way of counting' })
    expect([recorded.status, recorded.headers.get('location')]).toEqual([303, at.falls])
    const { phases } = await view()
    expect(phases).toMatchObject([{ reason: 'a new way of counting', recordedBy: 'Ada Placeholder' }])
    expect(textOf(await page(at.falls!))).toContain('From November 2024. a new way of counting')
    await site.post(`${at.falls}/limits/${phases[0]!.id}/withdraw`, {})
    expect((await view()).phases).toEqual([])
  })

  const refused = [
    {
      name: 'a month to come',
      start: JANUARY_2024 + 40,
      says: 'There is no figure for May 2027, so no limits can start',
    },
    { name: 'a month without a figure', start: JANUARY_2024 + GAP, says: 'There is no figure for June 2024' },
    { name: 'the first month', start: JANUARY_2024, says: 'Limits start with January 2024 already' },
    { name: 'a month of another age', start: 12, says: 'Choose the month with which the new limits start' },
    { name: 'what is no month', start: 'nonsense', says: 'Choose the month with which the new limits start' },
  ]
  test.each(refused)('from $name are answered by a sentence with what to do', async ({ start: asked, says }) => {
    const html = await page(`${at.falls}/limits?start=${asked}`, 400)
    expect(html).toMatch(new RegExp(`<a href="#start">${says}`))
    const sent = await site.post(`${at.falls}/limits`, { start: String(asked), baseline: '', reason: 'x' })
    expect([sent.status, textOf(await sent.text())]).toEqual([400, expect.stringContaining(says)])
  })

  test('made by a number of figures that cannot be are answered so too', async () => {
    expect(await page(`${at.falls}/limits?start=${start}&baseline=-3`, 400)).toContain('Choose how many figures make')
    const sent = await site.post(`${at.falls}/limits`, { start: '', baseline: '', reason: 'x' })
    expect([sent.status, textOf(await sent.text())]).toEqual([400, expect.stringContaining('Choose the month')])
  })

  test.each(['', 'x', '1', '99999999999', '-1'])(
    'that are kept for the version “%s” are refused in words',
    async (version) => {
      const sent = await site.post(`${at.falls}/limits/keep`, { version, reason: 'as it was' })
      expect(sent.status).toBe(400)
      expect(textOf(await sent.text())).toContain('No version of the definition proposes new limits under this number')
      expect(site.faults).toEqual([])
    },
  )
})

describe('events', () => {
  test('are noted on the chart and taken away again', async () => {
    const period = String(JANUARY_2024 + 9)
    const noted = await site.post(`${at.falls}/notes`, { period, text: 'Ward <b>moved</b>' })
    expect(noted.status).toBe(303)
    expect(await page(at.falls!)).toContain('Ward &lt;b&gt;moved&lt;/b&gt;')
    const { annotations } = await view()
    expect(annotations).toMatchObject([{ text: 'Ward <b>moved</b>', recordedBy: 'Ada Placeholder' }])
    await site.post(`${at.falls}/notes/${annotations[0]!.id}/remove`, {})
    expect((await view()).annotations).toEqual([])
  })

  test('without words are sent back', async () => {
    const answer = await site.post(`${at.falls}/notes`, { period: String(JANUARY_2024), text: '' })
    expect(answer.status).toBe(400)
    expect(textOf(await answer.text())).toContain('Nothing is noted yet')
  })
})

describe('downloads', () => {
  async function download(file: string, of = at.falls): Promise<{ type: string; name: string; bytes: Uint8Array }> {
    const answer = await site.get(`${of}/${file}`)
    expect(answer.status).toBe(200)
    return {
      type: answer.headers.get('content-type')!,
      name: answer.headers.get('content-disposition')!,
      bytes: new Uint8Array(await answer.arrayBuffer()),
    }
  }
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

  test('SVG: the chart on its own, with title and stamp', async () => {
    const { type, name, bytes } = await download('chart.svg')
    expect(type).toBe('image/svg+xml')
    expect(name).toBe('attachment; filename="falls-1-1-test-trust.svg"')
    expect(text(bytes)).toMatch(/^<svg .*Falls, =1\+1.*Incident system.*<\/svg>$/s)
  })

  test('PNG: a picture 2,000 pixels wide', async () => {
    const { bytes } = await download('chart.png')
    expect([...bytes.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)))
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(2000)
  })

  test('CSV: title, stamp, reading and every period, the missing one empty', async () => {
    const rows = papaparse.parse<string[]>(text((await download('data.csv')).bytes).trim()).data
    expect(rows[0]).toEqual(['Falls, =1+1, Test Trust'])
    expect(rows[1]![0]).toContain('latest figure provisional')
    expect(rows).toHaveLength(5 + 20)
    expect(rows.at(-1)!.slice(0, 3)).toEqual(['Aug 2025', '25', '25'])
    expect(rows[5 + GAP]!.slice(0, 3)).toEqual(['Jun 2024', '', ''])
  })

  test('CSV: says what the limits stand on, and has none while there are too few points for them', async () => {
    const table = async (of: string) =>
      papaparse.parse<string[]>(text((await download('data.csv', of)).bytes).trim()).data.slice(1)
    const of = (rows: string[][], heading: string) => rows.slice(4).map((row) => row[rows[3]!.indexOf(heading)])
    const few = await table(at.few!)
    expect(few[0]![0]).toContain('source: figures.csv, taken in ')
    expect(few[0]![0]).toContain('limits none yet: 3 of 13 points')
    expect(of(few, 'Value')).toEqual(['1', '2', '3'])
    expect(of(few, 'Upper limit')).toEqual(['', '', ''])
    expect(of(few, 'Limits')).toEqual(Array(3).fill('none yet: 3 of 13 points'))
    const limits = of(await table(at.falls!), 'Limits')
    expect(limits).toHaveLength(20)
    expect(limits.at(-1)).toMatch(/^phase \d+/)
  })

  test('XLSX: columns as wide as they need, heads that stay, figures with the decimals of the definition', async () => {
    const files = unzipSync((await download('data.xlsx')).bytes)
    const sheet = text(files['xl/worksheets/sheet1.xml']!)
    expect(sheet).toContain('<col ')
    expect(sheet).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/)
    expect(text(files['xl/styles.xml']!)).toContain('#,##0')
  })

  test('XLSX: the same, with numbers as numbers and no formula', async () => {
    const files = unzipSync((await download('data.xlsx')).bytes)
    const sheet = text(files['xl/worksheets/sheet1.xml']!)
    expect(sheet).toContain('<v>25</v>')
    expect(sheet).not.toContain('<f>')
  })
})

test('what is in an address is never trusted', async () => {
  for (const address of ['/series/1', '/series/../people', `${at.falls}/notes/1/remove`]) {
    expect((await site.get(address)).status).toBe(address.endsWith('people') ? 200 : 404)
  }
  expect((await site.post(`${at.falls}/limits/1/withdraw`, {})).status).toBe(404)
  expect(site.faults).toEqual([])
})
