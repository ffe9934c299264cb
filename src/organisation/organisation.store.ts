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
  await database.as(id, async (db) => {
    await answerOnEveryName(db)
    await insertOrganisation(db, organisation)
  })
  return id
}

/**
 * Makes the installation's first organisation, with what belongs to its beginning, whole or not at all. Of two that
 * begin in the same moment one waits for the other, and then makes nothing.
 *
 * @returns what `first` returned; null when the installation has an organisation already
 */
export async function beginOrganisation<Result>(
  database: Database,
  organisation: NewOrganisation,
  first: (db: OrganisationDb) => Promise<Result>,
): Promise<Result | null> {
  return database.as(newId<'organisation'>(), async (db) => {
    if (!(await answerOnEveryName(db))) return null
    await insertOrganisation(db, organisation)
    return first(db)
  })
}

/** Whether this organisation is the installation's first. */
async function answerOnEveryName(db: OrganisationDb): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO host (name, organisation_id) VALUES ('*', ${db.organisation}) ON CONFLICT DO NOTHING
    RETURNING name`.execute(db)
  return rows.length > 0
}

async function insertOrganisation(db: OrganisationDb, organisation: NewOrganisation): Promise<void> {
  const code = checkedCode(organisation.code)
  const name = checkedName(organisation.name)
  const [now, root] = [new Date(), newId<'unit'>()]
  await sql`INSERT INTO organisation (organisation_id, code, name, fictional, created_at)
            VALUES (${db.organisation}, ${code}, ${name}, ${organisation.fictional}, ${now})`.execute(db)
  await sql`INSERT INTO unit (organisation_id, unit_id, path, code, name, kind, created_at)
            VALUES (${db.organisation}, ${root}, ${`/${root}/`}, ${code}, ${name}, 'organisation', ${now})`.execute(db)
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
