import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId, SeriesId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, JANUARY_2024, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor
let id: SeriesId
let by: PersonId

const OUTLIER = 5
const PERIOD = String(JANUARY_2024 + OUTLIER)
/** One month of a hundred falls, as if a whole year had been entered in it. */
const VALUES = STEADY.map((value, i) => (i === OUTLIER ? 100 : value))

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await db.database.as(db.organisation, async (own) => {
    by = await addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(own), job: '' })
    await takeInFigures(own, [aMeasure({ code: 'falls', name: 'Falls' })], [{ measure: 'falls', values: VALUES }], by)
    id = (await listSummaries(own, { measure: 'falls' }))[0]!.id
  })
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const at = () => `/series/${id}/exclusions`
const view = () => db.database.as(db.organisation, (own) => findSeries(own, id))

test('the series with and without the point stand side by side before anything is recorded', async () => {
  const { text } = await visitor.get(`${at()}?period=${PERIOD}`)
  expect(text).toContain('Leave a point out of the limits')
  expect(text).toContain('As it is')
  expect(text).toContain('Without June 2024')
  expect(text).toContain('Figures behind the limits 20 19')
  expect((await view()).excluded).toEqual([])
})

test.each([
  ['the latest figure', String(JANUARY_2024 + 19), 'The latest figure cannot be left out'],
  ['a month without a figure', String(JANUARY_2024 + 40), 'Choose a month that has a figure'],
  ['what is no month', 'June', 'Choose a month that has a figure'],
])('%s is refused, with what to do', async (_, period, says) => {
  const looked = await visitor.get(`${at()}?period=${period}`)
  const sent = await visitor.post(at(), { period, reason: 'Counted twice' })
  for (const page of [looked, sent]) {
    expect(page.status).toBe(400)
    expect(page.text).toContain(says)
  }
})

test.each([
  ['without a reason', ' ', 'Say why this figure does not belong'],
  ['with an NHS number in the reason', 'Patient 999 000 0018', 'NHS number'],
])('%s nothing is recorded, and the comparison comes back', async (_, reason, says) => {
  const page = await visitor.post(at(), { period: PERIOD, reason })
  expect(page.status).toBe(400)
  expect(page.text).toContain(says)
  expect(page.text).toContain('Without June 2024')
  expect(page.html).not.toContain('999 000 0018')
  expect((await view()).excluded).toEqual([])
})

test('a point left out stays on the chart, marked and with its reason, and no limit counts it', async () => {
  const before = await view()
  const { text, html } = await visitor.post(at(), { period: PERIOD, reason: 'A year was typed as a month' })
  expect(text).toMatch(/Left out of the limits Jun 2024, 100\. A year was typed as a month Ada Test/)
  expect(text).toContain('left out of limits and rules')
  expect(text).toContain('1 point left out of the limits: Jun 2024')
  expect(html).toContain('Left out of limits and rules')
  const after = await view()
  expect(after.analysis.values[OUTLIER]).toBe(100)
  expect(after.analysis.excluded).toEqual([OUTLIER])
  expect(after.analysis.upper.at(-1)).toBeLessThan(before.analysis.upper.at(-1)!)
  expect(after.known[0]).toMatchObject({ because: 'exclusion', by: 'Ada Test', periods: [] })
})

test('it stays out when further figures come, and in the overview’s limits too', async () => {
  const measure = aMeasure({ code: 'falls', name: 'Falls' })
  await db.database.as(db.organisation, (own) =>
    takeInFigures(own, [measure], [{ measure: 'falls', values: [11], from: JANUARY_2024 + 20 }], by),
  )
  const { analysis } = await view()
  expect(analysis.excluded).toEqual([OUTLIER])
  const [summary] = await db.database.as(db.organisation, (own) => listSummaries(own, { measure: 'falls' }))
  expect(summary!.upper).toBe(analysis.upper.at(-1))
})

test('it cannot be left out twice', async () => {
  const page = await visitor.post(at(), { period: PERIOD, reason: 'Again' })
  expect(page.status).toBe(400)
  expect(page.text).toContain('This month is left out already')
})

test('it is taken back in, once, and the log says so', async () => {
  const { id: exclusion } = (await view()).excluded[0]!
  const page = await visitor.post(`${at()}/${exclusion}/withdraw`, {})
  expect(page.path).toBe(`/series/${id}#chart`)
  const after = await view()
  expect(after.excluded).toEqual([])
  expect(after.analysis.excluded).toEqual([])
  expect(after.known[0]).toMatchObject({ because: 'exclusion', by: 'Ada Test' })
  expect((await visitor.post(`${at()}/${exclusion}/withdraw`, {})).status).toBe(409)
})
