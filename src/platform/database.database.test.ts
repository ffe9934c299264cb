import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { newId, type OrganisationId } from './ids.ts'

let clone: TestDatabase

beforeAll(async () => {
  clone = await testDatabase()
})

afterAll(() => clone.close())

describe('a transaction', () => {
  const rename = (name: string) =>
    clone.database.as(clone.organisation, (db) => sql`UPDATE organisation SET name = ${name}`.execute(db))
  const name = () =>
    clone.database.as(clone.organisation, async (db) => {
      const { rows } = await sql<{ name: string }>`SELECT name FROM organisation`.execute(db)
      return rows[0]?.name
    })

  test('is kept when its work ends well', async () => {
    await rename('Kept')
    expect(await name()).toBe('Kept')
  })

  test('leaves nothing when its work throws', async () => {
    const work = clone.database.as(clone.organisation, async (db) => {
      await sql`UPDATE organisation SET name = 'Lost'`.execute(db)
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await name()).not.toBe('Lost')
  })

  test('of another organisation sees nothing of this one, and changes nothing', async () => {
    const seen = await clone.database.as(newId<'organisation'>(), async (db) => {
      await sql`UPDATE organisation SET name = 'Taken'`.execute(db)
      return (await sql`SELECT * FROM organisation`.execute(db)).rows
    })
    expect(seen).toEqual([])
    expect(await name()).not.toBe('Taken')
  })

  test('takes no organisation that is not an id', async () => {
    const hostile = "x'; DROP TABLE organisation; --" as OrganisationId
    await expect(clone.database.as(hostile, async () => 'ran')).rejects.toThrow('not a UUID')
  })
})

test('without the setting, a connection of the program sees 0 rows, also after it was once set', async () => {
  const client = new pg.Client({ connectionString: clone.programUrl })
  await client.connect()
  const count = async () => Number((await client.query('SELECT count(*) FROM organisation')).rows[0].count)
  expect(await count()).toBe(0)
  await client.query(`BEGIN; SET LOCAL app.organisation_id = '${clone.organisation}'`)
  expect(await count()).toBe(1)
  await client.query('COMMIT')
  expect(await count()).toBe(0)
  await client.end()
})

describe('values', () => {
  const one = (expression: string) =>
    clone.database.as(clone.organisation, async (db) => {
      const { rows } = await sql<{ value: unknown }>`SELECT ${sql.raw(expression)} AS value`.execute(db)
      return rows[0]?.value
    })

  const CASES = [
    {
      name: 'a date stays the day it is, whatever the time zone',
      expression: "date '2026-03-29'",
      value: '2026-03-29',
    },
    { name: 'a bigint is a number', expression: '9007199254740991::bigint', value: 9007199254740991 },
    {
      name: 'numbers in an array are doubles',
      expression: "'{1,2.5,-0.1}'::float8[]",
      value: Float64Array.of(1, 2.5, -0.1),
    },
    {
      name: 'a missing one is NaN inside',
      expression: "'{1,NULL,3}'::float8[]",
      value: Float64Array.of(1, Number.NaN, 3),
    },
    { name: 'an empty array is empty', expression: "'{}'::float8[]", value: new Float64Array(0) },
  ]

  for (const { name, expression, value } of CASES) {
    test(name, async () => expect(await one(expression)).toEqual(value))
  }

  test('a bigint beyond what a number holds is refused, not rounded', async () => {
    await expect(one('9007199254740993::bigint')).rejects.toThrow('too large')
  })
})
