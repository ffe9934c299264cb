import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandPrefix } from '#platform/postgres/asUser.ts'
import type { BinaryFolder } from '#platform/postgres/binaries.ts'

/** The role that made the cluster: for making roles and databases, never for the program. */
export const SUPERUSER = 'golden_thread_admin'

/** Where the cluster itself lies, inside the installation's folder. */
export function clusterOf(folder: string): string {
  return join(folder, 'postgres')
}

/** The superuser's password; null until the cluster is complete. */
export function superuserPassword(folder: string): string | null {
  const secret = join(folder, 'superuser-password')
  const complete = existsSync(secret) && existsSync(join(clusterOf(folder), 'PG_VERSION'))
  return complete ? readFileSync(secret, 'utf8').trim() : null
}

/** Makes the cluster in an existing folder once; one whose making was interrupted is made again. Returns the superuser's password. */
export function ensureCluster(folder: string, binaries: BinaryFolder): string {
  const known = superuserPassword(folder)
  if (known) return known

  const cluster = clusterOf(folder)
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
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.error?.message ?? made.stderr}`)
  // Written last: it marks a cluster that is complete.
  writeFileSync(join(folder, 'superuser-password'), `${password}\n`, { mode: 0o600 })
  return password
}
