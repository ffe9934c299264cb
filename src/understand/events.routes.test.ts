import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { changeDraft, startImport } from '#understand/imports.store.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { dayOfIso } from '#understand/period.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor
let by: PersonId

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  by = await db.database.as(db.organisation, async (own) =>
    addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(own), job: 'Analyst' }),
  )
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const DAYS = ['2026-01-05', '2026-02-11', '2026-02-11', '2026-03-02'].map(dayOfIso)

/** A series of events, as a file brings it. @returns its id */
async function events(definition: MeasureDefinition, cases: readonly number[] | null): Promise<string> {
  return db.database.as(db.organisation, async (own) => {
    await saveMeasure(own, definition, { by, reason: '' })
    await takeIn(own, definition, cases)
    return (await listSummaries(own, { measure: definition.code }))[0]!.id
  })
}

async function takeIn(
  own: Parameters<typeof startImport>[0],
  definition: MeasureDefinition,
  cases: readonly number[] | null,
) {
  const importId = await startImport(own, { door: 'page', fileName: 'events.csv', fileBytes: 1, by })
  const series = {
    measure: definition.code,
    holder: 'TST',
    stratum: '',
    periods: DAYS,
    numerators: new Float64Array(DAYS.length).fill(1),
    denominators: cases && Float64Array.from(cases),
    spreads: null,
    provisional: null,
  }
  const holders = [{ code: 'TST', name: 'Test Trust', as: 'unit' as const }]
  const facts = { series: [series], measures: [definition], holders, faults: [], leftOut: [], rows: DAYS.length }
  const accepted = await acceptImport(own, { importId, facts, placements: {}, by })
  await changeDraft(own, importId, ['reading'], { state: 'accepted', acceptedBy: by })
  return accepted
}

const known = async (id: string) => {
  const { observations, analysis } = await db.database.as(db.organisation, (own) => findSeries(own, id as never))
  return { days: observations.periods, values: Array.from(analysis.values) }
}

describe('two events on one day', () => {
  const infections = aMeasure({ code: 'infections', kind: 'timeBetween', period: 'event', chart: 't' })

  test('are two events, and the same file again changes nothing', async () => {
    const id = await events(infections, null)
    expect((await known(id)).days).toEqual(DAYS)
    const again = await db.database.as(db.organisation, (own) => takeIn(own, infections, null))
    expect(again).toMatchObject({ added: 0, restated: 0, unchanged: 4 })
  })

  test('are asked about when the second is typed, and then both stand', async () => {
    const { id } = (await db.database.as(db.organisation, (own) => listSummaries(own, { measure: 'infections' })))[0]!
    const asked = await visitor.post(`/series/${id}/figure`, { date: '2026-03-02' })
    expect(asked.text).toContain('An event is known of 2 March 2026 already. Is this another one on the same day?')
    const confirmed = /name="confirmed" value="([^"]*)"/.exec(asked.html)![1]!
    const saved = await visitor.post(`/series/${id}/figure`, { date: '2026-03-02', confirmed })
    expect(saved.text).toContain('Saved')
    expect((await known(id)).days).toEqual([...DAYS, DAYS.at(-1)])

    const importId = /name="import" value="([^"]*)"/.exec(saved.html)![1]!
    await visitor.post(`/series/${id}/figure/take-back`, { import: importId })
    expect((await known(id)).days).toEqual(DAYS)
  })
})

describe('an event of a series that counts cases', () => {
  test('is not taken without them, and says its value with them', async () => {
    const swabs = aMeasure({ code: 'swabs', kind: 'rareEvent', period: 'event', chart: 'g', denominator: 'Operations' })
    const id = await events(swabs, [310, 280, 12, 145])
    const asked = await visitor.post(`/series/${id}/figure`, { date: '2026-05-20' })
    expect(asked.status).toBe(400)
    expect(asked.text).toContain('Operations since the last event')
    expect(asked.text).toContain('Type how many there were since the last event')
    await visitor.post(`/series/${id}/figure`, { date: '2026-05-20', denominator: '402' })
    expect((await known(id)).values).toEqual([310, 280, 12, 145, 402])
  })
})
