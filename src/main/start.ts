import { dirname, join } from 'node:path'
import { loadOnce } from '#main/demonstration.ts'
import { listen } from '#main/listen.ts'
import type { Settings } from '#main/settings.ts'
import { onlyForThisComputer } from '#main/thisComputer.ts'
import { createApp } from '#main/web/wiring.tsx'
import { openDatabase } from '#platform/database.pg.ts'
import type { Database } from '#platform/database.ts'
import { startInstallation } from '#platform/installation.ts'
import { log } from '#platform/log.ts'
import { migrate, readMigrations } from '#platform/migrations.ts'
import { isNodeProcess } from '#platform/postgres/holder.ts'
import { PROGRAM_ROLE } from '#platform/postgres/roles.ts'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'
import { counted } from '#understand/counted.ts'
import { importJobs } from '#understand/imports.jobs.ts'
import { stopUnfinished } from '#understand/imports.store.ts'
import { purgeReceived } from '#understand/imports.upload.ts'
import { rejudgeByThisEngine } from '#understand/rejudge.store.ts'

export interface Running {
  readonly address: string
  /** Closes everything, the last opened first. An import that takes long is given up whole, and that is said. */
  close(): Promise<void>
}

/** What was opened, in order, and how to close it. */
type Opened = (() => Promise<void>)[]

/**
 * From nothing to served pages. Whatever was opened is closed again when a step fails.
 *
 * @param say takes one plain line about what is being done
 * @throws Problem with what to do
 */
export async function start(settings: Settings, say: (line: string) => void): Promise<Running> {
  const opened: Opened = []
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await step()
  }
  try {
    // Asked first, so that a port that is taken is known before a minute of work.
    await (await listen(() => new Response(null, { status: 503 }), settings.port)).close()
    const database = await openDatabaseOf(settings, say, opened)
    if (settings.demonstration) await loadOnce(database, say)

    await forgetUnfinished(database, settings.folder)
    await judgeByThisEngine(database, say)
    const onFault = (error: unknown) => log.error(error)
    const jobs = importJobs(database, onFault)
    opened.push(() => jobs.close(say))
    const app = createApp({ database, jobs, uploads: uploadsOf(settings.folder, process.pid), onFault })
    const listening = await listen(onlyForThisComputer(app.fetch), settings.port)
    opened.push(() => listening.close())
    return { address: `http://localhost:${listening.port}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openDatabaseOf(settings: Settings, say: (line: string) => void, opened: Opened): Promise<Database> {
  const migrations = readMigrations(join(PROGRAM_FOLDER, 'migrations'))
  let url: string
  if (settings.elsewhere) {
    say('Opening the database of DATABASE_URL …')
    await migrate(settings.elsewhere.owner, PROGRAM_ROLE, migrations)
    url = settings.elsewhere.program
  } else {
    say(`Starting the database in ${settings.folder} …`)
    const installation = await startInstallation(settings.folder, migrations)
    opened.push(() => installation.stop())
    url = installation.urls.program
  }
  const database = await openDatabase(url)
  opened.push(() => database.close())
  return database
}

/** Files that were on their way when a program ended are nobody's any more; those of servers that still run are theirs. */
async function forgetUnfinished(database: Database, folder: string): Promise<void> {
  await purgeReceived(dirname(uploadsOf(folder, process.pid)), (name) => {
    const number = Number(name)
    return number !== process.pid && isNodeProcess(number)
  })
  const organisation = await database.organisationOfHost('localhost')
  if (organisation) await database.as(organisation, stopUnfinished)
}

/** What an earlier version of the statistics said is said anew by this one, before anybody reads a page. */
async function judgeByThisEngine(database: Database, say: (line: string) => void): Promise<void> {
  const organisation = await database.organisationOfHost('localhost')
  if (!organisation) return
  const series = await database.as(organisation, rejudgeByThisEngine)
  if (series > 0) say(`Judged ${counted(series)} series anew: the statistics have another version.`)
}

/** Each server's own place: on a database elsewhere several may share a folder. */
function uploadsOf(folder: string, number: number): string {
  return join(folder, 'uploads', String(number))
}
