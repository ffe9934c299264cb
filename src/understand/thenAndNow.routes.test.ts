import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { PersonId, SeriesId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, JANUARY_2024, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { excludePoint } from '#understand/exclusions.store.ts'
import { listImports } from '#understand/imports.store.ts'
import { findMeasure } from '#understand/measure.store.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { rejudgeByThisEngine } from '#understand/rejudge.store.ts'
import { listSummaries } from '#understand/series.store.ts'
import { takeBackImport } from '#understand/takeBack.store.ts'

let db: TestDatabase
let visitor: Visitor
let id: SeriesId
let by: PersonId

const FALLS = aMeasure({ code: 'falls', name: 'Falls' })

const inside = <Result>(work: (own: OrganisationDb) => Promise<Result>) => db.database.as(db.organisation, work)
const bring = (values: readonly number[], from = JANUARY_2024) =>
  inside(async (own) => {
    const { definition } = await findMeasure(own, 'falls')
    await takeInFigures(own, [definition], [{ measure: 'falls', values, from }], by)
  })
const page = async (query = '') => (await visitor.get(`/series/${id}/then-and-now${query}`)).text

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await inside(async (own) => {
    by = await addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(own), job: '' })
    await takeInFigures(own, [FALLS], [{ measure: 'falls', values: STEADY }], by)
    id = (await listSummaries(own, { measure: 'falls' }))[0]!.id
  })
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

test('as long as nothing else is said, the page says so, and the series leads to it', async () => {
  expect((await visitor.get(`/series/${id}`)).html).toContain(`href="/series/${id}/then-and-now"`)
  const text = await page()
  expect(text).toContain('What was said then would be said today as well.')
  expect(text).toContain('figures.csv Aug 2025 No special change the same –')
})

test('restated figures that move a verdict are named', async () => {
  await bring([1, 2, 1, 2, 1, 2, 1], JANUARY_2024 + 13)
  const text = await page()
  expect(text).toContain('One verdict of 2 would be another today.')
  expect(text).toContain(
    'Figures up to then are others now (Feb 2025, Mar 2025, Apr 2025, May 2025, and 3 more): Improving.',
  )
})

test('so are a new definition, points left out, and another engine', async () => {
  await inside((own) =>
    changeMeasure(own, { ...FALLS, targets: [{ from: null, value: 5 }] }, { by, reason: 'Agreed by the board' }),
  )
  await inside((own) => excludePoint(own, id, { period: JANUARY_2024 + 3, reason: 'Counted twice', by }))
  await inside(async (own) => {
    await sql`UPDATE series_state SET engine = '0.0.1' WHERE series_id = ${id}`.execute(own)
    await rejudgeByThisEngine(own)
  })
  const text = await page()
  expect(text).toContain('Version 2 of the definition, the same figures')
  expect(text).toContain('A point left out or taken back in, the same figures')
  expect(text).toMatch(/Version [\d.]+ of the statistics, the same figures/)
  expect(text).toContain('The definition was version 1, and is 2: ')
})

test('an import that was taken back is in what was known meanwhile, and no longer afterwards', async () => {
  const [latest] = await inside((own) => listImports(own))
  await inside((own) => takeBackImport(own, latest!.id, by))
  const text = await page()
  expect(text).toContain('Taken back: figures.csv Aug 2025')
  expect(text).toMatch(/Improving, .*Figures up to then are others now/)
})

test('only the latest entries are shown, and all when asked', async () => {
  for (let i = 0; i < 22; i++) await bring([10 + (i % 3)], JANUARY_2024 + 20 + i)
  expect(await page()).toMatch(/The latest 24 are shown\. Show all 28/)
  expect(await page('?all=yes')).not.toContain('are shown')
})
