import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { addUnit } from '#organisation/unit.store.ts'
import { type TestSite, testSite, textOf } from '#test/support/app.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, FALLEN, RISEN, STEADY, takeInFigures } from '#test/support/figures.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let site: TestSite

const MEASURES = [
  aMeasure({ code: 'falls', name: 'Falls', targets: [{ from: null, value: 5 }] }),
  aMeasure({ code: 'births', name: 'Births <b>', area: 'Maternity', better: 'neither' }),
  aMeasure({ code: 'ulcers', name: 'Pressure ulcers' }),
  aMeasure({ code: 'thanks', name: 'Thanks', area: 'Patients', better: 'higher', targets: [{ from: null, value: 1 }] }),
  aMeasure({ code: 'new', name: 'A new one' }),
]

beforeAll(async () => {
  db = await testDatabase()
  site = testSite(db.database)
  await db.database.as(db.organisation, async (work) => {
    await addUnit(work, { code: 'WARD1', name: 'Heron Ward', kind: 'ward', parent: await rootUnit(work) })
    await takeInFigures(work, MEASURES, [
      { measure: 'falls', values: RISEN },
      { measure: 'births', values: RISEN },
      { measure: 'ulcers', values: FALLEN, provisional: true },
      { measure: 'thanks', values: STEADY },
      { measure: 'thanks', values: STEADY, holder: 'WARD1' },
      { measure: 'new', values: [1, 2, 3] },
      { measure: 'falls', values: STEADY, holder: 'RXZ' },
    ])
  })
})
afterAll(async () => {
  await site.close()
  await db.close()
})

async function page(address = '/overview'): Promise<string> {
  const answer = await site.get(address)
  expect(answer.status).toBe(200)
  expect(site.faults).toEqual([])
  return answer.text()
}

