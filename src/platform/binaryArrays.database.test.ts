import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { floatRows, floats, integerRows, integers, texts } from './binaryArrays.ts'

let clone: TestDatabase

beforeAll(async () => {
  clone = await testDatabase()
})

afterAll(() => clone.close())

/** What the server makes of an expression. */
async function read<Value>(expression: ReturnType<typeof sql>): Promise<Value> {
  return clone.database.as(clone.organisation, async (db) => {
    const { rows } = await sql<{ value: Value }>`SELECT ${expression} AS value`.execute(db)
    return rows[0]!.value
  })
}

const RUNS = { numRuns: 60 }
const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\u0000', '').toWellFormed())
const number = fc.double()
const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const numbers = fc.array(number, { maxLength: 8 }).map((values) => Float64Array.from(values))

describe('an array sent in binary arrives as it was', () => {
  test('of texts, with nothing in them quoted, and NULL', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), async (values) => {
        expect(await read(sql`${texts(values)}::text[]`)).toEqual(values)
      }),
      RUNS,
    ))

  test('of whole numbers and NULL', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.option(integer)), async (values) => {
        expect(await read(sql`${integers(values)}::integer[]`)).toEqual(values)
      }),
      RUNS,
    ))

  test('of numbers, where NaN is NULL', () =>
    fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        expect(await read(sql`${floats(values)}::float8[]`)).toEqual(values)
      }),
      RUNS,
    ))
})

describe('arrays of many rows, sent as one', () => {
  test('are cut into the same rows again, of which some are empty or none', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.option(numbers)), async (rows) => {
        const { values, first, last } = floatRows(rows)
        const { rows: cut } = await clone.database.as(clone.organisation, (db) =>
          sql<{ row: Float64Array | null }>`
            SELECT (${values}::float8[])[a:b] AS row
              FROM unnest(${first}::integer[], ${last}::integer[]) WITH ORDINALITY AS t(a, b, i) ORDER BY i`.execute(
            db,
          ),
        )
        expect(cut.map(({ row }) => row)).toEqual(rows)
      }),
      RUNS,
    ))

  test('may be of whole numbers', async () => {
    const { values, first, last } = integerRows([[1, 2], null, [], [-3]])
    const cut = sql`(SELECT array_agg((${values}::integer[])[a:b]::text) FROM unnest(${first}::integer[], ${last}::integer[]) AS t(a, b))`
    expect(await read(cut)).toEqual(['{1,2}', null, '{}', '{-3}'])
  })
})
