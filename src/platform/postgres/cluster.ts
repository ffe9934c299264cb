import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#platform/errors.ts'
import { commandPrefix } from '#platform/postgres/asUser.ts'
import type { BinaryFolder } from '#platform/postgres/binaries.ts'
import { syncFolder, writeSecret } from '#platform/postgres/secret.ts'

/** The role that made the cluster: for making roles and databases, never for the program. */
export const SUPERUSER = 'golden_thread_admin'

/** Where the cluster itself lies, inside the installation's folder. */
export function clusterOf(folder: string): string {
  return join(folder, 'postgres')
}

/** The superuser's password; null until the cluster is complete. */
export function superuserPassword(folder: string): string | null {
  const secret = secretOf(folder)
  return existsSync(clusterOf(folder)) && existsSync(secret) ? readFileSync(secret, 'utf8').trim() || null : null
}

/**
 * Makes the cluster in an existing folder once. It gets its name last: one whose making was cut short has another, and
 * is made again.
 *
 * @param isThrowaway a test's: need not be on disk before it is used
 * @returns the superuser's password
 * @throws Problem when there is a cluster, but not its password: nothing is ever made in the place of data
 */
export function ensureCluster(folder: string, binaries: BinaryFolder, isThrowaway: boolean): string {
  const known = superuserPassword(folder)
  if (known) return known
  if (existsSync(clusterOf(folder))) throw passwordIsGone(folder)

  const password = randomBytes(24).toString('hex')
  writeSecret(secretOf(folder), `${password}\n`)
  const unfinished = `${clusterOf(folder)}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const [command, ...words] = [
    ...commandPrefix(),
    join(binaries, 'initdb'),
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${secretOf(folder)}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    ...(isThrowaway ? ['--no-sync'] : []),
  ]
  const made = spawnSync(command!, words, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.error?.message ?? made.stderr}`)
  renameSync(unfinished, clusterOf(folder))
  syncFolder(folder)
  return password
}

function secretOf(folder: string): string {
  return join(folder, 'superuser-password')
}

function passwordIsGone(folder: string): Problem {
  return new Problem(
    'conflict',
    `${clusterOf(folder)} holds a database, but its password, the file ${secretOf(folder)}, is missing or empty. Put the file back from a backup, or choose another folder with GOLDEN_THREAD_DATA; if there is nothing in this one that you need, delete it`,
  )
}
