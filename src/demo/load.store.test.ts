import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '#demo/load.ts'
import { PLANS } from '#demo/plans/index.ts'
import { UNITS, WEXCOMBE } from '#demo/wexcombe.ts'
import { dataRevision, findOrganisation } from '#organisation/organisation.store.ts'
import { listPeople } from '#organisation/person.store.ts'
import { listPeers, listUnits } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { OrganisationId } from '#platform/ids.ts'
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { listImports } from '#understand/imports.store.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

const CLOCK = () => new Date(2026, 6, 14, 8)

let empty: Omit<TestDatabase, 'organisation'>
let organisation: OrganisationId
beforeAll(async () => {
  empty = await emptyDatabase()
  organisation = (await loadDemonstration(empty.database, () => undefined, CLOCK))!
})
afterAll(() => empty.close())

const inside = <Result>(work: (db: OrganisationDb) => Promise<Result>) => empty.database.as(organisation, work)

test('Wexcombe Hospitals answers on every host name, and says that it is fictional', async () => {
  expect(await empty.database.organisationOfHost('localhost')).toBe(organisation)
  expect(await inside(findOrganisation)).toMatchObject({ name: 'Wexcombe Hospitals', fictional: true })
})

test('an installation that has an organisation is left as it is', async () => {
  const revision = () => inside(dataRevision)
  const before = await revision()
  expect(await loadDemonstration(empty.database, () => undefined, CLOCK)).toBeNull()
  expect(await revision()).toBe(before)
})

test('a loading that is cut short leaves nothing, and the next one begins anew', async () => {
  const fresh = await emptyDatabase()
  const cutShort = (line: string) => {
    if (line.includes('rows')) throw new Error('killed')
  }
  await expect(loadDemonstration(fresh.database, cutShort, CLOCK)).rejects.toThrow('killed')
  expect(await fresh.database.organisationOfHost('localhost')).toBeNull()
  expect(await loadDemonstration(fresh.database, () => undefined, CLOCK)).not.toBeNull()
  await fresh.close()
})

test('its tree has sites, divisions and about twenty wards; its people have addresses that cannot exist', async () => {
  const units = await inside(listUnits)
  expect(units).toHaveLength(UNITS.length + 1)
  expect(units[0]).toMatchObject({ code: WEXCOMBE.code, depth: 0 })
  expect(Math.max(...units.map((unit) => unit.depth))).toBe(3)
  const people = await inside(listPeople)
  expect(people.length).toBeGreaterThanOrEqual(8)
  expect(people.filter((person) => !person.email.endsWith('.example'))).toEqual([])
})

test('every measure has a series for the whole trust, up to the latest complete month before the clock’s day', async () => {
  const own = await inside((db) => listSummaries(db))
  const whole = own.filter((series) => series.holder.code === WEXCOMBE.code)
  expect(whole.map((series) => series.measure.code).sort()).toEqual(PLANS.map((plan) => plan.measure.code).sort())
  const emergency = whole.find((series) => series.measure.code === 'ae-within-4-hours')
  expect(emergency).toMatchObject({ latestLabel: 'Jun 2026', variation: 'concerningLow', assurance: 'misses' })
})

test('peers stand beside it and not in its tree', async () => {
  expect(await inside(listPeers)).toHaveLength(4)
  const peers = await inside((db) => listSummaries(db, { holder: 'peers' }))
  expect(new Set(peers.map((series) => series.measure.code))).toEqual(new Set(['ae-within-4-hours']))
})

test('a rebase has its reason, notes stand at their periods, the latest month is provisional', async () => {
  const [summary] = await inside((db) => listSummaries(db, { measure: 'discharged-before-noon' }))
  const view = await inside((db) => findSeries(db, summary!.id))
  expect(summary).toMatchObject({ provisional: true, variation: 'improvingHigh' })
  expect(view.phases.map((phase) => phase.reason)).toEqual([expect.stringContaining('Discharge lounge')])
  expect(view.annotations).toHaveLength(2)
  expect(view.analysis.phases).toHaveLength(2)
})

test('the latest file restated a few figures of the month before', async () => {
  const [summary] = await inside((db) => listSummaries(db, { measure: 'length-of-stay' }))
  const view = await inside((db) => findSeries(db, summary!.id))
  expect(view.history.at(-2)!.earlier).toHaveLength(1)
  const [latest] = await inside((db) => listImports(db))
  expect(latest).toMatchObject({ state: 'accepted', door: 'demonstration', summary: { restated: 3 } })
})

test('what is planted in wards is found there', async () => {
  const found = await inside((db) => listSummaries(db, { measure: 'falls' }))
  const variations = new Map(found.map((series) => [series.holder.code, series.variation]))
  expect(variations.get('WARD-HERON')).toBe('improvingLow')
  expect(variations.get('WARD-AVOCET')).toBe('concerningHigh')
})
