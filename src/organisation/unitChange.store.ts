import { sql } from 'kysely'
import { recordHappening } from '#organisation/happening.store.ts'
import type { HeldAt, Hold } from '#organisation/hold.ts'
import { changeData } from '#organisation/organisation.store.ts'
import { checkedCode, checkedName, type UnitKind } from '#organisation/organisation.ts'
import { findUnit, type UnitRecord } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { PersonId, UnitId } from '#platform/ids.ts'

/** What may change of a unit. The organisation's own has no parent, and stays what it is. */
export interface UnitWords {
  readonly name: string
  readonly code: string
  readonly kind: UnitKind
  readonly parent: UnitId | null
}

/**
 * Renames or moves a unit, with everything below it; figures, people and history stay with it. The organisation's own
 * unit and the organisation have one name and one code.
 *
 * @throws Problem for a withdrawn unit, a code that is taken, and a place that cannot be
 */
export async function changeUnit(db: OrganisationDb, id: UnitId, words: UnitWords, by: PersonId): Promise<void> {
  await changeData(db)
  const before = await findUnit(db, id)
  if (before.withdrawnAt) throw new Problem('conflict', `${before.name} was withdrawn. Bring it back first`)
  const after = { ...words, name: checkedName(words.name), code: checkedCode(words.code) }
  if (before.parent === null) Object.assign(after, { kind: before.kind, parent: null })
  const was = { name: before.name, code: before.code, kind: before.kind, parent: before.parent }
  if (Object.entries(was).every(([field, value]) => after[field as keyof UnitWords] === value)) return
  await refuseTakenCode(db, id, after.code)
  const path = after.parent === null ? before.path : `${await pathAbove(db, before, after.parent)}${id}/`
  await sql`
    UPDATE unit SET name = ${after.name}, code = ${after.code}, kind = ${after.kind}, parent_id = ${after.parent}
     WHERE organisation_id = ${db.organisation} AND unit_id = ${id}`.execute(db)
  await sql`
    UPDATE unit SET path = ${path} || substr(path, ${before.path.length + 1})
     WHERE organisation_id = ${db.organisation} AND path LIKE ${`${before.path}%`}`.execute(db)
  if (before.parent === null) {
    await sql`UPDATE organisation SET name = ${after.name}, code = ${after.code}
               WHERE organisation_id = ${db.organisation}`.execute(db)
  }
  await recordHappening(db, {
    by,
    what: 'changed',
    subject: { kind: 'unit', id },
    detail: { before: was, after: { name: after.name, code: after.code, kind: after.kind, parent: after.parent } },
  })
}

/** Everything that keeps a unit from being withdrawn; empty when nothing does. */
export async function holdsOf(db: OrganisationDb, unit: UnitRecord, heldAt: HeldAt): Promise<readonly Hold[]> {
  if (unit.parent === null)
    return [{ what: 'It is the organisation itself', path: '/units', remedy: 'Withdraw units below it only' }]
  const { rows: children } = await sql<{ id: UnitId; name: string }>`
    SELECT unit_id AS id, name FROM unit
     WHERE organisation_id = ${db.organisation} AND parent_id = ${unit.id} AND withdrawn_at IS NULL ORDER BY name`.execute(
    db,
  )
  const { rows: people } = await sql<{ id: PersonId; name: string }>`
    SELECT person_id AS id, name FROM person
     WHERE organisation_id = ${db.organisation} AND unit_id = ${unit.id} AND withdrawn_at IS NULL ORDER BY name`.execute(
    db,
  )
  const held = await heldAt(db, unit)
  return [
    ...children.map(({ id, name }) => ({
      what: `${name} belongs to it`,
      path: `/units/${id}`,
      remedy: 'Move it to another unit, or withdraw it first',
    })),
    ...people.map(({ id, name }) => ({
      what: `${name} works there`,
      path: `/people/${id}`,
      remedy: 'Give them another unit, or withdraw them first',
    })),
    ...(held ? [held] : []),
  ]
}

/** Takes a unit out of the tree and of every choice; nothing is deleted. @throws Problem while something holds it */
export async function withdrawUnit(db: OrganisationDb, id: UnitId, by: PersonId, heldAt: HeldAt): Promise<void> {
  await changeData(db)
  const unit = await findUnit(db, id)
  if (unit.withdrawnAt) throw new Problem('conflict', `${unit.name} was withdrawn already`)
  const holds = await holdsOf(db, unit, heldAt)
  if (holds.length > 0) {
    const said = holds.map(({ what, path, remedy }) => [path, `${what}. ${remedy}.`])
    throw new Problem('conflict', `${unit.name} cannot be withdrawn yet`, Object.fromEntries(said))
  }
  await sql`UPDATE unit SET withdrawn_at = ${new Date()}
             WHERE organisation_id = ${db.organisation} AND unit_id = ${id}`.execute(db)
  await recordHappening(db, { by, what: 'withdrew', subject: { kind: 'unit', id } })
}

/** @throws Problem while the unit above it is withdrawn */
export async function bringBackUnit(db: OrganisationDb, id: UnitId, by: PersonId): Promise<void> {
  await changeData(db)
  const unit = await findUnit(db, id)
  if (!unit.withdrawnAt) throw new Problem('conflict', `${unit.name} is here already`)
  const above = unit.parent && (await findUnit(db, unit.parent))
  if (above?.withdrawnAt) throw new Problem('conflict', `${unit.name} belongs to ${above.name}. Bring that back first`)
  await sql`UPDATE unit SET withdrawn_at = NULL
             WHERE organisation_id = ${db.organisation} AND unit_id = ${id}`.execute(db)
  await recordHappening(db, { by, what: 'brought back', subject: { kind: 'unit', id } })
}

async function refuseTakenCode(db: OrganisationDb, id: UnitId, code: string): Promise<void> {
  const { rows } = await sql<{ name: string; isWithdrawn: boolean }>`
    SELECT name, withdrawn_at IS NOT NULL AS "isWithdrawn" FROM unit
     WHERE organisation_id = ${db.organisation} AND code = ${code} AND unit_id <> ${id}`.execute(db)
  if (!rows[0]) return
  const { name, isWithdrawn } = rows[0]
  throw new Problem('conflict', `${name} has the code ${code} already`, {
    code: `${name}${isWithdrawn ? ', which was withdrawn,' : ''} has this code. Choose another one`,
  })
}

/** Where a unit moves to. @throws Problem for a unit that is not there, is withdrawn, or belongs to the one that moves */
async function pathAbove(db: OrganisationDb, unit: UnitRecord, parent: UnitId): Promise<string> {
  const above = await findUnit(db, parent)
  if (above.withdrawnAt)
    throw new Problem('invalid', 'The unit above it is not there', { parent: 'Choose the unit that it belongs to' })
  if (above.path.startsWith(unit.path)) {
    throw new Problem('invalid', 'A unit cannot stand below itself', {
      parent: `${above.name} ${above.id === unit.id ? 'is this unit itself' : 'belongs to this unit'}. Choose another one`,
    })
  }
  return above.path
}
