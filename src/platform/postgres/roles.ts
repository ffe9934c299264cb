import { randomBytes } from 'node:crypto'

/** Owns the tables: migrations, backup, erasure. */
export const OWNER_ROLE = 'golden_thread_owner'
/** Serves people: owns nothing and steps round nothing. */
export const PROGRAM_ROLE = 'golden_thread_program'

/** The passwords of the two roles; only hexadecimal digits, so that they stand in SQL and in addresses as they are. */
export interface Roles {
  readonly ownerPassword: string
  readonly programPassword: string
}

export function newPasswords(): Roles {
  return { ownerPassword: randomBytes(24).toString('hex'), programPassword: randomBytes(24).toString('hex') }
}

/** The SQL, for a superuser, that makes the two roles, or gives new passwords to those in `existing`. */
export function rolesSql(
  { ownerPassword, programPassword }: Roles,
  existing: readonly string[] = [],
): readonly string[] {
  const passwords = { [OWNER_ROLE]: ownerPassword, [PROGRAM_ROLE]: programPassword }
  return Object.entries(passwords).map(([role, password]) =>
    existing.includes(role)
      ? `ALTER ROLE ${role} PASSWORD '${password}'`
      : `CREATE ROLE ${role} LOGIN PASSWORD '${password}' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
  )
}

/** The SQL, for a superuser, that makes a database which only the two roles may enter. */
export function databaseSql(name: string): readonly string[] {
  return [
    `CREATE DATABASE ${name} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${PROGRAM_ROLE}`,
  ]
}
