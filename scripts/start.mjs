// `npm start`: plain JavaScript for any Node from 20 on, so that it can bring everything else.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './launch/built.mjs'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'
import { runInstead } from './launch/run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
const env = environment(node)
ensureBuilt(root, node, env)
// Source maps: a fault names the line of the source, not of what was built from it.
const server = ['--enable-source-maps', join(root, 'dist', 'server', 'server.js')]
runInstead(node, [...server, ...process.argv.slice(2)], { ...env, NODE_ENV: 'production' }, root)
