import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/database.pg.ts'
import type { Database } from '#platform/database.ts'
import { unheld } from '#platform/holds.pg.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { importJobs } from '#understand/imports.jobs.ts'
import { WorkingPage } from '#understand/imports.pages.tsx'
import { findImport, stopUnfinished } from '#understand/imports.store.ts'
import { PROGRAM_STOPPED } from '#understand/imports.ts'
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

const FALLS = 'org_code,month,falls\nTST,2024-01,12\nTST,2024-02,9\nTST,2024-03,11\n'
const DECISION = { placements: {}, withoutFaults: false, overturns: false, withdraws: false, by: null }

/** A file, of falls unless it says otherwise, read and waiting for its person. */
async function readAndWaiting(name: string, { database = clone.database, text = FALLS } = {}) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const jobs = importJobs(database, (error) => {
    throw error
  })
  const id = await jobs.begin(clone.organisation, null, { name, path, bytes: text.length })
  await jobs.settle(clone.organisation, id, 60_000)
  const record = () => clone.database.as(clone.organisation, (db) => findImport(db, id))
  const state = async () => (await record()).state
  return { jobs, id, path, record, state }
}

test('when the program stops, what nobody has decided is given up', async () => {
  const { jobs, record } = await readAndWaiting('undecided.csv')
  await jobs.close()
  expect(await record()).toMatchObject({ state: 'stopped', summary: { rows: 3, refusal: PROGRAM_STOPPED } })
  expect(await clone.database.as(clone.organisation, (db) => listSummaries(db))).toEqual([])
})

describe('an import of more charts than are written at once', () => {
  test('says how many are done from its beginning, and when the program stops it is given up whole', async () => {
    const rows = Array.from({ length: 1_001 }, (_, i) => `P${i},2024-01,${i % 7}\n`)
    const text = `org_code,month,falls\n${rows.join('')}`
    const { jobs, id, path, record } = await readAndWaiting('huge.csv', { text })
    const job = jobs.find(clone.organisation, id)!
    const says = async () =>
      renderToStaticMarkup(
        WorkingPage({ record: await record(), doing: 'accepting', progress: job.progress, elapsedMs: 6_000 }),
      )
    const gate = await closeGate()
    await jobs.accept(clone.organisation, id, DECISION)
    expect(job.progress).toEqual({ done: 0, of: 1_001 })
    expect(await says()).toContain('0 of 1,001 charts.')
    await gate.somebodyWaits()
    expect(job.progress).toEqual({ done: 1_000, of: 1_001 })
    expect(await says()).toContain('1,000 of 1,001 charts. A few seconds left.')

    const said: string[] = []
    // Asked to stop with a part of it written, it meets an open gate: it could go on.
    job.signal.addEventListener('abort', gate.open)
    await jobs.close((line) => said.push(line), 0)
    expect(said).toEqual([
      'Waiting for the import huge.csv …',
      'Stopped the import huge.csv, nothing of it was taken in',
    ])
    expect(await record()).toMatchObject({
      state: 'stopped',
      acceptedAt: null,
      summary: { added: 0, refusal: PROGRAM_STOPPED },
    })
    expect(await rowsOf('series', 'observation_block', 'peer', 'measure', 'remembered_mapping')).toBe(0)
    expect(existsSync(path)).toBe(false)
  })
})

test('when the program stops, what was accepted is finished if that takes no longer than it is waited for', async () => {
  const { jobs, id, state } = await readAndWaiting('accepted.csv')
  await jobs.accept(clone.organisation, id, DECISION)
  const said: string[] = []
  await jobs.close((line) => said.push(line), 60_000)
  expect(said).toEqual(['Waiting for the import accepted.csv …', 'Took in accepted.csv'])
  expect(await state()).toBe('accepted')
  expect(await clone.database.as(clone.organisation, (db) => listSummaries(db))).toMatchObject([{ value: 11 }])
})

describe('a server that starts on the same database', () => {
  const startsUp = (database: Database) => database.as(clone.organisation, stopUnfinished)

  test('leaves the imports of the other alone, until that one has ended, however it ended', async () => {
    const [first, second] = [await openDatabase(clone.programUrl), await openDatabase(clone.programUrl)]
    const { jobs, id, record, state } = await readAndWaiting('held.csv', { database: first })
    expect(await startsUp(second)).toBe(0)
    expect(await state()).toBe('preview')
    // As when it is killed: it closes no job, its connections end.
    await first.close()
    expect(jobs.find(clone.organisation, id)?.doing).toBe('waiting')
    expect(await startsUp(second)).toBe(1)
    expect(await record()).toMatchObject({ state: 'stopped', summary: { refusal: PROGRAM_STOPPED } })
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

/** Lets nobody write what the statistics say of a series until it is opened. */
async function closeGate() {
  const [closed, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const over = clone.database.as(clone.organisation, async (db) => {
    await sql`LOCK TABLE series_state IN SHARE MODE`.execute(db)
    closed.resolve()
    await opened.promise
  })
  await Promise.race([closed.promise, over])
  const waiting = sql`SELECT FROM pg_locks WHERE NOT granted AND relation = 'series_state'::regclass`
  const somebodyWaits = async (): Promise<void> => {
    const { rows } = await clone.database.as(clone.organisation, (db) => waiting.execute(db))
    if (rows.length === 0) await somebodyWaits()
  }
  return { somebodyWaits, open: () => opened.resolve() }
}

async function rowsOf(...tables: readonly string[]): Promise<number> {
  const counts = await clone.database.as(clone.organisation, (db) =>
    Promise.all(tables.map((table) => sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db))),
  )
  return counts.reduce((sum, { rows }) => sum + rows[0]!.n, 0)
}

/** Ends the connections that hold locks, and waits until they are gone. */
async function endHolds(): Promise<void> {
  const client = new pg.Client({ connectionString: clone.programUrl })
  await client.connect()
  const holders =
    "FROM pg_stat_activity WHERE application_name = 'golden-thread holds' AND datname = current_database()"
  await client.query(`SELECT pg_terminate_backend(pid, 10000) ${holders}`)
  await client.end()
}
