import pg from 'pg'
import { type Migration, migrate } from '#platform/migrations.ts'
import { databaseSql, OWNER_ROLE, PROGRAM_ROLE, type Roles, rolesSql } from '#platform/postgres/roles.ts'

/** The two addresses of one database: the program's, which owns nothing, and the owner's. */
export interface DatabaseUrls {
  readonly program: string
  readonly owner: string
}

/** Makes what is missing of roles, database and schema on a server whose superuser we are. Safe to run again. */
export async function prepareServer(
  superuserUrl: (database: string) => string,
  database: string,
  roles: Roles,
  migrations: readonly Migration[],
): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl('postgres') })
  await client.connect()
  try {
    const { rows: found } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
      [[OWNER_ROLE, PROGRAM_ROLE]],
    )
    if (found.length < 2) for (const statement of rolesSql(roles)) await client.query(statement)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) for (const statement of databaseSql(database)) await client.query(statement)
  } finally {
    await client.end()
  }
  const urls = {
    program: withUser(superuserUrl(database), PROGRAM_ROLE, roles.programPassword),
    owner: withUser(superuserUrl(database), OWNER_ROLE, roles.ownerPassword),
  }
  await migrate(urls.owner, PROGRAM_ROLE, migrations)
  return urls
}

function withUser(url: string, user: string, password: string): string {
  const address = new URL(url)
  address.username = user
  address.password = password
  return address.href
}
