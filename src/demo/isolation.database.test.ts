import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '#demo/load.ts'
import { createOrganisation } from '#organisation/organisation.store.ts'
import { listPeople } from '#organisation/person.store.ts'
import type { OrganisationId } from '#platform/ids.ts'
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { rememberMapping } from '#understand/imports.store.ts'
import { declinePhase, listSummaries } from '#understand/series.store.ts'

let empty: Omit<TestDatabase, 'organisation'>
let ours: OrganisationId
let theirs: OrganisationId
let program: pg.Client
let tables: readonly string[]

/** The demonstration fills nearly every table; the rest is added here, so that none is empty. */
beforeAll(async () => {
  empty = await emptyDatabase()
  ours = await loadDemonstration(
    empty.database,
    () => undefined,
    () => new Date(2026, 6, 14),
  )
  theirs = await createOrganisation(empty.database, { code: 'OTHER', name: 'Another Trust', fictional: false })
  await empty.database.as(ours, async (db) => {
    const by = (await listPeople(db))[0]!.id
    const [series] = await listSummaries(db)
    await declinePhase(db, series!.id, { version: 1, reason: 'Counted as before', by })
    await rememberMapping(db, 'a shape', {}, by)
  })
  program = new pg.Client({ connectionString: empty.programUrl })
  await program.connect()
  const { rows } = await program.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
       AND a.attname = 'organisation_id' AND c.relname <> 'host' ORDER BY 1`)
  tables = rows.map((row) => row.name)
})

afterAll(async () => {
  await program.end()
  await empty.close()
})

/** Rows of ours that each table shows, in a transaction that set the organisation, or none. */
async function shown(setting: OrganisationId | null): Promise<ReadonlyMap<string, number>> {
  await program.query('BEGIN')
  if (setting) await program.query(`SET LOCAL app.organisation_id = '${setting}'`)
  const counts = new Map<string, number>()
  for (const table of tables) {
    const { rows } = await program.query(`SELECT count(*) AS n FROM ${table} WHERE organisation_id = $1`, [ours])
    counts.set(table, Number(rows[0].n))
  }
  await program.query('ROLLBACK')
  return counts
}

const withRows = (counts: ReadonlyMap<string, number>) => tables.filter((table) => counts.get(table)! > 0)

test('its own organisation sees rows in every table', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(15)
  expect(withRows(await shown(ours))).toEqual(tables)
})

test('without the setting every table shows 0 rows', async () => {
  expect(withRows(await shown(null))).toEqual([])
})

test('another organisation’s setting shows none of ours in any table', async () => {
  expect(withRows(await shown(theirs))).toEqual([])
})

test('another organisation can add no row to ours', async () => {
  await program.query('BEGIN')
  await program.query(`SET LOCAL app.organisation_id = '${theirs}'`)
  const attempt = program.query(
    `INSERT INTO remembered_mapping (organisation_id, shape, mapping, remembered_at) VALUES ($1, 'theirs', '{}', $2)`,
    [ours, new Date()],
  )
  await expect(attempt).rejects.toThrow('row-level security')
  await program.query('ROLLBACK')
})
