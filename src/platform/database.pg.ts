import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database, OrganisationDb } from '#platform/database.ts'
import { openHolds } from '#platform/holds.pg.ts'
import { isId, type OrganisationId } from '#platform/ids.ts'
import { refuseMightyRole } from '#platform/programRole.ts'

const DATE = 1082
const INT8 = 20
const FLOAT8_ARRAY = 1022

// A date is a day, not a moment: as a Date it would move with the machine's time zone.
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, checkedNumber)
// The driver's own array parser is general and slow; these arrays are the bulk of what is read.
pg.types.setTypeParser(FLOAT8_ARRAY as never, floats as never)

/**
 * The program's door to the database.
 *
 * @throws Problem when the role could step round row-level security, with what to run
 */
export async function openDatabase(url: string, options: { readonly connections?: number } = {}): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 8, application_name: 'golden-thread' })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => undefined)
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await refuseMightyRole(kysely)
  } catch (error) {
    await kysely.destroy()
    throw error
  }
  const holds = openHolds(url)
  return {
    holds,
    as: (organisation, work) =>
      kysely.transaction().execute(async (transaction) => work(await within(transaction, organisation))),
    async organisationOfHost(host) {
      const { rows } = await sql<{ organisation_id: OrganisationId }>`
        SELECT organisation_id FROM host WHERE name IN (${host}, '*') ORDER BY name = '*' LIMIT 1`.execute(kysely)
      return rows[0]?.organisation_id ?? null
    },
    async close() {
      await holds.close()
      await kysely.destroy()
    },
  }
}

/** The only place where a transaction learns its organisation. SET takes no parameter: hence the check and the literal. */
async function within(transaction: Transaction<unknown>, organisation: OrganisationId): Promise<OrganisationDb> {
  if (!isId(organisation)) throw new Error('An organisation id is not a UUID')
  await sql.raw(`SET LOCAL app.organisation_id = '${organisation}'`).execute(transaction)
  return Object.assign(transaction, { organisation })
}

function checkedNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`A whole number from the database is too large: ${text}`)
  return number
}

/** "{1,NULL,2.5}" → 1, NaN, 2.5: a missing value is NaN inside the program. */
function floats(text: string): Float64Array {
  if (text.length <= 2) return new Float64Array(0)
  return Float64Array.from(text.slice(1, -1).split(','), (word) => (word === 'NULL' ? Number.NaN : Number(word)))
}
