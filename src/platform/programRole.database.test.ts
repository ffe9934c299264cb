import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { openDatabase } from './database.pg.ts'
import { newId } from './ids.ts'
import { OWNER_ROLE, PROGRAM_ROLE } from './postgres/roles.ts'

let clone: Omit<TestDatabase, 'organisation'>
let superuser: pg.Client
const made: string[] = []

beforeAll(async () => {
  clone = await emptyDatabase()
  superuser = new pg.Client({ connectionString: within(inject('testServer').superuserUrl) })
  await superuser.connect()
})

afterEach(async () => {
  // The last made first: it may be a member of those before it.
  for (const role of made.splice(0).reverse()) await superuser.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
})

afterAll(async () => {
  await superuser.end()
  await clone.close()
})

/** The same server's address of the tests' database. */
function within(url: string, who: { username?: string; password?: string } = {}): string {
  return Object.assign(new URL(url), { pathname: new URL(clone.ownerUrl).pathname, ...who }).href
}

/** A role that may enter, with what else it is said to have. */
async function role(attributes = ''): Promise<string> {
  const name = `tested_${newId<'role'>().replaceAll('-', '')}`
  await superuser.query(`CREATE ROLE ${name} LOGIN PASSWORD 'tested' ${attributes}`)
  made.push(name)
  await superuser.query(`GRANT CONNECT ON DATABASE ${new URL(clone.ownerUrl).pathname.slice(1)} TO ${name}`)
  return name
}

const open = async (name: string, words = '') => {
  const url = new URL(within(clone.programUrl, { username: name, password: 'tested' }))
  if (words) url.searchParams.set('options', words)
  await (await openDatabase(url.href, { connections: 1 })).close()
}

const MIGHTY = [
  { name: 'a superuser', make: () => role('SUPERUSER'), says: 'is superuser' },
  { name: 'a role with BYPASSRLS', make: () => role('BYPASSRLS'), says: 'has BYPASSRLS' },
  { name: 'a role that makes roles', make: () => role('CREATEROLE'), says: 'has CREATEROLE' },
  {
    name: 'a role that owns one table',
    make: async () => {
      const name = await role()
      await superuser.query(`CREATE TABLE its_own (id integer); ALTER TABLE its_own OWNER TO ${name}`)
      return name
    },
    says: 'owns tables',
  },
  {
    name: 'a member of the owner’s role',
    make: () => role(`IN ROLE ${OWNER_ROLE}`),
    says: `is a member of the role "${OWNER_ROLE}", which owns tables`,
  },
  {
    name: 'a member that does not inherit: it could SET ROLE',
    make: () => role(`NOINHERIT IN ROLE ${OWNER_ROLE}`),
    says: `is a member of the role "${OWNER_ROLE}"`,
  },
  {
    name: 'a member of a member',
    make: async () => role(`IN ROLE ${await role(`IN ROLE ${OWNER_ROLE}`)}`),
    says: `is a member of the role "${OWNER_ROLE}"`,
  },
  {
    name: 'a member of a role with BYPASSRLS',
    make: async () => role(`IN ROLE ${await role('BYPASSRLS')}`),
    says: 'which has BYPASSRLS',
  },
]

describe('the door stays shut to a role that could see every organisation, with what to run', () => {
  for (const { name, make, says } of MIGHTY) {
    test(name, async () => {
      const refusal = open(await make())
      await expect(refusal).rejects.toThrow(says)
      await expect(refusal).rejects.toThrow('Run "golden-thread database prepare"')
    })
  }

  test('the owner of the tables itself', async () => {
    await expect(openDatabase(clone.ownerUrl)).rejects.toThrow(/owns tables.*golden-thread database prepare/)
  })

  test('a mighty role that puts on a harmless one: it could take it off again', async () => {
    const mighty = await role(`BYPASSRLS IN ROLE ${PROGRAM_ROLE}`)
    await expect(open(mighty, `-c role=${PROGRAM_ROLE}`)).rejects.toThrow(`"${mighty}" in DATABASE_URL has BYPASSRLS`)
  })
})

test('the door is open to a role that has nothing of that kind', async () => {
  await open(await role(`IN ROLE ${PROGRAM_ROLE}`))
})
