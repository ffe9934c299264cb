import type { Database } from '#platform/database.ts'
import type { OrganisationId } from '#platform/ids.ts'

/** One thing that `golden-thread` can do: it knows its own words. */
export interface Command {
  /** The words that call it, such as `measures apply`. */
  readonly name: string
  /** What may follow, such as `FILE...`. */
  readonly takes: string
  readonly does: string
  /** What `--help` after its name says, where one line does not say all. */
  readonly help?: () => string
  run(words: readonly string[], doors: Doors): Promise<void>
}

/** Commands by the words that call them, in the order in which they are listed; each is loaded when it is called. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>

/** What a command reaches the world by. */
export interface Doors {
  readonly print: (line: string) => void
  /** A result as it is, without a line end of its own. */
  readonly write: (result: string | Uint8Array) => void
  /** What is piped in, to its end. @throws Problem where nothing is, so that nobody waits in vain */
  readonly readInput: () => Promise<Uint8Array>
  /** Opens the database of this installation while `work` runs. @throws Problem when it has no organisation yet */
  withOrganisation(work: (database: Database, organisation: OrganisationId) => Promise<void>): Promise<void>
}
