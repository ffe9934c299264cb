import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULE_SETS } from '@golden-thread/spc'
import { METHOD_OPTIONS, RULE_ABOUTS } from '@golden-thread/spc/methods'
import { expect, test } from 'vitest'
import { methodPages } from './pages.ts'

const FOLDER = fileURLToPath(new URL('../../docs/methods', import.meta.url))
const pages = methodPages()

test('the pages of docs/methods are those that the code makes; after a change of it: npm run docs', () => {
  const outOfDate = pages.filter(({ path, text }) => {
    const file = join(FOLDER, path)
    return !existsSync(file) || readFileSync(file, 'utf8') !== text
  })
  expect(outOfDate.map(({ path }) => path)).toEqual([])
})

test('no page is there that the code does not make', () => {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files).toHaveLength(pages.length)
})

test('every rule of every set is of a kind that is told', () => {
  const told = RULE_ABOUTS.flatMap(({ ids }) => ids)
  const missing = RULE_SETS.flatMap(({ rules }) => rules.map(({ id }) => id)).filter((id) => !told.includes(id))
  expect(missing).toEqual([])
})

test('every link leads to a page, a picture or a heading that is there', () => {
  const wrong = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map((match) => match[1]!)
      .filter((to) => !leads(path, to))
      .map((to) => `${path}: ${to}`),
  )
  expect(wrong).toEqual([])
})

test('every option of a method is told once, the default first', () => {
  const names = METHOD_OPTIONS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { values } of METHOD_OPTIONS) expect(values.length).toBeGreaterThan(0)
})

test('formulas have as many brackets opened as closed', () => {
  for (const { text } of pages) {
    for (const [, tex] of text.matchAll(/```math\n(.*)\n```/g)) {
      expect(tex!.split('{').length, tex).toBe(tex!.split('}').length)
      expect(tex!.split('\\left').length, tex).toBe(tex!.split('\\right').length)
    }
  }
})

function leads(from: string, link: string): boolean {
  const [to, heading] = link.split('#')
  const file = join(FOLDER, from, '..', to!)
  if (!existsSync(file)) return false
  return heading === undefined || readFileSync(file, 'utf8').toLowerCase().includes(`### \`${heading}\``)
}
