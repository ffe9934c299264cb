import { randomBytes } from 'node:crypto'

export const OWNER_ROLE = 'golden_thread_owner'
export const PROGRAM_ROLE = 'golden_thread_program'

export interface Roles {
  readonly ownerPassword: string
  readonly programPassword: string
}

export function newPasswords(): Roles {
  return { ownerPassword: randomBytes(24).toString('hex'), programPassword: randomBytes(24).toString('hex') }
}

/** The SQL, for a superuser, that makes the two roles. The program's role owns nothing and steps round nothing. */
export function rolesSql({ ownerPassword, programPassword }: Roles): readonly string[] {
  return [
    `CREATE ROLE ${OWNER_ROLE} LOGIN PASSWORD '${ownerPassword}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
    `CREATE ROLE ${PROGRAM_ROLE} LOGIN PASSWORD '${programPassword}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
  ]
}

/** The SQL, for a superuser, that makes a database which only the two roles may enter. */
export function databaseSql(name: string): readonly string[] {
  return [
    `CREATE DATABASE ${name} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${PROGRAM_ROLE}`,
  ]
}
