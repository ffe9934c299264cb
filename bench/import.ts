// A million long observations, from a file on disk to committed with statistics stored, beside COPY of the same rows.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { createOrganisation } from '#organisation/organisation.store.ts'
import { openDatabase } from '#platform/database.pg.ts'
import { prepareServer } from '#platform/installation.ts'
import { readMigrations } from '#platform/migrations.ts'
import { newPasswords } from '#platform/postgres/roles.ts'
import { startServer } from '#platform/postgres/server.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { startImport } from '#understand/imports.store.ts'
import { NOTHING_KNOWN } from '#understand/intake/context.ts'
import { readFacts } from '#understand/intake/reading.ts'

const MEASURES = 50
const UNITS = 334
const MONTHS = 60
const ROWS = MEASURES * UNITS * MONTHS

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
const server = await startServer(folder)
try {
  const urls = await prepareServer(server.url, 'golden_thread', newPasswords(), readMigrations('migrations'))
  const file = join(folder, 'long.csv')
  await writeRows(file)
  const copied = await seconds(() => copyRows(server.url('golden_thread'), file))
  let reading = 0
  const imported = await seconds(async () => {
    reading = await importRows(urls.program, file)
  })
  const rate = Math.round(ROWS / imported).toLocaleString('en-GB')
  console.log(
    `bench: import-million-rows ${imported.toFixed(1)} s, of which ${reading.toFixed(1)} s reading (${rate} rows/s) for ${ROWS.toLocaleString('en-GB')} rows, ${(imported / copied).toFixed(2)} of COPY of the same rows into a plain keyed table (${copied.toFixed(1)} s)`,
  )
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function writeRows(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write('measure,unit,period,numerator,denominator\n')
  let seed = 1
  for (let measure = 0; measure < MEASURES; measure++) {
    for (let unit = 0; unit < UNITS; unit++) {
      let text = ''
      for (let month = 0; month < MONTHS; month++) {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
        const period = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
        const denominator = 400 + (seed % 100)
        text += `Measure ${measure},WARD${unit},${period},${Math.floor(denominator / 2) + (seed % 37)},${denominator}\n`
      }
      out.write(text)
    }
  }
  out.end()
  await finished(out)
}

async function copyRows(url: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE TABLE plain (measure text, unit text, period date, numerator double precision, denominator double precision,
                                          PRIMARY KEY (measure, unit, period))`)
  await client.query(`COPY plain FROM '${file}' (FORMAT csv, HEADER)`)
  await client.end()
}

/** Seconds of it that were reading. */
async function importRows(url: string, path: string): Promise<number> {
  const database = await openDatabase(url)
  const organisation = await createOrganisation(database, { code: 'TST', name: 'Bench Trust', fictional: true })
  const start = performance.now()
  const { facts } = await readFacts({ name: 'long.csv', path }, null, { ...NOTHING_KNOWN, organisationCode: 'TST' })
  const reading = (performance.now() - start) / 1000
  if (facts.faults.length > 0) throw new Error(JSON.stringify(facts.faults[0]))
  await database.as(organisation, async (db) => {
    const importId = await startImport(db, { door: 'command', fileName: 'long.csv', fileBytes: 0, by: null })
    const accepted = await acceptImport(db, { importId, facts, placements: {}, by: null })
    if (accepted.added !== ROWS) throw new Error(`${accepted.added} observations of ${ROWS} came in`)
  })
  await database.close()
  return reading
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
