import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './database.pg.ts'
import { startInstallation } from './installation.ts'
import { readMigrations } from './migrations.ts'

let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-installation-'))
  file = join(folder, 'roles.json')
  await startAndStop()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts, opens the database as the program does, and stops. */
async function startAndStop(): Promise<void> {
  const installation = await startInstallation(folder, readMigrations('migrations'))
  try {
    await (await openDatabase(installation.urls.program)).close()
  } finally {
    await installation.stop()
  }
}

test('the roles’ passwords are kept, for the folder’s owner alone', async () => {
  const kept = readFileSync(file, 'utf8')
  await startAndStop()
  expect(readFileSync(file, 'utf8')).toBe(kept)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

for (const [name, damage] of [
  ['lost', () => rmSync(file)],
  ['cut short', () => writeFileSync(file, '{"ownerPassword":"12')],
  ['empty', () => writeFileSync(file, '')],
  ['half there', () => writeFileSync(file, '{"ownerPassword":"12"}')],
] as const) {
  test(`passwords that are ${name} are made again by the next start`, async () => {
    damage()
    await startAndStop()
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['ownerPassword', 'programPassword'])
  })
}
