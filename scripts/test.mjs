// `npm test`: plain JavaScript for any Node from 20 on, so that it can bring everything else.
//   npm test            everything, with a seeded sample of the long proofs
//   npm run check       the quick part: format, lint, types, boundaries, tests without database and browser
//   npm run torture     the long proofs alone, at full count
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'
import { runInstead } from './launch/run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
if (node === process.execPath) {
  const { runChecks } = await import('./checks/run.mjs')
  await runChecks(root, process.argv.slice(2))
} else {
  runInstead(node, process.argv.slice(1), environment(node), root)
}
