import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { commandPrefix } from '#platform/postgres/asUser.ts'
import { type BinaryFolder, embeddedBinaries } from '#platform/postgres/binaries.ts'
import { clusterOf, ensureCluster, SUPERUSER } from '#platform/postgres/cluster.ts'
import { endOrphan, holdFolder, inUse, releaseFolder } from '#platform/postgres/holder.ts'

/** A PostgreSQL server of our own, on loopback. */
export interface Server {
  readonly port: number
  /** The superuser's address of a database: for making roles and databases, never for the program. */
  url(database: string): string
  stop(): Promise<void>
}

export interface ServerOptions {
  readonly binaries?: BinaryFolder
  /** For tests: faster, and not safe against a power cut. */
  readonly throwaway?: boolean
}

const PATIENCE_MS = 60_000
const STEP_MS = 50

/**
 * Starts the server on a folder, which is made on first use.
 * A server that was killed leaves back ends that still hold the folder for a moment: it waits for them.
 *
 * @throws Problem when another Golden Thread runs on the same folder
 */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<Server> {
  const binaries = options.binaries ?? embeddedBinaries()
  await holdFolder(folder)
  try {
    const password = ensureCluster(folder, binaries, options.throwaway ?? false)
    endOrphan(folder)
    const port = await freePort()
    const url = (database: string) => superuserUrl(password, port, database)
    const child = await launchWhenFree(folder, url('postgres'), () =>
      launch(folder, binaries, port, options.throwaway ?? false),
    )
    const stopAndRelease = async () => {
      await stop(child)
      releaseFolder(folder)
    }
    return { port, url, stop: stopAndRelease }
  } catch (error) {
    releaseFolder(folder)
    throw error
  }
}

async function launchWhenFree(folder: string, url: string, launchOnce: () => Run): Promise<ChildProcess> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const run = launchOnce()
    if ((await ready(run, url, giveUpAt)) === 'ready') return run.child
    if (!isHeldByAnother(run.log())) throw new Error(`PostgreSQL did not start on ${folder}:\n${run.log()}`)
    if (Date.now() > giveUpAt) throw inUse(folder)
    await setTimeout(STEP_MS)
  }
}

export function superuserUrl(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

/** What PostgreSQL says while back ends of a dead server, or another server, hold the folder. */
function isHeldByAnother(log: string): boolean {
  return log.includes('is still in use') || log.includes('already exists')
}

interface Run {
  readonly child: ChildProcess
  readonly log: () => string
}

function launch(folder: string, binaries: BinaryFolder, port: number, throwaway: boolean): Run {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...(throwaway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const [command, ...words] = [
    ...commandPrefix(),
    `${binaries}/postgres`,
    ...['-D', clusterOf(folder)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // Detached: Ctrl-C goes to the program alone, which stops the server when its own work is done.
  const child = spawn(command!, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let log = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000)
  })
  child.on('error', (error) => {
    log += error.message
  })
  return { child, log: () => log }
}

async function ready(run: Run, url: string, giveUpAt: number): Promise<'ready' | 'ended'> {
  while (run.child.exitCode === null && run.child.signalCode === null && run.child.pid !== undefined) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    try {
      await client.connect()
      return 'ready'
    } catch {
      if (Date.now() > giveUpAt) await stop(run.child)
      else await setTimeout(STEP_MS)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return 'ended'
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
