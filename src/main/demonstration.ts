import { loadDemonstration } from '#demo/load.ts'
import type { Database } from '#platform/database.ts'

/** Loads the fictional trust into a database that has no organisation yet. */
export async function loadOnce(database: Database, say: (line: string) => void): Promise<void> {
  if ((await database.organisationOfHost('localhost')) !== null) return
  say('Loading the demonstration trust …')
  await loadDemonstration(database, (line) => say(`  ${line}`))
}
