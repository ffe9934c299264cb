// `npm run build`: the server and the browser's files, unless they were built from these very inputs.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './launch/built.mjs'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
ensureBuilt(root, node, environment(node))
