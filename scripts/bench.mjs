// `npm run bench`: every file in bench/, one after another, each printing one line for each of its claims.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './launch/built.mjs'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
const env = { ...environment(node), NODE_ENV: 'production' }
ensureBuilt(root, node, env)
const files = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts'))
const failed = files.filter(
  (name) => spawnSync(node, [join('bench', name)], { cwd: root, env, stdio: 'inherit' }).status !== 0,
)
if (failed.length > 0) process.stderr.write(`These did not run through: ${failed.join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
