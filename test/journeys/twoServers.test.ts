import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { listPeople } from '#organisation/person.store.ts'
import type { OrganisationId } from '#platform/ids.ts'
import { emptyDatabase } from '#test/support/database.ts'
import { type Program, removeProgramFolders, startProgram, temporaryFolder } from '#test/support/program.ts'
import { listImports } from '#understand/imports.store.ts'

const running: Program[] = []
let there: Awaited<ReturnType<typeof emptyDatabase>>
let folder: string

beforeEach(async () => {
  there = await emptyDatabase()
  folder = temporaryFolder()
})

afterEach(async () => {
  for (const program of running.splice(0)) await program.stop()
  await there.close()
})

afterAll(removeProgramFolders)

async function started(): Promise<Program> {
  const env = { DATABASE_URL: there.programUrl, DATABASE_OWNER_URL: there.ownerUrl }
  const program = await startProgram({ env, folder, words: ['--demo'] })
  running.push(program)
  return program
}

/** Brings a file and waits, page by page, until it has been read. */
async function bring({ address }: Program): Promise<void> {
  const body = new FormData()
  body.set('file', new File(['org_code,month,ghosts\nZZW,2026-01,3\nZZW,2026-02,4\n'], 'ghosts.csv'))
  const [person] = await there.database.as(await organisation(), listPeople)
  const headers = { origin: address, cookie: `acting-as-${new URL(address).port}=${person!.id}` }
  let page = await fetch(`${address}/imports/new`, { method: 'POST', body, headers })
  while ((await page.clone().text()).includes('data-comes-again')) page = await fetch(page.url, { headers })
}

async function organisation(): Promise<OrganisationId> {
  return (await there.database.organisationOfHost('localhost'))!
}

async function stateOfTheLatest(): Promise<string> {
  const [latest] = await there.database.as(await organisation(), (db) => listImports(db, 1))
  return `${latest!.fileName} ${latest!.state}`
}

test('a second server on the same database, and even in the same folder, leaves the imports of the first alone', async () => {
  const first = await started()
  await bring(first)
  const before = await stateOfTheLatest()
  expect(before).toMatch(/^ghosts\.csv (mapping|preview)$/)

  await started()
  expect(await stateOfTheLatest()).toBe(before)
  expect(readdirSync(join(folder, 'uploads', String(first.child.pid)))).toHaveLength(1)
})

test('what a killed server left half way is stopped by the next one that starts, and its files are gone', async () => {
  const first = await started()
  await bring(first)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  await started()
  expect(await stateOfTheLatest()).toBe('ghosts.csv stopped')
  expect(readdirSync(join(folder, 'uploads'))).toEqual([])
})
