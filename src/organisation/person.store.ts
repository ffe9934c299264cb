import { sql } from 'kysely'
import { checkedEmail, checkedName, type Person } from '#organisation/organisation.ts'
import { refusePersonal } from '#organisation/refusals.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId, type PersonId, type UnitId } from '#platform/ids.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly unit: UnitId
  readonly job: string
}

/** A person as they stand, withdrawn or not. */
export interface PersonRecord extends Person {
  readonly withdrawnAt: Date | null
}

/** Those who act here now, in the order in which they came. */
export async function listPeople(db: OrganisationDb): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    SELECT person_id AS id, name, email, unit_id AS unit, job FROM person
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NULL ORDER BY person_id`.execute(db)
  return rows
}

/** By name. */
export async function listWithdrawnPeople(db: OrganisationDb): Promise<readonly PersonRecord[]> {
  const { rows } = await sql<PersonRecord>`
    SELECT person_id AS id, name, email, unit_id AS unit, job, withdrawn_at AS "withdrawnAt" FROM person
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NOT NULL ORDER BY name, person_id`.execute(db)
  return rows
}

/** @throws Problem not-found */
export async function findPerson(db: OrganisationDb, id: PersonId): Promise<PersonRecord> {
  const { rows } = await sql<PersonRecord>`
    SELECT person_id AS id, name, email, unit_id AS unit, job, withdrawn_at AS "withdrawnAt" FROM person
     WHERE organisation_id = ${db.organisation} AND person_id = ${id}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'There is no such person')
  return rows[0]
}

/** Who acts, by an address: whom one may act as. @throws Problem for an address that nobody here has */
export async function findByAddress(db: OrganisationDb, email: string): Promise<Person> {
  const { rows } = await sql<Person>`
    SELECT person_id AS id, name, email, unit_id AS unit, job FROM person
     WHERE organisation_id = ${db.organisation} AND lower(email) = lower(${email}) AND withdrawn_at IS NULL`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'Nobody here has that address. Add the person on the page People first')
  return rows[0]
}

/** Whom one may act as: somebody who is here and was not withdrawn; null for anybody else. */
export async function findActing(db: OrganisationDb, id: PersonId): Promise<Person | null> {
  const { rows } = await sql<Person>`
    SELECT person_id AS id, name, email, unit_id AS unit, job FROM person
     WHERE organisation_id = ${db.organisation} AND person_id = ${id} AND withdrawn_at IS NULL`.execute(db)
  return rows[0] ?? null
}

export async function addPerson(db: OrganisationDb, person: NewPerson): Promise<PersonId> {
  const name = checkedName(person.name)
  const email = checkedEmail(person.email)
  refusePersonal(person.job, 'job')
  const { rows } = await sql<{ person_id: PersonId }>`
    INSERT INTO person (organisation_id, person_id, name, email, unit_id, job, created_at)
    VALUES (${db.organisation}, ${newId<'person'>()}, ${name}, ${email}, ${person.unit}, ${person.job.trim()}, ${new Date()})
    ON CONFLICT DO NOTHING RETURNING person_id`.execute(db)
  if (!rows[0])
    throw new Problem('conflict', `Somebody has the address ${email} already`, {
      email: 'Somebody has this address already, or had it and was withdrawn. Type another one, or bring them back',
    })
  return rows[0].person_id
}
