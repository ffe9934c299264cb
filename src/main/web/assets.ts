import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

/** Where the build puts what browsers load. */
const FOLDER = join(PROGRAM_FOLDER, 'dist', 'browser')
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

export interface Assets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}

/** The addresses of what was built; none before the first build, so that tests of routes need no build. */
export function builtAssets(): Assets {
  const manifest = join(FOLDER, 'manifest.json')
  if (!existsSync(manifest)) return { styles: [], scripts: [] }
  const chunks = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>).filter(
    (chunk) => chunk.isEntry,
  )
  return {
    styles: chunks.flatMap((chunk) => chunk.css ?? []).map((file) => `/${file}`),
    scripts: chunks.map((chunk) => `/${chunk.file}`),
  }
}

/** Names carry a hash of what is in them: kept for a year, never asked for again. */
export function assetRoutes() {
  return new Hono().get('/:file{[A-Za-z0-9._-]+}', compress(), (c) => {
    const path = join(FOLDER, 'assets', c.req.param('file'))
    const type = TYPES[path.split('.').at(-1)!]
    if (!type || !existsSync(path)) return c.notFound()
    c.header('content-type', type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(readFileSync(path))
  })
}
