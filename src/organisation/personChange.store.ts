import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import { changeData } from '#organisation/organisation.store.ts'
import { checkedEmail, checkedName } from '#organisation/organisation.ts'
import { findPerson, type NewPerson } from '#organisation/person.store.ts'
import { refusePersonal } from '#organisation/refusals.ts'
import { findUnit } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { PersonId } from '#platform/ids.ts'

/** What somebody did stays theirs, under the new name. @throws Problem for a withdrawn person, and an address that is taken */
export async function changePerson(db: OrganisationDb, id: PersonId, words: NewPerson, by: PersonId): Promise<void> {
  // First: a unit that is being withdrawn meanwhile is seen as such.
  await changeData(db)
  const { withdrawnAt, ...before } = await findPerson(db, id)
  if (withdrawnAt) throw new Problem('conflict', `${before.name} was withdrawn. Bring them back first`)
  refusePersonal(words.job, 'job')
  const after = {
    name: checkedName(words.name),
    email: checkedEmail(words.email),
    unit: words.unit,
    job: words.job.trim(),
  }
  if ((await findUnit(db, after.unit)).withdrawnAt)
    throw new Problem('invalid', 'This unit was withdrawn', { unit: 'This unit was withdrawn. Choose another one' })
  const was = { name: before.name, email: before.email, unit: before.unit, job: before.job }
  if (Object.entries(was).every(([field, value]) => after[field as keyof NewPerson] === value)) return
  await refuseTakenAddress(db, id, after.email)
  await sql`
    UPDATE person SET name = ${after.name}, email = ${after.email}, unit_id = ${after.unit}, job = ${after.job}
     WHERE organisation_id = ${db.organisation} AND person_id = ${id}`.execute(db)
  await recordHappening(db, {
    by,
    what: 'changed',
    subject: { kind: 'person', id },
    detail: { before: was, after },
  })
}

/** Nobody can act as them any more; what they did stays under their name. */
export async function withdrawPerson(db: OrganisationDb, id: PersonId, by: PersonId): Promise<void> {
  const { rows } = await sql`
    UPDATE person SET withdrawn_at = ${new Date()}
     WHERE organisation_id = ${db.organisation} AND person_id = ${id} AND withdrawn_at IS NULL RETURNING person_id`.execute(
    db,
  )
  if (!rows[0]) throw new Problem('conflict', 'This person was withdrawn already')
  await recordHappening(db, { by, what: 'withdrew', subject: { kind: 'person', id } })
}

/** @throws Problem while their unit is withdrawn */
export async function bringBackPerson(db: OrganisationDb, id: PersonId, by: PersonId): Promise<void> {
  await changeData(db)
  const person = await findPerson(db, id)
  if (!person.withdrawnAt) throw new Problem('conflict', `${person.name} is here already`)
  const unit = await findUnit(db, person.unit)
  if (unit.withdrawnAt)
    throw new Problem('conflict', `The unit of ${person.name}, ${unit.name}, was withdrawn. Bring that back first`)
  await sql`UPDATE person SET withdrawn_at = NULL
             WHERE organisation_id = ${db.organisation} AND person_id = ${id}`.execute(db)
  await recordHappening(db, { by, what: 'brought back', subject: { kind: 'person', id } })
}

async function refuseTakenAddress(db: OrganisationDb, id: PersonId, email: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM person
     WHERE organisation_id = ${db.organisation} AND lower(email) = lower(${email}) AND person_id <> ${id}`.execute(db)
  if (!rows[0]) return
  throw new Problem('conflict', `Somebody has the address ${email} already`, {
    email: `${rows[0].name} has this address. Type another one`,
  })
}
