import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from '#platform/errors.ts'
import { commandPrefix } from '#platform/postgres/asUser.ts'
import { type BinaryFolder, embeddedBinaries } from '#platform/postgres/binaries.ts'

/** A PostgreSQL server of our own, on loopback, with its superuser. */
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

const SUPERUSER = 'golden_thread_admin'
const PATIENCE_MS = 60_000
const STEP_MS = 50

/**
 * Starts the server on a data folder, which is made on first use.
 * A server that was killed leaves back ends that still hold the folder for a moment: it waits for them.
 *
 * @throws Problem when another Golden Thread runs on the same folder
 */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<Server> {
  const binaries = options.binaries ?? embeddedBinaries()
  const password = initialise(folder, binaries)
  refuseSecondServer(folder)
  endOrphan(folder)
  const port = await freePort()
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const run = launch(folder, binaries, port, options.throwaway ?? false)
    const outcome = await ready(run, url('postgres'), giveUpAt)
    if (outcome === 'ready') return { port, url, stop: () => stop(run.child) }
    if (!run.log().includes('is still in use') && !run.log().includes('already exists')) {
      throw new Error(`PostgreSQL did not start on ${folder}:\n${run.log()}`)
    }
    if (Date.now() > giveUpAt) {
      throw new Problem(
        'conflict',
        `Another Golden Thread is using ${folder}. Stop it first, or choose another folder with GOLDEN_THREAD_DATA`,
      )
    }
    await pause()
  }
}

/** Makes the data folder once; a folder whose making was interrupted is made again. Returns the superuser's password. */
function initialise(folder: string, binaries: BinaryFolder): string {
  const secret = join(folder, 'superuser-password')
  const cluster = join(folder, 'postgres')
  if (existsSync(secret) && existsSync(join(cluster, 'PG_VERSION'))) return readFileSync(secret, 'utf8').trim()

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(cluster, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  const passwordFile = join(folder, 'superuser-password.new')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const [command, ...words] = [
    ...commandPrefix(),
    join(binaries, 'initdb'),
    ...['-D', cluster, '-U', SUPERUSER, `--pwfile=${passwordFile}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions', '--no-sync'],
  ]
  const made = spawnSync(command!, words, { encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr ?? made.error?.message}`)
  // Written last: it marks a folder that is complete.
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  return password
}

/** A live server wrote its process id there; a stale file of a dead one is PostgreSQL's own business. */
function refuseSecondServer(folder: string): void {
  const file = join(folder, 'running')
  if (existsSync(file)) {
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner !== process.pid && isAlive(owner)) {
      throw new Problem(
        'conflict',
        `Another Golden Thread (process ${owner}) is using ${folder}. Stop it first, or choose another folder with GOLDEN_THREAD_DATA`,
      )
    }
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A program killed outright leaves its server running without anybody: that one is asked to end. */
function endOrphan(folder: string): void {
  const file = join(folder, 'postgres', 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    if (pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(folder, 'postgres')))
      process.kill(pid, 'SIGINT')
  } catch {
    // It is gone already, or this machine has no /proc: then PostgreSQL itself decides about the file.
  }
}

interface Run {
  readonly child: ChildProcess
  readonly log: () => string
}

function launch(folder: string, binaries: BinaryFolder, port: number, throwaway: boolean): Run {
  const settings: Record<string, string> = {
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
    join(binaries, 'postgres'),
    ...['-D', join(folder, 'postgres')],
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
      else await pause()
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

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, STEP_MS)
  })
}
