import type { Database } from '#platform/database.ts'
import type { OrganisationId } from '#platform/ids.ts'

/** One thing that `golden-thread` can do: it knows its own words. */
export interface Command {
  /** The words that call it, such as `measures apply`. */
  readonly name: string
  /** What may follow, such as `FILE...`. */
  readonly takes: string
  readonly does: string
  run(words: readonly string[], doors: Doors): Promise<void>
}

/** What a command reaches the world by. */
export interface Doors {
  readonly print: (line: string) => void
  /** Opens the database of this installation while `work` runs. @throws Problem when it has no organisation yet */
  withOrganisation(work: (database: Database, organisation: OrganisationId) => Promise<void>): Promise<void>
}
