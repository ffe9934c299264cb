import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type Migration, migrate, readMigrations } from './migrations.ts'
import { PROGRAM_ROLE } from './postgres/roles.ts'

let clone: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  clone = await testDatabase()
  owner = new pg.Client({ connectionString: clone.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await clone.close()
})

const run = (...migrations: readonly Migration[]) => migrate(clone.ownerUrl, PROGRAM_ROLE, migrations)

test('what has run does not run again', async () => {
  expect(await run(...readMigrations('migrations'))).toEqual([])
})

test('two programs that start at once take turns: each file runs once', async () => {
  const one = { name: '9001-one.sql', text: 'CREATE TABLE one (id integer)' }
  const two = { name: '9002-two.sql', text: 'CREATE TABLE two (id integer)' }
  const both = await Promise.all([run(one, two), run(one, two)])
  expect(both.flat().sort()).toEqual([one.name, two.name])
})

test('a file that has run and was changed since is refused by its name', async () => {
  await run({ name: '9003-changed.sql', text: 'CREATE TABLE changed (id integer)' })
  await expect(run({ name: '9003-changed.sql', text: 'CREATE TABLE changed (id bigint)' })).rejects.toThrow(
    /9003-changed\.sql has run .* append-only/,
  )
})

test('a file that fails leaves nothing behind, and those before it stay', async () => {
  const good = { name: '9004-good.sql', text: 'CREATE TABLE good (id integer)' }
  const bad = { name: '9005-bad.sql', text: 'CREATE TABLE half (id integer); SELECT * FROM no_such_table' }
  await expect(run(good, bad)).rejects.toThrow('9005-bad.sql failed')
  const { rows } = await owner.query(
    "SELECT tablename FROM pg_tables WHERE tablename IN ('good', 'half') UNION ALL SELECT name FROM migration WHERE name >= '9004' ORDER BY 1",
  )
  expect(rows.map((row) => row.tablename)).toEqual(['9004-good.sql', 'good'])
})

test('“:program” in a file is the name of the program’s role', async () => {
  await run({ name: '9006-grant.sql', text: 'CREATE TABLE shown (id integer); GRANT SELECT ON shown TO :program' })
  const { rows } = await owner.query("SELECT has_table_privilege($1, 'shown', 'SELECT') AS may", [PROGRAM_ROLE])
  expect(rows).toEqual([{ may: true }])
})

describe('a file that changes rows of organisations', () => {
  const CHANGE = "UPDATE organisation SET name = 'Renamed'"
  const nameAndForce = async () => {
    const { rows } = await owner.query(
      "SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = 'organisation'::regclass",
    )
    const [name] = await clone.database.as(clone.organisation, async (db) =>
      (await sql<{ name: string }>`SELECT name FROM organisation`.execute(db)).rows.map((row) => row.name),
    )
    return { ...rows[0], name }
  }

  test('fails rather than silently find none', async () => {
    await expect(run({ name: '9007-hidden.sql', text: CHANGE })).rejects.toThrow(/9007-hidden\.sql failed.*row-level/)
    expect(await nameAndForce()).toEqual({ forced: true, name: 'Test Trust' })
  })

  test('says that it does, and puts the guard back', async () => {
    const [off, on] = ['NO FORCE', 'FORCE'].map((word) => `ALTER TABLE organisation ${word} ROW LEVEL SECURITY;`)
    await run({ name: '9008-said.sql', text: `${off} ${CHANGE}; ${on}` })
    expect(await nameAndForce()).toEqual({ forced: true, name: 'Renamed' })
  })

  test('a new foreign key finds the rows that break it', async () => {
    const text = 'ALTER TABLE unit ADD CONSTRAINT broken FOREIGN KEY (organisation_id, unit_id) REFERENCES person'
    await expect(run({ name: '9009-broken.sql', text })).rejects.toThrow('9009-broken.sql failed')
  })
})

test('only numbered SQL files count, in the order of their numbers', () => {
  const names = readMigrations('migrations').map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
  expect(names[0]).toBe('0001-organisation.sql')
})
