import { rootUnit } from '#organisation/organisation.store.ts'
import { addPeers, addUnit } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { ImportId, PersonId } from '#platform/ids.ts'
import type { Plan } from '#understand/factsPlan.store.ts'
import type { Placements } from '#understand/imports.ts'
import { saveMeasure } from '#understand/measure.store.ts'

export interface Making {
  readonly importId: ImportId
  readonly placements: Placements
  readonly by: PersonId | null
}

/** Makes the measures, units and peers that the file names and that are not there. */
export async function makeNew(db: OrganisationDb, plan: Plan, { importId, placements, by }: Making) {
  const newMeasures: string[] = []
  for (const measure of plan.measures.values()) {
    if (measure.id !== null) continue
    await saveMeasure(db, measure.definition, { by, reason: 'Named by an imported file', importId })
    newMeasures.push(measure.definition.code)
  }
  const newUnits: string[] = []
  const peers: { code: string; name: string }[] = []
  for (const { id, as, named } of plan.holders.values()) {
    if (id !== null) continue
    const placement = placements[named.code] ?? (as === 'peer' ? { as } : { as, parent: null, kind: 'ward' as const })
    if (placement.as === 'peer') {
      peers.push({ code: named.code, name: named.name || named.code })
      continue
    }
    const parent = placement.parent ?? (await rootUnit(db))
    await addUnit(db, { code: named.code, name: named.name || named.code, kind: placement.kind, parent }, importId)
    newUnits.push(named.code)
  }
  await addPeers(db, peers, importId)
  return { newMeasures, newUnits, newPeers: peers.length }
}
