import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '#platform/errors.ts'

/** Any number that no other program of the installation takes. */
const LOCK = 7_460_113

export interface Migration {
  readonly name: string
  readonly text: string
}

/** The plain SQL files of a folder, in the order of their numbers. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/**
 * Brings the schema forward, as the owner, each file in a transaction of its own; two programs that start at
 * once take turns. `:program` in a file stands for the program's role, which owns nothing.
 *
 * The tables' policies bind the owner too. A file that reads or changes rows of organisations says
 * `ALTER TABLE … NO FORCE ROW LEVEL SECURITY` before, and `FORCE` after; one that forgets fails, and changes no row.
 *
 * @returns the names of the files that were run
 * @throws Problem when a file that has run was changed since
 */
export async function migrate(
  ownerUrl: string,
  programRole: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'golden-thread migrations' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    // A policy that would hide rows from a file is an error, not a file that silently finds none.
    await client.query('SET row_security = off')
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, run_at timestamptz NOT NULL)',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM migration')
    const done = new Map(rows.map((row) => [row.name, row.checksum]))
    const run: string[] = []
    for (const migration of migrations) {
      const checksum = createHash('sha256').update(migration.text).digest('hex')
      const before = done.get(migration.name)
      if (before === checksum) continue
      if (before !== undefined) {
        throw new Problem(
          'conflict',
          `${migration.name} has run on this database in another form. Migrations are append-only: put the file back and add a new one`,
        )
      }
      await runOne(client, migration, checksum, programRole)
      run.push(migration.name)
    }
    return run
  } finally {
    await client.end()
  }
}

async function runOne(
  client: pg.Client,
  { name, text }: Migration,
  checksum: string,
  programRole: string,
): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(text.replaceAll(':program', client.escapeIdentifier(programRole)))
    await client.query('INSERT INTO migration VALUES ($1, $2, $3)', [name, checksum, new Date()])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
