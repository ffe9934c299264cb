import { join } from 'node:path'
import { runCommand } from '#main/commandLine.ts'
import type { Doors } from '#main/commands/command.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { readSettings, type Settings } from '#main/settings.ts'
import { openDatabase } from '#platform/database.pg.ts'
import { Problem } from '#platform/errors.ts'
import { runningInstallation, startInstallation } from '#platform/installation.ts'
import { migrate, readMigrations } from '#platform/migrations.ts'
import { PROGRAM_ROLE } from '#platform/postgres/roles.ts'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

const MIGRATIONS = join(PROGRAM_FOLDER, 'migrations')

const doors: Doors = {
  print: (line) => console.log(line),
  async withOrganisation(work) {
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
  },
}

try {
  await runCommand(process.argv.slice(2), COMMANDS, doors)
} catch (error) {
  console.error(error instanceof Problem ? error.message : (error as Error).stack)
  process.exitCode = 1
}
// The channel to the launcher would keep this process alive.
if (process.connected) process.disconnect()

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
