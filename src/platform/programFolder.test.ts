import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROGRAM_FOLDER } from './programFolder.ts'

test('it is the folder of the program, with its migrations', () => {
  expect(JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'package.json'), 'utf8'))).toMatchObject({
    name: 'golden-thread',
  })
  expect(existsSync(join(PROGRAM_FOLDER, 'migrations', '0001-organisation.sql'))).toBe(true)
})
