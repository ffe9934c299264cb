import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { SeriesId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, RISEN, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { findMeasure } from '#understand/measure.store.ts'
import { writePack } from '#understand/measurePack.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor
let id: SeriesId

const FALLS = aMeasure({ code: 'falls', name: 'Falls' })
const OURS = {
  id: 'ours',
  label: 'Our rules',
  citation: 'Quality committee, May 2026',
  version: '2',
  rules: [{ rule: 'shift', length: 5, label: 'five in a row on one side' }],
}
const PACK = writePack([aMeasure({ ...FALLS, rules: OURS })])

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await db.database.as(db.organisation, async (own) => {
    const unit = await rootUnit(own)
    const by = await addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit, job: '' })
    visitor.actAs(by)
    await takeInFigures(own, [FALLS], [{ measure: 'falls', values: RISEN }], by)
    id = (await listSummaries(own, { measure: 'falls' }))[0]!.id
  })
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const measure = () => db.database.as(db.organisation, (own) => findMeasure(own, 'falls'))

test('a pack brings rules of one’s own, and its faults are named by file, line and field', async () => {
  const broken = PACK.replace('length: 5', 'length: 0')
  const refused = await visitor.post('/measures/packs/new', { file: new File([broken], 'ours.yaml') })
  expect(refused.text).toMatch(/ours\.yaml:\d+: rules: This rule set cannot be used: rules\[0\]\.length: 0/)

  const planned = await visitor.post('/measures/packs/new', { file: new File([PACK], 'ours.yaml') })
  expect(planned.text).toContain('Rules: NHS Making Data Count becomes Our rules, version 2')
  const applied = await visitor.post('/measures/packs/apply', { name: 'ours.yaml', text: PACK, reason: 'Agreed' })
  expect(applied.path).toBe('/measures')
  expect((await measure()).definition.rules).toEqual(OURS)
})

test('its series are judged by them, and say so in their words', async () => {
  const { text } = await visitor.get(`/series/${id}`)
  expect(text).toContain('Our rules, version 2')
  expect(text).toContain('Rule: five in a row on one side.')
  expect(text).toMatch(/Chance alone flags the latest month of about one steady chart in \d+\./)
  const view = await db.database.as(db.organisation, (own) => findSeries(own, id))
  expect(view.analysis.ruleSet).toBe('ours')
  expect((await visitor.get(`/series/${id}/then-and-now`)).status).toBe(200)
  expect((await visitor.get(`/series/${id}/data.csv`)).status).toBe(200)
})

test('the same pack again is no change', async () => {
  const planned = await visitor.post('/measures/packs/new', { file: new File([PACK], 'ours.yaml') })
  expect(planned.text).toContain('Nothing would change.')
})

test('an edit of other words leaves them as they are', async () => {
  const fields = { name: 'Falls', kind: 'count', period: 'month', weekEnds: '0', decimals: '0', better: 'lower' }
  await visitor.post('/measures/falls/edit', {
    ...fields,
    numerator: FALLS.numerator,
    area: 'Harm',
    reason: 'As the board says',
  })
  const { definition } = await measure()
  expect(definition).toMatchObject({ area: 'Harm', rules: OURS })
})

test('another chart keeps them, and other rules can be previewed and put in their place', async () => {
  const page = await visitor.get('/measures/falls/chart')
  expect(page.text).toContain('Our rules, in force')
  expect((await visitor.get('/measures/falls/chart?chart=c&rules=own')).text).toContain(
    'c (count), Our rules, version 2',
  )
  const { version } = await measure()
  const change = { chart: 'c', jumps: 'out', version: String(version), reason: 'Small counts' }
  await visitor.post('/measures/falls/chart', { ...change, rules: 'own' })
  expect((await measure()).definition).toMatchObject({ chart: 'c', rules: OURS })
  await visitor.post('/measures/falls/chart', { ...change, version: String(version + 1), rules: 'nhs' })
  expect((await measure()).definition).toMatchObject({ chart: 'c', rules: 'nhs' })
})

test('pages with many charts count by them what chance alone would flag', async () => {
  for (const address of ['/', '/overview', '/measures/falls']) {
    const { status, text } = await visitor.get(address)
    expect(status, address).toBe(200)
    expect(text, address).toMatch(/about once in \d+ charts\. Among 1 measure expect 0\.\d false signals\./)
  }
})
