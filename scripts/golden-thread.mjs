#!/usr/bin/env node
// The command `golden-thread`: see src/main/cli.ts for what it can do.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './launch/installed.mjs'
import { environment, node24 } from './launch/node24.mjs'
import { runInstead } from './launch/run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

ensureInstalled(root)
const node = node24(root)
runInstead(node, [join(root, 'src', 'main', 'cli.ts'), ...process.argv.slice(2)], environment(node))
