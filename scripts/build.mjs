// `npm run build`: the server, the browser's files and the packages, unless they were made from these very inputs.
// With --packages: the packages alone.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './launch/built.mjs'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'
import { ensurePackaged } from './launch/packaged.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
if (!process.argv.includes('--packages')) ensureBuilt(root, node, environment(node))
await ensurePackaged(root, node, environment(node))
