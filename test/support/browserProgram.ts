import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Where the browser from npm unpacks itself: not the temporary folder, which users of one machine share. */
const UNPACKED = join('node_modules', '.cache', 'golden-thread-browser')

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

let found: Promise<string | null> | undefined

/**
 * The browser that tests use: the one that came with npm, or where system libraries it needs are missing, the
 * machine's own. Null where neither runs.
 */
export function browserProgram(): Promise<string | null> {
  found ??= firstThatRuns()
  return found
}

async function firstThatRuns(): Promise<string | null> {
  const carried = await unpacked()
  if (carried && runs(carried)) return carried
  return INSTALLED.find(runs) ?? null
}

async function unpacked(): Promise<string | null> {
  const before = process.env.TMPDIR
  mkdirSync(UNPACKED, { recursive: true })
  process.env.TMPDIR = join(process.cwd(), UNPACKED)
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const program = await chromium.executablePath()
    if (runs(program)) return program
    // Half unpacked by a run that was cut short: once more from nothing.
    rmSync(UNPACKED, { recursive: true, force: true })
    mkdirSync(UNPACKED, { recursive: true })
    return await chromium.executablePath()
  } catch {
    return null
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Asking for its version loads every library it needs. */
function runs(program: string): boolean {
  return spawnSync(program, ['--version', '--no-sandbox']).status === 0
}

/** Looks again at the next call: something was installed. */
export function forgetBrowser(): void {
  found = undefined
}
