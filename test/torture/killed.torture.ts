import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database.pg.ts'
import { startInstallation } from '#platform/installation.ts'
import { readMigrations } from '#platform/migrations.ts'
import { rounds, seeded, tortureSeed } from '#test/support/torture.ts'
import { readFigures, WARDS } from './figures.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-killed-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('killed while figures are taken in, program, server or both: no acknowledged figure is lost, none is half there', async () => {
  const random = seeded(tortureSeed)
  let expected = 0
  for (let round = rounds('killed while figures are taken in', { sample: 4, full: 100 }); round > 0; round--) {
    const kill = (['program', 'server', 'both'] as const)[Math.floor(random() * 3)]!
    const acknowledged = await writeUntilKilled(expected, 1 + Math.floor(random() * 40), kill)
    const { figures, latest } = await readBack()
    const story = `${kill} killed after figure ${acknowledged}`
    // One more than was acknowledged may be there: committed, and killed before it could say so.
    expect(figures, story).toEqual(Array.from({ length: figures.length }, (_, i) => i))
    expect(figures.length, story).toBeGreaterThanOrEqual(acknowledged + 1)
    expect(figures.length, story).toBeLessThanOrEqual(acknowledged + 2)
    expect(latest, story).toEqual(figures.slice(-WARDS))
    expected = figures.length
  }
})

/** The number of the last figure that was acknowledged. */
async function writeUntilKilled(first: number, after: number, kill: 'program' | 'server' | 'both'): Promise<number> {
  const child = spawn(process.execPath, ['test/torture/writer.ts', folder, String(first)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  let acknowledged = first - 1
  for await (const line of createInterface({ input: child.stdout! })) {
    acknowledged = Number(line)
    if (acknowledged !== first + after) continue
    if (kill !== 'program') process.kill(serverOf(folder), 'SIGKILL')
    if (kill !== 'server') child.kill('SIGKILL')
  }
  await ended
  expect(acknowledged, 'the writer ended before it was killed').toBeGreaterThanOrEqual(first + after)
  return acknowledged
}

function serverOf(place: string): number {
  return Number(readFileSync(join(place, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function readBack(): ReturnType<typeof readFigures> {
  const installation = await startInstallation(folder, readMigrations('migrations'))
  const database = await openDatabase(installation.urls.program)
  try {
    const organisation = await database.organisationOfHost('localhost')
    return await database.as(organisation!, readFigures)
  } finally {
    await database.close()
    await installation.stop()
  }
}
