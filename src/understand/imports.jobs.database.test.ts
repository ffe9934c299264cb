import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { importJobs } from '#understand/imports.jobs.ts'
import { findImport } from '#understand/imports.store.ts'
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
async function readAndWaiting(name: string) {
  const path = join(folder, name)
  writeFileSync(path, 'org_code,month,falls\nTST,2024-01,12\nTST,2024-02,9\nTST,2024-03,11\n')
  const jobs = importJobs(clone.database, (error) => {
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
  await jobs.accept(clone.organisation, id, { placements: {}, withoutFaults: false, by: null })
  await jobs.close()
  expect(await state()).toBe('accepted')
  expect(await clone.database.as(clone.organisation, (db) => listSummaries(db))).toMatchObject([{ value: 11 }])
})