/** Names in the summary table, in its order. */
function rowsOf(html: string): string[] {
  return [...html.matchAll(/<tr><th scope="row"><a href="\/series\/[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name!)
}

describe('the overview', () => {
  test('begins with what it says, then shows where each stands', async () => {
    const text = textOf(await page())
    expect(text).toContain('1 of 5 charts is getting worse and 1 is getting better.')
    expect(text).toContain('One, falls, misses its target every time and keeps doing so unless something changes.')
    expect(text).toContain('One more has too few points yet.')
    expect(text).toContain('Start here 1 Falls 22')
    expect(text).toMatch(/once in 5\d charts\. Among 5 charts expect 0\.1 false signals\. There are 3 flagged today/)
  })

  test('has the most concerning first, groups by verdict, and those with too few points apart', async () => {
    const html = await page()
    expect(rowsOf(html)).toEqual(['Falls', 'Births &lt;b&gt;', 'Pressure ulcers', 'Thanks', 'Thanks', 'A new one'])
    expect(html.match(/scope="rowgroup"/g)).toHaveLength(4)
    expect(textOf(html)).toContain('Too few points yet (1)')
    expect(textOf(html)).toContain('3 of 13 points, limits to come')
  })

  test('says of each row value, target, verdicts, mean and limits', async () => {
    const text = textOf(await page())
    expect(text).toMatch(/Falls Safety Aug 2025 22 ≤ 5 Concerning Misses target 16 \d+ to \d+/)
    expect(text).toContain('Pressure ulcers Safety Aug 2025 provisional 10 – Improving No target')
    expect(text).toContain('Thanks Patients · Heron Ward Aug 2025 10 ≥ 1')
  })

  test('shows peers only when they are asked for', async () => {
    expect(textOf(await page())).not.toContain('Named RXZ')
    const peers = await page('/overview?holder=peers')
    expect(rowsOf(peers)).toEqual(['Falls'])
    expect(textOf(peers)).toContain('Safety · Named RXZ')
    expect(rowsOf(await page('/overview?peer=RXZ'))).toEqual(['Falls'])
    expect(rowsOf(await page('/overview?holder=all'))).toHaveLength(7)
  })
})

describe('filters, which live in the address', () => {
  const cases = [
    { address: '?unit=WARD1', rows: ['Thanks'] },
    { address: '?area=Maternity', rows: ['Births &lt;b&gt;'] },
    { address: '?variation=concerning', rows: ['Falls'] },
    { address: '?variation=changed', rows: ['Births &lt;b&gt;'] },
    { address: '?assurance=misses', rows: ['Falls'] },
    { address: '?variation=commonCause&assurance=meets', rows: ['Thanks', 'Thanks'] },
    { address: '?search=ulc', rows: ['Pressure ulcers'] },
    { address: '?variation=nonsense&sort=nonsense&holder=nonsense', rows: 6 },
    { address: '?unit=%27%3B+DROP+TABLE+unit%3B--', rows: 6 },
  ]
  for (const { address, rows } of cases) {
    test(`${address} shows ${Array.isArray(rows) ? rows.join(', ') || 'nothing' : `${rows} rows`}`, async () => {
      const found = rowsOf(await page(`/overview${address}`))
      if (Array.isArray(rows)) expect(found).toEqual(rows)
      else expect(found).toHaveLength(rows)
    })
  }

  const unknown = [
    { address: '?area=Safty', says: 'No such area: Safty. Showing all.' },
    { address: '?unit=WARD9', says: 'No such unit: WARD9. Showing all.' },
    { address: '?measure=nothing', says: 'No such measure: nothing. Showing all.' },
    { address: '?peer=RYY', says: 'No such peer: RYY. Showing all.' },
    { address: '?variation=worse', says: 'No such kind of variation: worse. Showing all.' },
    { address: '?assurance=good', says: 'No such kind of assurance: good. Showing all.' },
    { address: '?holder=theirs', says: 'No such choice of whose: theirs. Showing our own.' },
    { address: '?sort=-height', says: 'No such order: -height. Most concerning first.' },
    { address: '?icons=none', says: 'No such choice of icons: none. Showing icons with words.' },
    { address: '?area=%3Cb%3E', says: 'No such area: &lt;b&gt;. Showing all.' },
    { address: '?area=999+000+0018', says: 'No such area. Showing all.' },
    { address: '?search=999+000+0018', says: 'No such name. Showing all.' },
  ]
  test.each(unknown)('$address is answered: $says', async ({ address, says }) => {
    const html = await page(`/overview${address}`)
    expect(html).toContain(`<p>${says}</p>`)
    expect(html).not.toContain('999')
    expect(rowsOf(html)).toHaveLength(6)
    const csv = await (await site.get(`/overview/data.csv${address}`)).text()
    expect(csv).toContain(says.replace('&lt;b&gt;', '<b>'))
  })

  test('that are known stay when another is not, and links leave the unknown out', async () => {
    const html = await page('/overview?area=Maternity&unit=WARD9')
    expect(rowsOf(html)).toEqual(['Births &lt;b&gt;'])
    expect(html).toContain('href="/overview?area=Maternity&amp;sort=measure"')
  })

  test('that fit nothing say so, and lead back', async () => {
    const html = await page('/overview?search=nowhere')
    expect(textOf(html)).toContain('Nothing fits these filters.')
    expect(html).toContain('<a href="/overview">')
  })

  test('stay chosen in the form', async () => {
    expect(await page('/overview?area=Maternity')).toContain('<option value="Maternity" selected="">')
  })
})

describe('sorting, by a link in the head', () => {
  test('says by which column and which way, and turns round the second time', async () => {
    const byName = await page('/overview?sort=measure')
    expect(rowsOf(byName).slice(0, 3)).toEqual(['Births &lt;b&gt;', 'Falls', 'Pressure ulcers'])
    expect(byName).toContain('<th scope="col" aria-sort="ascending"><a href="/overview?sort=-measure">Measure</a>')
    const turned = await page('/overview?sort=-measure')
    expect(rowsOf(turned).slice(0, 2)).toEqual(['Thanks', 'Thanks'])
    expect(turned).toContain('aria-sort="descending"')
  })

  const figures = [
    { column: 'value', numbers: (row: Figures) => row.value },
    { column: 'mean', numbers: (row: Figures) => row.mean },
    { column: 'target', numbers: (row: Figures) => row.target },
  ]
  type Figures = { readonly value: number; readonly mean: number; readonly target: number }
  test.each(figures)('by $column puts the least first, then the most; none stands last either way', async (one) => {
    const order = async (sort: string) => {
      const csv = await (await site.get(`/overview/data.csv?sort=${sort}`)).text()
      const rows = papaparse.parse<string[]>(csv.trim()).data.slice(2, -1)
      const read = (text: string) => (text === '' ? Number.NaN : Number(text))
      return rows.map((row) => one.numbers({ value: read(row[5]!), target: read(row[8]!), mean: read(row[12]!) }))
    }
    const known = (numbers: readonly number[]) => numbers.filter((number) => !Number.isNaN(number))
    for (const [sort, sign] of [
      [one.column, 1],
      [`-${one.column}`, -1],
    ] as const) {
      const numbers = await order(sort)
      expect(numbers.slice(0, known(numbers).length)).toEqual(known(numbers).toSorted((a, b) => sign * (a - b)))
    }
    expect(await page(`/overview?sort=${one.column}`)).toContain(
      `<th scope="col" class="gt-number" aria-sort="ascending"><a href="/overview?sort=-${one.column}">`,
    )
  })

  test('keeps the filters', async () => {
    expect(await page('/overview?area=Safety')).toContain('href="/overview?area=Safety&amp;sort=measure"')
  })
})

test('a chart whose definition counts something else is marked until somebody decides on new limits', async () => {
  const other = await testDatabase()
  const own = testSite(other.database)
  const inside = <Result>(work: Parameters<typeof db.database.as<Result>>[1]) =>
    other.database.as(other.organisation, work)
  const ids = await inside(async (work) => {
    const by = await addPerson(work, { name: 'Ada', email: 'ada@example.org', unit: await rootUnit(work), job: '' })
    own.actAs(by)
    await takeInFigures(work, MEASURES, [
      { measure: 'falls', values: RISEN },
      { measure: 'ulcers', values: FALLEN },
    ])
    await changeMeasure(work, { ...MEASURES[0]!, numerator: 'falls with harm' }, { by, reason: 'Harm only' })
    return new Map((await listSummaries(work)).map((one) => [one.measure.code, one.id]))
  })
  const text = async () => textOf(await (await own.get('/overview')).text())
  expect(await text()).toContain(
    'One chart counts something else since its definition changed, and nobody has decided on new limits yet: Falls .',
  )
  expect(await text()).toMatch(/Falls Safety Version 2 counts something else: new limits\?/)
  expect(await text()).not.toMatch(/Pressure ulcers Safety Version/)
  const series = await own.get(`/series/${ids.get('falls')}`)
  expect(textOf(await series.text())).toContain('The first figure from then on is still to come')

  const kept = await own.post(`/series/${ids.get('falls')}/limits/keep`, { version: '2', reason: 'Nearly the same' })
  expect(kept.status).toBe(303)
  expect(await text()).not.toContain('counts something else')
  const again = await own.post(`/series/${ids.get('falls')}/limits/keep`, { version: '2', reason: 'Again' })
  expect([again.status, textOf(await again.text())]).toEqual([409, expect.stringContaining('decided already')])
  await own.close()
  await other.close()
})

test('icons alone keep their words for screen readers', async () => {
  const html = await page('/overview?icons=only')
  expect(html).toContain('gt-table--icons')
  expect(textOf(html)).toContain('Concerning Misses target')
})

test('a change of the data is on the next page, although pages are kept', async () => {
  await page('/overview?search=kept')
  const later = aMeasure({ code: 'kept', name: 'Kept for later' })
  await db.database.as(db.organisation, (work) =>
    takeInFigures(work, [later], [{ measure: 'kept', values: STEADY, holder: 'RXY' }]),
  )
  expect(rowsOf(await page('/overview?search=kept&holder=peers'))).toEqual(['Kept for later'])
  expect(rowsOf(await page('/overview?search=kept'))).toEqual([])
})

test('the CSV has the same rows, filtered and sorted alike, with figures as numbers', async () => {
  const answer = await site.get('/overview/data.csv?area=Safety')
  expect(answer.headers.get('content-disposition')).toContain('overview.csv')
  const rows = papaparse.parse<string[]>((await answer.text()).trim()).data
  expect(rows[0]).toEqual(['Overview of Test Trust'])
  expect(rows[2]!.slice(0, 10)).toEqual(['Falls', 'Safety', 'Test Trust', '', 'Aug 2025', '22', '', '', '5', 'lower'])
  expect(rows.slice(2).map(([name]) => name)).toEqual(['Falls', 'Pressure ulcers', 'A new one'])
  expect(rows.at(-1)).toContain('too few points yet (3 of 13)')
})

test('before there are figures it says what to do first', async () => {
  const other = await testDatabase()
  const empty = testSite(other.database)
  for (const address of ['/', '/overview']) {
    const html = await (await empty.get(address)).text()
    expect(html).toContain('<a class="gt-button" href="/imports/new">')
  }
  await empty.close()
  await other.close()
})
