import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemonstration } from '#demo/load.ts'
import type { Database } from '#platform/database.ts'
import type { Installation } from '#platform/installation.ts'

/** Stands in the folder while the demonstration loads; found at a start, the last loading was cut short. */
const UNFINISHED = 'demonstration-unfinished'

/**
 * Throws away what a loading that was cut short left behind. Nobody can have worked with it: pages are served only
 * once it is complete.
 */
export async function clearUnfinished(folder: string, installation: Installation): Promise<void> {
  const mark = join(folder, UNFINISHED)
  if (!existsSync(mark)) return
  await installation.startAfresh()
  rmSync(mark)
}

/** Loads the fictional trust into a database that has no organisation yet. `folder` is null on a server elsewhere. */
export async function loadOnce(database: Database, folder: string | null, say: (line: string) => void): Promise<void> {
  if ((await database.organisationOfHost('localhost')) !== null) return
  say('Loading the demonstration trust …')
  const mark = folder && join(folder, UNFINISHED)
  if (mark) writeFileSync(mark, '')
  await loadDemonstration(database, (line) => say(`  ${line}`))
  if (mark) rmSync(mark)
}
