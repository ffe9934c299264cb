import { spawnSync } from 'node:child_process'
import { Problem } from '#platform/errors.ts'

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody special, and, unlike another
 * user, it can still enter folders that only root may enter.
 *
 * @returns the words to put before a PostgreSQL command; empty for an ordinary user
 * @throws Problem for root where the machine allows no user namespaces
 */
export function commandPrefix(): readonly string[] {
  if (process.getuid?.() !== 0) return []
  const prefix = ['unshare', '-U', '--map-user=1000', '--map-group=1000']
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status !== 0) {
    throw new Problem(
      'invalid',
      'PostgreSQL does not run as root, and this machine allows no user namespaces. Start Golden Thread as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL server',
    )
  }
  return prefix
}
