import { sql } from 'kysely'
import { checkedEmail, checkedName, type Person } from '#organisation/organisation.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId, type PersonId, type UnitId } from '#platform/ids.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly unit: UnitId
  readonly job: string
}

export async function listPeople(db: OrganisationDb): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    SELECT person_id AS id, name, email, unit_id AS unit, job FROM person
     WHERE organisation_id = ${db.organisation} ORDER BY person_id`.execute(db)
  return rows
}

export async function findPerson(db: OrganisationDb, id: PersonId): Promise<Person | null> {
  const { rows } = await sql<Person>`
    SELECT person_id AS id, name, email, unit_id AS unit, job FROM person
     WHERE organisation_id = ${db.organisation} AND person_id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function addPerson(db: OrganisationDb, person: NewPerson): Promise<PersonId> {
  const name = checkedName(person.name)
  const email = checkedEmail(person.email)
  const { rows } = await sql<{ person_id: PersonId }>`
    INSERT INTO person (organisation_id, person_id, name, email, unit_id, job, created_at)
    VALUES (${db.organisation}, ${newId<'person'>()}, ${name}, ${email}, ${person.unit}, ${person.job.trim()}, ${new Date()})
    ON CONFLICT DO NOTHING RETURNING person_id`.execute(db)
  if (!rows[0])
    throw new Problem('conflict', `Somebody has the address ${email} already`, { email: 'Type another address' })
  return rows[0].person_id
}
