import { spawnSync } from 'node:child_process'
import { browserProgram, forgetBrowser } from '../../test/support/browserProgram.ts'
import { say } from '../launch/say.mjs'

/**
 * Makes sure that a browser runs: npm's, or the machine's, or as root one from the distribution.
 *
 * @returns null, or what to do about it
 */
export async function ensureBrowser() {
  if (await browserProgram()) return null
  if (process.getuid?.() === 0 && aptInstalls('chromium')) {
    forgetBrowser()
    if (await browserProgram()) return null
  }
  return 'no browser runs on this machine. Install Chromium (Debian, Ubuntu: sudo apt-get install chromium), then run npm test again'
}

function aptInstalls(name) {
  if (spawnSync('apt-get', ['--version']).status !== 0) return false
  say(`Installing ${name} and its libraries (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words) =>
    spawnSync('apt-get', ['-qq', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', name)
}
