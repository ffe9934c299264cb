import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { PROGRAM_ROLE } from './postgres/roles.ts'

/** Tables that belong to no organisation: what has run, and which organisation answers on which host name. */
const CATALOGUES = ['host', 'migration']

let clone: Omit<TestDatabase, 'organisation'>
let owner: pg.Client

beforeAll(async () => {
  clone = await emptyDatabase()
  owner = new pg.Client({ connectionString: clone.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await clone.close()
})

const namesOf = async (query: string, values: readonly unknown[] = []): Promise<readonly string[]> =>
  (await owner.query<{ name: string }>(query, [...values])).rows.map((row) => row.name)

test('every table is an organisation’s, or a catalogue that is named here', async () => {
  const without = await namesOf(`
    SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND a.attnotnull)
    UNION SELECT 'host' ORDER BY 1`)
  expect(without).toEqual(CATALOGUES)
})

test('every table of an organisation’s data has row-level security that binds its owner too, with a policy on the setting', async () => {
  const open = await namesOf(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL($1)
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
              SELECT FROM pg_policies p WHERE p.tablename = c.relname
                 AND p.qual LIKE '%NULLIF(current_setting(''app.organisation_id''::text, true), ''''::text)%'))`,
    [CATALOGUES],
  )
  expect(open).toEqual([])
})

test('the organisation comes first in every primary key and index of an organisation’s table', async () => {
  const wrong = await namesOf(
    `SELECT i.indexrelid::regclass::text AS name
       FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> ALL($1) AND a.attname IS DISTINCT FROM 'organisation_id'`,
    [CATALOGUES],
  )
  expect(wrong).toEqual([])
})

test('every foreign key of an organisation’s table carries the organisation', async () => {
  const wrong = await namesOf(`
    SELECT k.conrelid::regclass || ' ' || k.conname AS name
      FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND a.attname <> 'organisation_id'`)
  expect(wrong).toEqual([])
})

test('there are no triggers: a cluster would refuse them', async () => {
  expect(await namesOf('SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal')).toEqual([])
})

test('the program owns nothing, and may not change or remove what was known', async () => {
  expect(await namesOf('SELECT relname AS name FROM pg_class WHERE relowner = $1::regrole', [PROGRAM_ROLE])).toEqual([])
  const rights = await namesOf(
    `SELECT c.relname || ' ' || right_ AS name FROM pg_class c, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS right_
      WHERE c.relname IN ('observation_log', 'happening', 'measure_version') AND has_table_privilege($1, c.oid, right_)`,
    [PROGRAM_ROLE],
  )
  expect(rights).toEqual([])
})
