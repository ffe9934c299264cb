import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

test('a chart from the command line loads neither server nor database: it starts at once', () => {
  const loaded = loadedBy(['src/main/cli.ts', 'src/main/commands/spc/spc.ts'])
  const heavy = /^(?:pg|kysely|hono|react|pino|zod|@resvg|@e965|src\/platform\/(?:database|postgres)|src\/main\/web)/
  expect([...loaded].filter((one) => heavy.test(one))).toEqual([])
  expect(loaded).toContain('src/main/commands/spc/controlChart.ts')
})

/** Files and packages that are loaded with these, types and what is imported on demand aside. */
function loadedBy(files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>(files)
  for (const file of loaded) {
    if (!file.endsWith('.ts')) continue
    const text = readFileSync(join(PROGRAM_FOLDER, file), 'utf8')
    for (const [, what, to] of text.matchAll(/^(?:import|export)\b([^'"]*?)from '([^']+)'/gms)) {
      if (!/^\s*type\b/.test(what!)) loaded.add(placeOf(file, to!))
    }
  }
  return loaded
}

function placeOf(from: string, to: string): string {
  if (to.startsWith('#')) return `src/${to.slice(1)}`
  return to.startsWith('.') ? join(dirname(from), to) : to
}
