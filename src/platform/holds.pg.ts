import { sql } from 'kysely'
import pg from 'pg'
import type { Holds, OrganisationDb } from '#platform/database.ts'

/** Keeps these advisory locks apart from those of other programs, and of migrations. */
const SEED = 7_460_114

/**
 * What this program works on, said to every other program on the same database: one advisory lock for each thing. They
 * belong to a connection of their own, so that they end with the program, however it ends, and need no clock. That
 * connection must be a session's own: not one that a pooler lends out for one transaction.
 */
export function openHolds(url: string): Holds & { close(): Promise<void> } {
  const held = new Set<string>()
  let connection: Promise<pg.Client> | null = null

  /** A connection that breaks takes its locks along: the next call makes another, and takes all of them again. */
  const forget = (broken: Promise<pg.Client> | null) => {
    if (connection === broken) connection = null
  }
  const connect = (): Promise<pg.Client> => {
    const opening = (async () => {
      const client = new pg.Client({ connectionString: url, application_name: 'golden-thread holds', keepAlive: true })
      client.on('error', () => forget(opening))
      await client.connect()
      for (const thing of held) await lock(client, thing)
      return client
    })()
    return opening
  }
  const reconnect = async () => {
    connection ??= connect()
    const opening = connection
    await opening.catch((error: unknown) => {
      forget(opening)
      throw error
    })
  }

  return {
    async take(thing) {
      const current = connection
      const client = await current?.catch(() => null)
      held.add(thing)
      try {
        if (client) return await lock(client, thing)
      } catch {
        // Broken, without having said so yet.
        forget(current)
      }
      await reconnect().catch((error: unknown) => {
        held.delete(thing)
        throw error
      })
    },
    async release(thing) {
      held.delete(thing)
      // Where there is no connection there is no lock.
      const client = await connection?.catch(() => null)
      await client?.query('SELECT pg_advisory_unlock(hashtextextended($1, $2))', [thing, SEED]).catch(() => undefined)
    },
    async close() {
      const client = await connection?.catch(() => null)
      await client?.end()
    },
  }
}

async function lock(client: pg.Client, thing: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, $2))', [thing, SEED])
}

/** Those of the things that no program holds; none can begin to until this transaction ends. */
export async function unheld<Thing extends string>(
  db: OrganisationDb,
  things: readonly Thing[],
): Promise<readonly Thing[]> {
  const { rows } = await sql<{ thing: Thing; isFree: boolean }>`
    SELECT thing, pg_try_advisory_xact_lock(hashtextextended(thing, ${SEED})) AS "isFree"
      FROM unnest(${things}::text[]) AS thing`.execute(db)
  return rows.filter((row) => row.isFree).map((row) => row.thing)
}
