import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, FALLEN, RISEN, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { findMeasure } from '#understand/measure.store.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  const by = await db.database.as(db.organisation, async (own) =>
    addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(own), job: 'Analyst' }),
  )
  visitor.actAs(by)
  const peers = ['RA1', 'RB2', 'RC3', 'RD4', 'RE5', 'RF6', 'RG7']
  await db.database.as(db.organisation, (own) =>
    takeInFigures(
      own,
      [aMeasure({ code: 'falls', name: 'Falls' }), aMeasure({ code: 'stock', name: 'Stock' })],
      [
        { measure: 'falls', values: RISEN },
        ...peers.map((holder, i) => ({ measure: 'falls', holder, values: i === 6 ? FALLEN : STEADY })),
        { measure: 'stock', values: STEADY.map((value) => value - 11) },
      ],
      by,
    ),
  )
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const PREVIEW = '/measures/falls/chart'
const measure = (code = 'falls') => db.database.as(db.organisation, (own) => findMeasure(own, code))
const change = (fields: Readonly<Record<string, string>>) =>
  visitor.post(PREVIEW, { chart: 'c', rules: 'nhs', jumps: 'out', version: '1', reason: 'Small counts', ...fields })

test('the page offers every chart of the kind, each with when to use it, and every rule set with what it looks for', async () => {
  const { text, html } = await visitor.get(PREVIEW)
  for (const said of ['XmR (individuals), in force', 'c (count)', 'Run chart', 'Small counts of separate events'])
    expect(text).toContain(said)
  for (const said of ['NHS Making Data Count, the usual ones, in force', 'Western Electric', 'Nelson', 'IHI', 'Anhøj'])
    expect(text).toContain(said)
  expect(text).toContain('Six or more points in a row on one side of the centre line')
  expect(html).not.toContain('value="p"')
  expect(text).not.toContain('What would change')
})

test('a preview shows old and new side by side, own first, and says how much changes; nothing is saved', async () => {
  const { text, html } = await visitor.get(`${PREVIEW}?chart=c&rules=nhs&jumps=out`)
  expect(text).toMatch(/of 8 charts would say|All 8 charts would say/)
  expect(text).toContain('As it is')
  expect(text).toContain('c (count), NHS Making Data Count')
  expect(text.indexOf('Test Trust')).toBeLessThan(text.indexOf('Named RA1'))
  expect(html.match(/<svg [^>]*class="gt-chart/g)).toHaveLength(8)
  expect(text).toContain('Page 1 of 2')
  expect(await measure()).toMatchObject({ version: 1, definition: { chart: 'xmr' } })
})

test('further charts stand on further pages', async () => {
  const { text, html } = await visitor.get(`${PREVIEW}?chart=c&page=2`)
  expect(text).toContain('Page 2 of 2')
  expect(html.match(/<svg [^>]*class="gt-chart/g)).toHaveLength(8)
})

test('rules that no signal survives say which vanish, by name and time', async () => {
  const { text } = await visitor.get(`${PREVIEW}?chart=xmr&rules=nelson`)
  expect(text).toContain('XmR (individuals), Nelson')
  expect(text).toMatch(/signals? (appears?|vanish(es)?)/)
})

test.each([
  ['a chart of another kind', 'chart=p', 'Choose one of the charts listed'],
  ['rules that nobody has', 'rules=mine', 'Choose one of the rule sets listed'],
  ['jumps neither left out nor kept', 'jumps=maybe', 'Choose whether very large jumps'],
])('%s in the address is said at its field', async (_, query, says) => {
  const page = await visitor.get(`${PREVIEW}?${query}`)
  expect(page.status).toBe(400)
  expect(page.text).toContain(says)
})

test.each([
  ['without a reason', { reason: ' ' }, 'Say why, in a few words'],
  ['with an NHS number in the reason', { reason: 'See 999 000 0018' }, 'NHS number'],
  ['after somebody else changed it', { version: '7' }, 'The definition has changed since'],
  ['to what is in force', { chart: 'xmr' }, 'are in force already'],
])('a change %s is not saved, and the preview comes back', async (_, fields, says) => {
  const page = await change(fields)
  expect(page.status).toBe(400)
  expect(page.text).toContain(says)
  expect(page.text).not.toContain('999 000 0018')
  expect((await measure()).version).toBe(1)
})

test('figures that a chart cannot hold are said before, and refused', async () => {
  const { text } = await visitor.get('/measures/stock/chart?chart=c')
  expect(text).toContain('a count or a time cannot be below 0')
  const page = await visitor.post('/measures/stock/chart', {
    chart: 'c',
    rules: 'nhs',
    jumps: 'out',
    version: '1',
    reason: 'To try',
  })
  expect(page.status).toBe(400)
  expect(page.text).toContain('cannot be put on this chart')
  expect((await measure('stock')).version).toBe(1)
})

test('a change with a reason is the next version, judges every series at once, leaves its entry in the log, and can be undone', async () => {
  const page = await change({ rules: 'nelson', jumps: 'kept' })
  expect(page.path).toBe('/measures/falls#history')
  expect(page.text).toContain('Small counts')
  expect(page.text).toContain('Chart: XmR (individuals) became c (count)')
  expect(page.text).toContain('Rules: NHS Making Data Count became Nelson')
  expect(page.text).toContain('Very large jumps: left out of the limits became kept in the limits')

  const { view, summaries } = await db.database.as(db.organisation, async (own) => {
    const summaries = await listSummaries(own, { measure: 'falls', holder: 'all' })
    return { summaries, view: await findSeries(own, summaries[0]!.id) }
  })
  expect(view.analysis).toMatchObject({ chart: 'c', ruleSet: 'nelson' })
  expect(view.known[0]).toMatchObject({ because: 'definition', definitionVersion: 2, by: 'Ada Test', periods: [] })
  for (const { origin } of summaries) expect(origin).toMatchObject({ definitionVersion: 2 })

  const back = /href="([^"]*)">Go back to the chart and rules of version 1/
    .exec(page.html)![1]!
    .replaceAll('&amp;', '&')
  expect((await visitor.get(back)).text).toContain('What would change')
  await change({ chart: 'xmr', version: '2', reason: 'Back to what the board knows' })
  expect((await measure()).definition).toMatchObject({ chart: 'xmr', rules: 'nhs', screenRanges: true })
})
