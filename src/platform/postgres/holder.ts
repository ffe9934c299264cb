import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Problem } from '#platform/errors.ts'
import { clusterOf } from '#platform/postgres/cluster.ts'

/** A folder has one program at a time: the message for the second. */
export function inUse(folder: string, process = ''): Problem {
  return new Problem(
    'conflict',
    `Another Golden Thread${process} is using ${folder}. Stop it first, or choose another folder with GOLDEN_THREAD_DATA`,
  )
}

/** A program that is just stopping gets this long before the next is refused. */
const PATIENCE_MS = 5_000
const STEP_MS = 100

/**
 * Writes this process down as the folder's holder. It is the clear message for people; what keeps two servers apart
 * whatever happens is PostgreSQL's own lock.
 *
 * @throws Problem while another process holds it
 */
export async function holdFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const holder = holderOf(folder)
    if (holder === null || holder === process.pid) break
    if (Date.now() > giveUpAt) throw inUse(folder, ` (process ${holder})`)
    await setTimeout(STEP_MS)
  }
  releaseFolder(folder)
  try {
    // Of two that start at the same moment only one can make the file.
    writeFileSync(holderFile(folder), String(process.pid), { mode: 0o600, flag: 'wx' })
  } catch {
    throw inUse(folder)
  }
}

export function releaseFolder(folder: string): void {
  rmSync(holderFile(folder), { force: true })
}

/** The process that holds the folder; null when none does, or the one that did has died. */
export function holderOf(folder: string): number | null {
  const file = holderFile(folder)
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8'))
  return isNodeProcess(pid) ? pid : null
}

/** The port of the server that runs on the folder, as PostgreSQL wrote it down; null when none does. */
export function portOf(folder: string): number | null {
  const port = Number(postmasterLines(folder)[3])
  return Number.isInteger(port) && port > 0 ? port : null
}

/**
 * A program that was killed outright leaves its server running without anybody: that one is asked to end.
 * Only a process that names this very cluster is touched.
 */
export function endOrphan(folder: string): void {
  const pid = Number(postmasterLines(folder)[0])
  if (!(pid > 1)) return
  try {
    if (commandLine(pid).includes(clusterOf(folder))) process.kill(pid, 'SIGINT')
  } catch {
    // It is gone already, or this machine has no /proc: then PostgreSQL itself decides about its lock.
  }
}

/** Whether a Golden Thread, or at least some program of Node's, runs under this number. */
export function isNodeProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  // The number may have gone to some other program since; without /proc that cannot be seen.
  if (process.platform !== 'linux') return true
  try {
    return commandLine(pid).includes('node')
  } catch {
    return false
  }
}

function postmasterLines(folder: string): readonly string[] {
  const file = join(clusterOf(folder), 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

function commandLine(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}

function holderFile(folder: string): string {
  return join(folder, 'running')
}
