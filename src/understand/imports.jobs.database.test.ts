import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/database.pg.ts'
import type { Database } from '#platform/database.ts'
import { unheld } from '#platform/holds.pg.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { importJobs } from '#understand/imports.jobs.ts'
import { findImport, stopUnfinished } from '#understand/imports.store.ts'
import { listSummaries } from '#understand/series.store.ts'

let clone: TestDatabase
let folder: string

beforeAll(async () => {
  clone = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-jobs-'))
})

afterAll(async () => {
  await clone.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A file of falls, read and waiting for its person. */
async function readAndWaiting(name: string, database: Database = clone.database) {
  const path = join(folder, name)
  writeFileSync(path, 'org_code,month,falls\nTST,2024-01,12\nTST,2024-02,9\nTST,2024-03,11\n')
  const jobs = importJobs(database, (error) => {
    throw error
  })
  const id = await jobs.begin(clone.organisation, null, { name, path, bytes: 60 })
  await jobs.settle(clone.organisation, id, 60_000)
  const state = async () => (await clone.database.as(clone.organisation, (db) => findImport(db, id))).state
  return { jobs, id, state }
}

test('when the program stops, what nobody has decided is given up', async () => {
  const { jobs, state } = await readAndWaiting('undecided.csv')
  await jobs.close()
  expect(await state()).toBe('stopped')
  expect(await clone.database.as(clone.organisation, (db) => listSummaries(db))).toEqual([])
})

test('when the program stops, what was accepted is finished', async () => {
  const { jobs, id, state } = await readAndWaiting('accepted.csv')
  await jobs.accept(clone.organisation, id, {
    placements: {},
    withoutFaults: false,
    overturns: false,
    withdraws: false,
    by: null,
  })
  await jobs.close()
  expect(await state()).toBe('accepted')
  expect(await clone.database.as(clone.organisation, (db) => listSummaries(db))).toMatchObject([{ value: 11 }])
})

describe('a server that starts on the same database', () => {
  const startsUp = (database: Database) => database.as(clone.organisation, stopUnfinished)

  test('leaves the imports of the other alone, until that one has ended, however it ended', async () => {
    const [first, second] = [await openDatabase(clone.programUrl), await openDatabase(clone.programUrl)]
    const { jobs, id, state } = await readAndWaiting('held.csv', first)
    expect(await startsUp(second)).toBe(0)
    expect(await state()).toBe('preview')
    // As when it is killed: it closes no job, its connections end.
    await first.close()
    expect(jobs.find(clone.organisation, id)?.doing).toBe('waiting')
    expect(await startsUp(second)).toBe(1)
    expect(await state()).toBe('stopped')
    await second.close()
  })

  test('an import that is over is held no longer', async () => {
    const { jobs, id, state } = await readAndWaiting('over.csv')
    await jobs.stop(clone.organisation, id)
    expect(await state()).toBe('stopped')
    const free = await clone.database.as(clone.organisation, (db) => unheld(db, [id]))
    expect(free).toEqual([id])
  })

  test('a lock whose connection broke is taken again with the next', async () => {
    const [first, second] = [await openDatabase(clone.programUrl), await openDatabase(clone.programUrl)]
    const free = () => second.as(clone.organisation, (db) => unheld(db, ['one', 'two']))
    await first.holds.take('one')
    await endHolds()
    expect(await free()).toEqual(['one', 'two'])
    await first.holds.take('two')
    expect(await free()).toEqual([])
    await first.holds.release('one')
    expect(await free()).toEqual(['one'])
    await first.close()
    await second.close()
  })
})

/** Ends the connections that hold locks, and waits until they are gone. */
async function endHolds(): Promise<void> {
  const client = new pg.Client({ connectionString: clone.programUrl })
  await client.connect()
  const holders =
    "FROM pg_stat_activity WHERE application_name = 'golden-thread holds' AND datname = current_database()"
  await client.query(`SELECT pg_terminate_backend(pid, 10000) ${holders}`)
  await client.end()
}
