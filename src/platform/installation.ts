import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Migration, migrate } from '#platform/migrations.ts'
import { superuserPassword } from '#platform/postgres/cluster.ts'
import { holderOf, portOf } from '#platform/postgres/holder.ts'
import { databaseSql, newPasswords, OWNER_ROLE, PROGRAM_ROLE, type Roles, rolesSql } from '#platform/postgres/roles.ts'
import { writeSecret } from '#platform/postgres/secret.ts'
import { startServer, superuserUrl } from '#platform/postgres/server.ts'

/** The two addresses of one database: the program's, which owns nothing, and the owner's. */
export interface DatabaseUrls {
  readonly program: string
  readonly owner: string
}

/** A database that is ready for use, in a folder of this machine. */
export interface Installation {
  readonly urls: DatabaseUrls
  /** Stops the server, if it was started here. */
  stop(): Promise<void>
}

const DATABASE = 'golden_thread'

/**
 * Makes the folder's server run, with roles, database and schema.
 *
 * @throws Problem when another Golden Thread runs on the same folder
 */
export async function startInstallation(folder: string, migrations: readonly Migration[]): Promise<Installation> {
  const server = await startServer(folder)
  try {
    const urls = await prepareServer(server.url, DATABASE, ensureRoles(folder), migrations)
    return { urls, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The addresses of the database that a running Golden Thread serves from the folder; null when none does. */
export function runningInstallation(folder: string): DatabaseUrls | null {
  const [password, port, roles] = [superuserPassword(folder), portOf(folder), readRoles(folder)]
  if (password === null || port === null || roles === null || holderOf(folder) === null) return null
  return urlsOf((database) => superuserUrl(password, port, database), DATABASE, roles)
}

/** Makes what is missing of roles, database and schema on a server whose superuser we are. Safe to run again. */
export async function prepareServer(
  urlOf: (database: string) => string,
  database: string,
  roles: Roles,
  migrations: readonly Migration[],
): Promise<DatabaseUrls> {
  await asSuperuser(urlOf('postgres'), async (client) => {
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles')
    for (const statement of rolesSql(
      roles,
      rows.map((row) => row.rolname),
    )) {
      await client.query(statement)
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) for (const statement of databaseSql(database)) await client.query(statement)
  })
  const urls = urlsOf(urlOf, database, roles)
  await migrate(urls.owner, PROGRAM_ROLE, migrations)
  return urls
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlsOf(urlOf: (database: string) => string, database: string, roles: Roles): DatabaseUrls {
  const asRole = (username: string, password: string) =>
    Object.assign(new URL(urlOf(database)), { username, password }).href
  return {
    program: asRole(PROGRAM_ROLE, roles.programPassword),
    owner: asRole(OWNER_ROLE, roles.ownerPassword),
  }
}

/** The roles' passwords, made once and kept where only the folder's owner reads; null where there are none. */
function readRoles(folder: string): Roles | null {
  const file = rolesFile(folder)
  if (!existsSync(file)) return null
  try {
    const { ownerPassword, programPassword } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Roles>
    return ownerPassword && programPassword ? { ownerPassword, programPassword } : null
  } catch {
    return null
  }
}

/** Passwords that are lost or damaged are replaced: every start tells the database which ones count. */
function ensureRoles(folder: string): Roles {
  const known = readRoles(folder)
  if (known) return known
  const roles = newPasswords()
  writeSecret(rolesFile(folder), JSON.stringify(roles))
  return roles
}

function rolesFile(folder: string): string {
  return join(folder, 'roles.json')
}
