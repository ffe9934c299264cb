import { join } from 'node:path'
import type { Doors } from '#main/commands/command.ts'
import { readSettings, type Settings } from '#main/settings.ts'
import { openDatabase } from '#platform/database.pg.ts'
import { Problem } from '#platform/errors.ts'
import { runningInstallation, startInstallation } from '#platform/installation.ts'
import { migrate, readMigrations } from '#platform/migrations.ts'
import { PROGRAM_ROLE } from '#platform/postgres/roles.ts'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

const MIGRATIONS = join(PROGRAM_FOLDER, 'migrations')

/** The database of this installation, open while a command works with it. @see Doors.withOrganisation */
export const withOrganisation: Doors['withOrganisation'] = async (work) => {
  const { url, stop } = await databaseOf(readSettings([], process.env))
  try {
    const database = await openDatabase(url)
    try {
      const organisation = await database.organisationOfHost('localhost')
      if (!organisation)
        throw new Problem('not-found', 'There is no organisation here yet. Start Golden Thread first: npm start')
      await work(database, organisation)
    } finally {
      await database.close()
    }
  } finally {
    await stop()
  }
}

/** The server elsewhere, or that of a running Golden Thread, or its folder's own for as long as this command runs. */
async function databaseOf({ elsewhere, folder }: Settings): Promise<{ url: string; stop: () => Promise<void> }> {
  if (elsewhere) {
    await migrate(elsewhere.owner, PROGRAM_ROLE, readMigrations(MIGRATIONS))
    return { url: elsewhere.program, stop: async () => undefined }
  }
  const running = runningInstallation(folder)
  if (running) return { url: running.program, stop: async () => undefined }
  const installation = await startInstallation(folder, readMigrations(MIGRATIONS))
  return { url: installation.urls.program, stop: () => installation.stop() }
}
