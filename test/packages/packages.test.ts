import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'
import { checked, examplesOf, valuesIn } from './examples.ts'
import { type Installed, installedPackages } from './packed.ts'

let installed: Installed

beforeAll(() => {
  installed = installedPackages()
}, 120_000)

afterAll(() => installed.remove())

function put(name: string, text: string): string {
  writeFileSync(join(installed.folder, name), text)
  return name
}

const USES_BOTH = `
import { analyse, signals } from '@golden-thread/spc'
import { sparklineSvg, variationIconSvg } from '@golden-thread/charts'
import { GALLERY } from '@golden-thread/charts/gallery'
const analysis = analyse({ chart: 'xmr', numerators: [1, 2, 1, 2, 1, 2, 9], direction: 'lower' })
console.log(analysis.variation, signals(analysis).length, variationIconSvg(analysis.variation, 48).slice(0, 4), GALLERY.length > 9, typeof sparklineSvg)
`

describe('what others install', () => {
  test('runs in plain Node, without TypeScript', () => {
    const said = installed.run(put('uses.mjs', USES_BOTH), '--no-strip-types')
    expect(said).toBe('concerningHigh 1 <svg true function\n')
  })

  test('has types that a strict program is checked by', () => {
    const wrong = `${USES_BOTH}\nconst mean: string = analysis.centre\n`
    const types = (file: string) => {
      const tsc = join(PROGRAM_FOLDER, 'node_modules', 'typescript', 'bin', 'tsc')
      const words = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2024,dom']
      try {
        return execFileSync(process.execPath, [tsc, ...words, '--types', '', file], {
          cwd: installed.folder,
          encoding: 'utf8',
        })
      } catch (error) {
        return (error as { stdout: string }).stdout
      }
    }
    expect(types(put('right.ts', USES_BOTH))).toBe('')
    expect(types(put('wrong.ts', wrong))).toMatch(/^wrong\.ts\(\d+,7\): error TS2322.*\n.*$/)
  })

  test.each(['spc', 'charts'])(
    '%s says what it exports, with types, and that it has no side effects of its own',
    (name) => {
      const place = installed.place(`@golden-thread/${name}`)
      const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
      expect(manifest).not.toHaveProperty('private')
      expect(manifest.exports['.']).toEqual({ types: './types/index.d.ts', default: './index.js' })
      expect([false, ['*.css']]).toContainEqual(manifest.sideEffects)
      const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
      expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'index.js', 'types/index.d.ts']))
      expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([])
    },
  )

  test('the statistics depend on nothing', () => {
    const place = installed.place('@golden-thread/spc')
    expect(JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies')
    expect(readFileSync(join(place, 'index.js'), 'utf8')).not.toMatch(/^import|\brequire\(|\bprocess\.(?:env|argv)/m)
  })
})

describe.each(['spc', 'charts'])('the README of %s', (name) => {
  const examples = examplesOf(readFileSync(join(PROGRAM_FOLDER, 'packages', name, 'README.md'), 'utf8'))

  test('has examples that say what they give', () => {
    expect(examples.reduce((sum, example) => sum + valuesIn(example), 0)).toBeGreaterThan(4)
  })

  test.each(examples)('the example on line $line gives what it says', (example) => {
    installed.run(put(`${name}-${example.line}.ts`, checked(example)), '--disable-warning=ExperimentalWarning')
  })
})
