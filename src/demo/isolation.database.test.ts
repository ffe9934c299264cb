import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemonstration } from '#demo/load.ts'
import { createOrganisation } from '#organisation/organisation.store.ts'
import { listPeople } from '#organisation/person.store.ts'
import type { OrganisationId } from '#platform/ids.ts'
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { declineRebase } from '#understand/declinedRebase.store.ts'
import { excludePoint } from '#understand/exclusions.store.ts'
import { rememberMapping } from '#understand/imports.store.ts'
import { declinePhase, listSummaries } from '#understand/series.store.ts'

/** The organisation's tables, from the database's own catalogue. */
let tables: readonly string[]
let empty: Omit<TestDatabase, 'organisation'>
let ours: OrganisationId
let theirs: OrganisationId
let program: pg.Client

/** The demonstration fills nearly every table; the rest is added here, so that none is empty. */
beforeAll(async () => {
  empty = await emptyDatabase()
  const clock = () => new Date(2026, 6, 14)
  ours = (await loadDemonstration(empty.database, () => undefined, clock))!
  theirs = await createOrganisation(empty.database, { code: 'OTHER', name: 'Another Trust', fictional: false })
  await empty.database.as(ours, async (db) => {
    const by = (await listPeople(db))[0]!.id
    const [series] = await listSummaries(db)
    await declinePhase(db, series!.id, { version: 1, reason: 'Counted as before', by })
    await excludePoint(db, series!.id, { period: series!.latestPeriod! - 1, reason: 'Counted twice', by })
    const suggested = { start: series!.latestPeriod! - 9, side: 'high', mean: 3, points: 10 } as const
    await declineRebase(db, series!.id, { ...suggested, reason: 'Known to pass', by })
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

const SETTINGS = [
  { name: 'without the setting', setting: () => null },
  { name: 'with another organisation’s setting', setting: () => theirs },
]

/** Does work in a transaction of the program's role that set the organisation, or none, and undoes it. */
async function inside<Result>(setting: OrganisationId | null, work: () => Promise<Result>): Promise<Result> {
  await program.query('BEGIN')
  try {
    if (setting) await program.query(`SET LOCAL app.organisation_id = '${setting}'`)
    return await work()
  } finally {
    await program.query('ROLLBACK')
  }
}

/** How many rows of ours a statement finds or touches; 'refused' when PostgreSQL does not let it run. */
async function touched(statement: string, values: readonly unknown[] = []): Promise<number | 'refused'> {
  try {
    const { rows } = await program.query<{ organisation_id: OrganisationId }>(statement, [...values])
    return rows.filter((row) => row.organisation_id === ours).length
  } catch (error) {
    if (/row-level security|permission denied/.test((error as Error).message)) return 'refused'
    throw error
  }
}

/** One row of ours as it stands in the table. */
async function rowOfOurs(table: string): Promise<unknown> {
  const { rows } = await program.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`)
  return rows[0]?.row
}

/** A column that the program's role may change; any other where it may change none. */
async function columnOf(table: string): Promise<string> {
  const { rows } = await program.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
      ORDER BY has_column_privilege(attrelid, attnum, 'UPDATE') DESC, attnum LIMIT 1`,
    [table],
  )
  return rows[0]!.name
}

/** Every table is tried, and each fault named by it, so that a table of a later migration is covered unasked. */
async function faultsOf(attempt: (table: string) => Promise<boolean>): Promise<readonly string[]> {
  const faults: string[] = []
  for (const table of tables) if (!(await attempt(table))) faults.push(table)
  return faults
}

test('its own organisation sees rows in every table: what follows is tried on real ones', async () => {
  expect(tables.length).toBeGreaterThanOrEqual(15)
  const seen = (table: string) =>
    inside(ours, async () => Number(await touched(`SELECT organisation_id FROM ${table}`)) > 0)
  expect(await faultsOf(seen)).toEqual([])
})

for (const { name, setting } of SETTINGS) {
  describe(`${name}, in every table`, () => {
    test('no row of ours is seen', async () => {
      const unseen = (table: string) =>
        inside(setting(), async () => (await touched(`SELECT organisation_id FROM ${table}`)) === 0)
      expect(await faultsOf(unseen)).toEqual([])
    })

    test('no row is added to ours', async () => {
      const refused = async (table: string) => {
        const row = await inside(ours, () => rowOfOurs(table))
        const copied = `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1) RETURNING organisation_id`
        return inside(setting(), async () => (await touched(copied, [JSON.stringify(row)])) === 'refused')
      }
      expect(await faultsOf(refused)).toEqual([])
    })

    test('no row of ours is changed', async () => {
      const unchanged = async (table: string) => {
        const column = await columnOf(table)
        const change = `UPDATE ${table} SET ${column} = ${column} RETURNING organisation_id`
        return inside(setting(), async () => [0, 'refused'].includes(await touched(change)))
      }
      expect(await faultsOf(unchanged)).toEqual([])
    })

    test('no row of ours is deleted', async () => {
      const kept = (table: string) =>
        inside(setting(), async () =>
          [0, 'refused'].includes(await touched(`DELETE FROM ${table} RETURNING organisation_id`)),
        )
      expect(await faultsOf(kept)).toEqual([])
    })
  })
}

test('without the setting nothing at all is seen, of whichever organisation', async () => {
  const empty = (table: string) =>
    inside(null, async () => (await program.query(`SELECT FROM ${table} LIMIT 1`)).rowCount === 0)
  expect(await faultsOf(empty)).toEqual([])
})

test('no row of ours is given away to another organisation', async () => {
  const refused = (table: string) =>
    inside(ours, async () => {
      const given = `UPDATE ${table} SET organisation_id = '${theirs}' RETURNING organisation_id`
      return (await touched(given)) === 'refused'
    })
  expect(await faultsOf(refused)).toEqual([])
})
