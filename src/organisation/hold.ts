import type { OrganisationDb } from '#platform/database.ts'
import type { UnitId } from '#platform/ids.ts'

/** Something that keeps a unit from being withdrawn: what, where to see it, and what to do about it. */
export interface Hold {
  readonly what: string
  readonly path: string
  readonly remedy: string
}

/** How a part that stands after this one says what it has at a unit; null for nothing. */
export type HeldAt = (db: OrganisationDb, unit: { readonly id: UnitId; readonly code: string }) => Promise<Hold | null>
