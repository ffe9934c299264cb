import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Migration, migrate } from '#platform/migrations.ts'
import { superuserPassword } from '#platform/postgres/cluster.ts'
import { holderOf, portOf } from '#platform/postgres/holder.ts'
import { databaseSql, newPasswords, OWNER_ROLE, PROGRAM_ROLE, type Roles, rolesSql } from '#platform/postgres/roles.ts'
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
  /** Throws everything in the database away: for a demonstration whose loading was cut short. */
  startAfresh(): Promise<void>
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
    const roles = rolesOf(folder)
    const urls = await prepareServer(server.url, DATABASE, roles, migrations)
    return {
      urls,
      stop: () => server.stop(),
      async startAfresh() {
        await asSuperuser(server.url('postgres'), async (client) => {
          await client.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`)
        })
        await prepareServer(server.url, DATABASE, roles, migrations)
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The addresses of the database that a running Golden Thread serves from the folder; null when none does. */
export function runningInstallation(folder: string): DatabaseUrls | null {
  const [password, port] = [superuserPassword(folder), portOf(folder)]
  if (password === null || port === null || holderOf(folder) === null) return null
  return urlsOf((database) => superuserUrl(password, port, database), DATABASE, rolesOf(folder))
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

/** The roles' passwords, made once and kept where only the folder's owner reads. */
function rolesOf(folder: string): Roles {
  const file = join(folder, 'roles.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Roles
  const roles = newPasswords()
  writeFileSync(file, JSON.stringify(roles), { mode: 0o600 })
  return roles
}
