import { sql } from 'kysely'
import { checkedCode, checkedName, type Organisation } from '#organisation/organisation.ts'
import type { Database, OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { newId, type OrganisationId, type UnitId } from '#platform/ids.ts'

export interface NewOrganisation {
  readonly code: string
  readonly name: string
  readonly fictional: boolean
}

/** Makes an organisation and its root unit, which has the same code. The installation's first answers on every host name. */
export async function createOrganisation(database: Database, organisation: NewOrganisation): Promise<OrganisationId> {
  const id = newId<'organisation'>()
  const code = checkedCode(organisation.code)
  const name = checkedName(organisation.name)
  await database.as(id, async (db) => {
    const now = new Date()
    const root = newId<'unit'>()
    await sql`INSERT INTO organisation (organisation_id, code, name, fictional, created_at)
              VALUES (${id}, ${code}, ${name}, ${organisation.fictional}, ${now})`.execute(db)
    await sql`INSERT INTO unit (organisation_id, unit_id, path, code, name, kind, created_at)
              VALUES (${id}, ${root}, ${`/${root}/`}, ${code}, ${name}, 'organisation', ${now})`.execute(db)
    await sql`INSERT INTO host (name, organisation_id) VALUES ('*', ${id}) ON CONFLICT DO NOTHING`.execute(db)
  })
  return id
}

export async function findOrganisation(db: OrganisationDb): Promise<Organisation> {
  const { rows } = await sql<Organisation>`
    SELECT organisation_id AS id, code, name, fictional FROM organisation
     WHERE organisation_id = ${db.organisation}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'There is no such organisation')
  return rows[0]
}

/** A number that changes with every write that pages show. */
export async function dataRevision(db: OrganisationDb): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    SELECT revision FROM organisation WHERE organisation_id = ${db.organisation}`.execute(db)
  return rows[0]?.revision ?? 0
}

/** Says that something changed, and makes every other writer of this organisation wait until this transaction ends. */
export async function changeData(db: OrganisationDb): Promise<void> {
  await sql`UPDATE organisation SET revision = revision + 1 WHERE organisation_id = ${db.organisation}`.execute(db)
}

export async function rootUnit(db: OrganisationDb): Promise<UnitId> {
  const { rows } = await sql<{ unit_id: UnitId }>`
    SELECT unit_id FROM unit WHERE organisation_id = ${db.organisation} AND parent_id IS NULL`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'The organisation has no units')
  return rows[0].unit_id
}
