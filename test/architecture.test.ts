import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { architectureTable, EMPTY_NAMES, ORDER, PACKAGES, SQL_BESIDES_STORES } from './architecture.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

interface Source {
  /** From the repository's root, with slashes. */
  readonly path: string
  readonly text: string
  /** What it imports, as written. */
  readonly imports: readonly string[]
}

const sources = ['packages', 'src', 'test', 'bench', 'scripts'].flatMap(sourcesIn)
const product = sources.filter(({ path }) => /^(src|packages\/[^/]+\/src)\//.test(path) && !path.includes('.test.'))

test('each part imports only what stands before it', () => {
  const wrong = product.flatMap((source) => {
    const own = partOf(source.path)
    return source.imports
      .map((to) => partOf(resolved(source, to)))
      .filter((part) => part !== null && !mayImport(own!, part))
      .map((part) => `${source.path} imports ${part}`)
  })
  expect(wrong).toEqual([])
})

test('a package imports other packages only by their names, and only those its package.json lists', () => {
  const wrong = product.flatMap(({ path, imports }) => {
    if (!path.startsWith('packages/')) return []
    const folder = path.split('/').slice(0, 2).join('/')
    const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'))
    const listed = Object.keys(manifest.dependencies ?? {})
    return imports
      .filter(
        (to) =>
          !to.startsWith('./') &&
          !to.startsWith('../') &&
          !listed.some((name) => to === name || to.startsWith(`${name}/`)),
      )
      .map((to) => `${path} imports ${to}`)
  })
  expect(wrong).toEqual([])
})

test('the statistics import nothing from outside', () => {
  const outside = product
    .filter(({ path }) => path.startsWith('packages/spc/'))
    .flatMap(({ path, imports }) => imports.filter((to) => !to.startsWith('.')).map((to) => `${path} imports ${to}`))
  expect(outside).toEqual([])
})

test('only stores, and the few files that make the schema, contain SQL', () => {
  const sql =
    /\b(SELECT\s[\s\S]{1,400}?\sFROM|INSERT INTO|UPDATE \w+\s+SET|DELETE FROM|CREATE (TABLE|ROLE|DATABASE)|ALTER (TABLE|ROLE))\b/
  const wrong = product.filter(
    ({ path, text }) => sql.test(text) && !path.endsWith('.store.ts') && !SQL_BESIDES_STORES.includes(path),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('what is listed as having SQL besides stores still has it', () => {
  expect(SQL_BESIDES_STORES.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test('each table is written by the stores of one part only', () => {
  const writers = new Map<string, Set<string>>()
  for (const { path, text } of product.filter((source) => source.path.endsWith('.store.ts'))) {
    for (const [, table] of text.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM) ([a-z_]+)/g)) {
      writers.set(table!, (writers.get(table!) ?? new Set()).add(partOf(path)!))
    }
  }
  const shared = [...writers]
    .filter(([, parts]) => parts.size > 1)
    .map(([table, parts]) => `${table}: ${[...parts].join(', ')}`)
  expect(shared).toEqual([])
})

test('only main constructs: no other part opens the database, starts a server or reads the command line', () => {
  const constructing = /\bopenDatabase\(|\bstartInstallation\(|\bcreateAdaptorServer\(|\bprocess\.argv\b/
  const wrong = product.filter(({ path, text }) => !/^src\/(main|platform)\//.test(path) && constructing.test(text))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('words and rules do no input or output: files without a role in their name import no node:fs, pg or kysely', () => {
  const wrong = product.filter(({ path, imports }) => {
    const pure = /^src\/(organisation|understand)\/[A-Za-z]+\.ts$/.test(path) || path.startsWith('packages/')
    return (
      pure &&
      imports.some((to) => ['node:fs', 'node:fs/promises', 'pg', 'kysely', 'node:net', 'node:http'].includes(to))
    )
  })
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  const wrong = sources.filter(({ path }) =>
    path.split('/').some((part) => EMPTY_NAMES.includes(part.split('.')[0]!.toLowerCase())),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('file names are camelCase', () => {
  const wrong = sources.filter(
    ({ path }) => !/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z]*)*$|^golden-thread\.mjs$/.test(basename(path)),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('inside the app, imports go by # and never up two folders; only tests look at the samples of a package', () => {
  const isSample = (path: string, to: string) =>
    path.startsWith('test/') && /^\.\.\/\.\.\/packages\/[a-z]+\/test\//.test(to)
  const wrong = sources
    .filter(({ path }) => /^(src|test)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((to) => to.startsWith('../../') && !isSample(path, to)).map((to) => `${path}: ${to}`),
    )
  expect(wrong).toEqual([])
})

test('every folder of src/ has its place in the order', () => {
  const folders = readdirSync(join(ROOT, 'src'))
  expect(folders.filter((name) => !(ORDER as readonly string[]).includes(name))).toEqual([])
})

const CASES = [
  { own: 'understand', other: 'organisation', may: true },
  { own: 'organisation', other: 'understand', may: false },
  { own: 'platform', other: 'main', may: false },
  { own: 'demo', other: 'understand', may: true },
  { own: 'platform', other: 'spc', may: true },
  { own: 'charts', other: 'spc', may: true },
  { own: 'spc', other: 'charts', may: false },
  { own: 'charts', other: 'platform', may: false },
]

for (const { own, other, may } of CASES) {
  test(`${own} may ${may ? '' : 'not '}import ${other}`, () => expect(mayImport(own, other)).toBe(may))
}

test('ARCHITECTURE.md prints this very table', () => {
  expect(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')).toContain(architectureTable())
})

function mayImport(own: string, other: string): boolean {
  if (own === other) return true
  if (own in PACKAGES) return PACKAGES[own]!.includes(other)
  if (other in PACKAGES) return true
  const order: readonly string[] = ORDER
  return order.includes(other) && order.indexOf(other) <= order.indexOf(own)
}

/** `understand` for src/understand/…, `spc` for packages/spc/…; null for what is no part of ours. */
function partOf(path: string | null): string | null {
  const [top, part] = path?.split('/') ?? []
  return top === 'src' || top === 'packages' ? (part ?? null) : null
}

/** Where an import leads, from the repository's root; null for packages of others and for Node itself. */
function resolved({ path }: Source, to: string): string | null {
  if (to.startsWith('#')) return `src/${to.slice(1)}`
  if (to.startsWith('.')) return relative(ROOT, join(ROOT, dirname(path), to)).replaceAll('\\', '/')
  return to.startsWith('@golden-thread/') ? to.replace('@golden-thread/', 'packages/') : null
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('node_modules'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return {
        path,
        text,
        imports: [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!),
      }
    })
}
