import type { Transaction } from 'kysely'
import type { OrganisationId } from '#platform/ids.ts'

/**
 * A transaction that already knows its organisation (`SET LOCAL app.organisation_id`).
 * Every store takes one as its first argument, so none can be called without an organisation.
 */
export interface OrganisationDb extends Transaction<unknown> {
  readonly organisation: OrganisationId
}

/** Says to every other program on the same database what this one works on, until it lets go of it or ends. */
export interface Holds {
  take(thing: string): Promise<void>
  release(thing: string): Promise<void>
}

/** The program's door to the database: opens one transaction for one organisation at a time. */
export interface Database {
  /** Runs `work` in one transaction; commits when it resolves, rolls back when it throws. */
  as<Result>(organisation: OrganisationId, work: (db: OrganisationDb) => Promise<Result>): Promise<Result>
  /** The organisation that answers on a host name: its own, or the installation's first; null before there is one. */
  organisationOfHost(host: string): Promise<OrganisationId | null>
  readonly holds: Holds
  close(): Promise<void>
}
