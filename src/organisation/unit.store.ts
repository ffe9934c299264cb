import { sql } from 'kysely'
import { changeData } from '#organisation/organisation.store.ts'
import { checkedCode, checkedName, type Peer, type Unit, type UnitKind } from '#organisation/organisation.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { type ImportId, newId, type UnitId } from '#platform/ids.ts'

export interface NewUnit {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly parent: UnitId
}

interface UnitRow extends Omit<Unit, 'depth'> {}

/** The tree, each unit after its parent, brothers by name. */
export async function listUnits(db: OrganisationDb): Promise<readonly Unit[]> {
  const { rows } = await sql<UnitRow>`
    SELECT unit_id AS id, parent_id AS parent, code, name, kind, path FROM unit
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NULL ORDER BY name`.execute(db)
  const children = Map.groupBy(rows, (row) => row.parent)
  const inOrder = (parent: UnitId | null, depth: number): Unit[] =>
    (children.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...inOrder(row.id, depth + 1)])
  return inOrder(null, 0)
}

/** A unit as it stands, withdrawn or not. */
export interface UnitRecord extends Omit<Unit, 'depth'> {
  readonly withdrawnAt: Date | null
}

/** @throws Problem not-found */
export async function findUnit(db: OrganisationDb, id: UnitId): Promise<UnitRecord> {
  const { rows } = await sql<UnitRecord>`
    SELECT unit_id AS id, parent_id AS parent, code, name, kind, path, withdrawn_at AS "withdrawnAt" FROM unit
     WHERE organisation_id = ${db.organisation} AND unit_id = ${id}`.execute(db)
  if (!rows[0]) throw new Problem('not-found', 'There is no such unit')
  return rows[0]
}

/** By name. */
export async function listWithdrawnUnits(db: OrganisationDb): Promise<readonly UnitRecord[]> {
  const { rows } = await sql<UnitRecord>`
    SELECT unit_id AS id, parent_id AS parent, code, name, kind, path, withdrawn_at AS "withdrawnAt" FROM unit
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NOT NULL ORDER BY name, code`.execute(db)
  return rows
}

/** Names of all units, the withdrawn too: what history tells by. */
export async function unitNames(db: OrganisationDb): Promise<ReadonlyMap<UnitId, string>> {
  const { rows } = await sql<{ id: UnitId; name: string }>`
    SELECT unit_id AS id, name FROM unit WHERE organisation_id = ${db.organisation}`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function addUnit(db: OrganisationDb, unit: NewUnit, importId: ImportId | null = null): Promise<UnitId> {
  const code = checkedCode(unit.code)
  const name = checkedName(unit.name)
  const { rows: parents } = await sql<{ path: string }>`
    SELECT path FROM unit WHERE organisation_id = ${db.organisation} AND unit_id = ${unit.parent} AND withdrawn_at IS NULL`.execute(
    db,
  )
  if (!parents[0])
    throw new Problem('invalid', 'The unit above it is not there', { parent: 'Choose the unit that it belongs to' })
  const id = newId<'unit'>()
  const { rows } = await sql<{ unit_id: UnitId }>`
    INSERT INTO unit (organisation_id, unit_id, parent_id, path, code, name, kind, import_id, created_at)
    VALUES (${db.organisation}, ${id}, ${unit.parent}, ${`${parents[0].path}${id}/`}, ${code}, ${name}, ${unit.kind}, ${importId}, ${new Date()})
    ON CONFLICT (organisation_id, code) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, import_id = excluded.import_id, withdrawn_at = NULL,
           parent_id = excluded.parent_id, path = ${parents[0].path} || unit.unit_id || '/'
     WHERE unit.withdrawn_at IS NOT NULL
    RETURNING unit_id`.execute(db)
  if (!rows[0])
    throw new Problem('conflict', `There is a unit with the code ${code} already`, { code: 'Choose another code' })
  await changeData(db)
  return rows[0].unit_id
}

export async function listPeers(db: OrganisationDb): Promise<readonly Peer[]> {
  const { rows } = await sql<Peer>`
    SELECT peer_id AS id, code, name FROM peer
     WHERE organisation_id = ${db.organisation} AND withdrawn_at IS NULL ORDER BY name, code`.execute(db)
  return rows
}

/** Peers that an import names, made or brought back. */
export async function addPeers(
  db: OrganisationDb,
  peers: readonly { readonly code: string; readonly name: string }[],
  importId: ImportId,
): Promise<void> {
  await sql`
    INSERT INTO peer (organisation_id, peer_id, code, name, import_id, created_at)
    SELECT ${db.organisation}::uuid, i::uuid, c, n, ${importId}::uuid, ${new Date()}
      FROM unnest(${peers.map(() => newId<'peer'>())}::text[], ${peers.map((peer) => peer.code)}::text[],
                  ${peers.map((peer) => peer.name)}::text[]) AS t(i, c, n)
    ON CONFLICT (organisation_id, code) DO UPDATE
       SET withdrawn_at = NULL, import_id = excluded.import_id, name = excluded.name`.execute(db)
}

/** Withdraws the units and peers that these imports brought, but for those in use: by id, by a person, or by a unit that stays. */
export async function withdrawUnused(
  db: OrganisationDb,
  imports: readonly ImportId[],
  inUse: readonly string[],
): Promise<void> {
  const now = new Date()
  await sql`
    UPDATE peer SET withdrawn_at = ${now}
     WHERE organisation_id = ${db.organisation} AND import_id = ANY(${imports}::uuid[]) AND withdrawn_at IS NULL
       AND peer_id <> ALL(${inUse}::uuid[])`.execute(db)
  await sql`
    UPDATE unit SET withdrawn_at = ${now}
     WHERE organisation_id = ${db.organisation} AND import_id = ANY(${imports}::uuid[]) AND withdrawn_at IS NULL
       AND unit_id <> ALL(${inUse}::uuid[])
       AND NOT EXISTS (SELECT FROM person p WHERE (p.organisation_id, p.unit_id) = (unit.organisation_id, unit.unit_id) AND p.withdrawn_at IS NULL)
       AND NOT EXISTS (SELECT FROM unit child WHERE child.organisation_id = unit.organisation_id AND child.withdrawn_at IS NULL
                          AND child.path LIKE unit.path || '_%'
                          AND ((child.import_id = ANY(${imports}::uuid[])) IS NOT TRUE OR child.unit_id = ANY(${inUse}::uuid[])))`.execute(
    db,
  )
}
