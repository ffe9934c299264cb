import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { Problem } from '#platform/errors.ts'

/**
 * PostgreSQL refuses to run as root, and its `initdb` as a user without a name (a container's bare number). In a user
 * namespace of its own either is an ordinary user with a name, and, unlike another user, can still enter the folders
 * that only they may enter.
 *
 * @returns the words to put before a PostgreSQL command; none for an ordinary user
 * @throws Problem where it is needed and the machine allows no user namespaces
 */
export function commandPrefix(): readonly string[] {
  if (isOrdinary()) return []
  const number = someOrdinaryUser()
  const prefix = ['unshare', '-U', `--map-user=${number}`, `--map-group=${number}`]
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status !== 0) {
    throw new Problem(
      'invalid',
      'PostgreSQL runs neither as root nor as a user without a name, and this machine allows no user namespaces. Start Golden Thread as an ordinary user whose folders it may enter, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server',
    )
  }
  return prefix
}

function isOrdinary(): boolean {
  try {
    return userInfo().uid !== 0
  } catch {
    return false
  }
}

/** The number of a user who has a name on this machine and is not root: which one does not matter. */
function someOrdinaryUser(): number {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  return users.map((line) => Number(line.split(':')[2])).find((number) => number > 0) ?? 1000
}
