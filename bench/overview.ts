// The overview of 200 series, beside a page of the same server with nothing in it.

import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOrganisation } from '#organisation/organisation.store.ts'
import { openDatabase } from '#platform/database.pg.ts'
import { startInstallation } from '#platform/installation.ts'
import { readMigrations } from '#platform/migrations.ts'
import { startProgram } from '#test/support/program.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { startImport } from '#understand/imports.store.ts'
import type { FileFacts, SeriesFacts } from '#understand/intake/facts.ts'

const SERIES = 200
const MONTHS = 36
const AT_ONCE = 8
const REQUESTS = 600
const ROUNDS = 3

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
await fill(folder)
const program = await startProgram({ folder, words: ['--empty'] })
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
try {
  const empty = await measure(() => '/help/licence')
  const kept = await measure(() => '/overview')
  let question = 0
  const drawn = await measure(() => `/overview?search=${encodeURIComponent(spelling(question++))}`)
  report('overview-200-series', kept, empty)
  report('overview-200-series-drawn-anew', drawn, empty)
} finally {
  agent.destroy()
  await program.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Finds every series, and is another question each time: a part of all their names, its capitals counting in binary. */
function spelling(number: number): string {
  let rest = number
  return [...'the measure measure']
    .map((letter) => {
      if (letter === ' ') return letter
      const isCapital = rest % 2 === 1
      rest = Math.floor(rest / 2)
      return isCapital ? letter.toUpperCase() : letter
    })
    .join('')
}

interface Rate {
  readonly perSecond: number
  readonly medianMs: number
}

function report(name: string, page: Rate, empty: Rate): void {
  const ratio = (page.perSecond / empty.perSecond).toFixed(2)
  console.log(
    `bench: ${name} ${page.perSecond.toFixed(0)} requests/s, median ${page.medianMs.toFixed(1)} ms at ${AT_ONCE} at once, ${ratio} of an empty page of the same server (${empty.perSecond.toFixed(0)} requests/s)`,
  )
}

/** The best of several rounds, after one to warm up. */
async function measure(path: () => string): Promise<Rate> {
  const rates: Rate[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const times: number[] = []
    let left = REQUESTS
    const start = performance.now()
    const client = async () => {
      while (left-- > 0) {
        const sent = performance.now()
        await fetchPage(path())
        times.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, client))
    const perSecond = (REQUESTS * 1000) / (performance.now() - start)
    if (round > 0) rates.push({ perSecond, medianMs: times.sort((a, b) => a - b)[times.length >> 1]! })
  }
  return rates.reduce((best, rate) => (rate.perSecond > best.perSecond ? rate : best))
}

function fetchPage(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${program.address}${path}`, { agent }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
      )
    }).on('error', reject)
  })
}

async function fill(data: string): Promise<void> {
  const installation = await startInstallation(data, readMigrations('migrations'))
  const database = await openDatabase(installation.urls.program)
  const organisation = await createOrganisation(database, { code: 'TST', name: 'Bench Trust', fictional: true })
  await database.as(organisation, async (db) => {
    const importId = await startImport(db, { door: 'demonstration', fileName: 'bench', fileBytes: 0, by: null })
    await acceptImport(db, { importId, facts: facts(), placements: {}, by: null })
  })
  await database.close()
  await installation.stop()
}

function facts(): FileFacts {
  const codes = Array.from({ length: SERIES }, (_, i) => `measure-${i}`)
  const series = codes.map((measure, i): SeriesFacts => {
    const periods = Array.from({ length: MONTHS }, (_, month) => 2024 * 12 + month)
    const numerators = Float64Array.from(
      periods,
      (_, month) => 100 + ((month * 37 + i * 11) % 23) + (i % 9 === 0 && month > 26 ? 20 : 0),
    )
    return {
      measure,
      holder: 'TST',
      stratum: '',
      periods,
      numerators,
      denominators: null,
      spreads: null,
      provisional: null,
    }
  })
  const measures = codes.map((code) => ({
    ...{ code, name: `The measure ${code}`, kind: 'count' as const, period: 'month' as const, weekEnds: 0, unit: '' },
    ...{ multiplier: 1, decimals: 0, numerator: 'things', denominator: '', better: 'higher' as const, area: 'Bench' },
  }))
  return {
    series,
    measures,
    holders: [{ code: 'TST', name: 'Bench Trust', as: 'unit' }],
    faults: [],
    leftOut: [],
    rows: 0,
  }
}
