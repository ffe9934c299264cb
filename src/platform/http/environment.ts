import type { Database, OrganisationDb } from '#platform/database.ts'
import type { Frame } from '#platform/html/document.tsx'
import type { OrganisationId, PersonId } from '#platform/ids.ts'

/** What every request knows: set once in `main/`, before any route. */
export interface OrganisationEnv {
  Variables: {
    database: Database
    organisation: {
      readonly id: OrganisationId
      readonly code: string
      readonly name: string
      readonly fictional: boolean
    }
    /** Whom one acts as; null until one has chosen. */
    person: { readonly id: PersonId; readonly name: string } | null
    frame: Frame
    /** Runs work in one transaction of the request's organisation. */
    as: <Result>(work: (db: OrganisationDb) => Promise<Result>) => Promise<Result>
  }
}
