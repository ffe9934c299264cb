import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareServer } from '#platform/installation.ts'
import { readMigrations } from '#platform/migrations.ts'
import { embeddedBinaries, installedBinaries } from '#platform/postgres/binaries.ts'
import { newPasswords } from '#platform/postgres/roles.ts'
import { startServer } from '#platform/postgres/server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's address of the server under test, and the passwords of the two roles. */
    testServer: { readonly superuserUrl: string; readonly ownerPassword: string; readonly programPassword: string }
  }
}

export const TEMPLATE = 'golden_thread_template'

/**
 * One server for all database tests of a run, with one migrated template that tests clone.
 * TEST_SERVER says which: `embedded` (default), or `installed` (the machine's own); TEST_DATABASE_URL names a
 * running one by its superuser's address.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_SERVER === 'named' ? process.env.TEST_DATABASE_URL : undefined
  const passwords = newPasswords()
  if (named) {
    const at = (database: string) => Object.assign(new URL(named), { pathname: `/${database}` }).href
    await prepareServer(at, TEMPLATE, passwords, readMigrations('migrations'))
    project.provide('testServer', { superuserUrl: named, ...passwords })
    return async () => undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-test-'))
  const binaries = process.env.TEST_SERVER === 'installed' ? installedBinaries() : embeddedBinaries()
  if (!binaries) throw new Error('No PostgreSQL server is installed on this machine')
  const server = await startServer(folder, { binaries, throwaway: true })
  await prepareServer(server.url, TEMPLATE, passwords, readMigrations('migrations'))
  project.provide('testServer', { superuserUrl: server.url('postgres'), ...passwords })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
