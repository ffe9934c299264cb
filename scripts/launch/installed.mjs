import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, say } from './say.mjs'

/**
 * Runs `npm ci` when what is installed is not what the lockfile says. npm keeps a lockfile of what it installed, so
 * nothing of our own has to remember it.
 */
export function ensureInstalled(root, env = process.env) {
  if (isInstalled(root)) return
  say('Installing what is needed (npm ci) …')
  // No package needs an install script: what PostgreSQL's would do, we do ourselves.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const windows = process.platform === 'win32'
  const done = spawnSync('npm', words, { cwd: root, env, stdio: 'inherit', shell: windows })
  if (done.status !== 0) {
    giveUp('npm could not install the packages. Is the registry reachable from here? Its own message stands above.')
  }
}

export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = present[path]
    if (found) return link === true || found.version === version
    // Packages for other machines stand in the lockfile as optional.
    return optional === true
  })
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}
