import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../launch/say.mjs'

const VECTORS = join('..', 'shared', 'reference', 'spc')

/** The field's own tools, case by case; left out where their results do not lie beside the repository. */
export function conformance({ root, env }) {
  const name = 'conformance with other tools'
  if (!existsSync(join(root, VECTORS))) {
    say(`\n── ${name}: left out, there is no ${VECTORS}`)
    return [{ name, passed: 0, failed: 0, skipped: 1 }]
  }
  say(`\n── ${name}`)
  const words = [join(root, 'scripts', 'conformance.ts')]
  const done = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const passed = done.status === 0
  say(passed ? done.stdout.trimEnd().split('\n').at(-1) : done.stdout + done.stderr)
  return [{ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }]
}
