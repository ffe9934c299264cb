import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, say } from './say.mjs'

/** What the build reads. */
const INPUTS = ['src', 'packages', 'vite.config.ts', 'package-lock.json']

/** Builds server and browser files into `dist/`, unless they were built from these very inputs. */
export function ensureBuilt(root, node, env) {
  const stamp = join(root, 'dist', 'built-from')
  const inputs = fingerprint(root, INPUTS)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  say('Building …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const words = [vite, 'build', '--app', '--logLevel', 'warn']
  const done = spawnSync(node, words, { cwd: root, env: { ...env, NODE_ENV: 'production' }, stdio: 'inherit' })
  if (done.status !== 0) giveUp('The build failed; its message stands above.')
  writeFileSync(stamp, inputs)
}

/** Of all files in these places, by name and content. */
export function fingerprint(root, places) {
  const hash = createHash('sha256').update(process.platform)
  for (const file of places.flatMap((input) => filesOf(root, input))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found || path.includes('.test.') || path.endsWith('/node_modules')) return []
  if (found.isFile()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`))
}
