import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSecret } from './secret.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-secret-'))
  file = join(folder, 'secret')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const BEFORE = [
  { name: 'where there was none', prepare: () => undefined },
  { name: 'in place of another', prepare: () => writeFileSync(file, 'old') },
  { name: 'beside one that was cut short', prepare: () => writeFileSync(`${file}.new`, 'ha', { mode: 0o644 }) },
]

for (const { name, prepare } of BEFORE) {
  test(`a secret is whole, its owner's alone, and leaves nothing beside it: ${name}`, () => {
    prepare()
    writeSecret(file, 'whole')
    expect(readFileSync(file, 'utf8')).toBe('whole')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secret'])
  })
}
