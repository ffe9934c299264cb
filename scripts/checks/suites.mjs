import { randomInt } from 'node:crypto'
import { installedBinaries } from '../../src/platform/postgres/binaries.ts'
import { say } from '../launch/say.mjs'
import { ensureBrowser } from './browser.mjs'
import { vitest } from './vitest.mjs'

export function unitTests(run) {
  return [vitest(run, 'unit, property, reference and boundary tests', 'unit')]
}

/** On the embedded server, and again on each other server there is: SQL must mean the same on all. */
export function databaseTests(run) {
  const outcomes = [vitest(run, 'database tests, embedded PostgreSQL', 'database', { TEST_SERVER: 'embedded' })]
  const installed = installedBinaries()
  if (installed) {
    outcomes.push(vitest(run, `database tests, ${installed}`, 'database', { TEST_SERVER: 'installed' }))
  } else {
    say('\n── database tests on an installed PostgreSQL: left out, there is none in /usr/lib/postgresql')
  }
  if (process.env.TEST_DATABASE_URL) {
    outcomes.push(vitest(run, 'database tests, the server of TEST_DATABASE_URL', 'database', { TEST_SERVER: 'named' }))
  }
  return outcomes
}

export async function browserTests(run) {
  const name = 'browser tests'
  const problem = await ensureBrowser()
  if (problem) {
    say(`\n── ${name}: ${problem}`)
    return [{ name, passed: 0, failed: 1, skipped: 0 }]
  }
  return [vitest(run, name, 'browser', { TEST_SERVER: 'embedded' })]
}

/** The long proofs: a sample in `npm test`, all of it in `npm run torture`. Each says how much of itself it ran. */
export function torture(run) {
  const seed = process.env.TORTURE_SEED ?? String(randomInt(1, 2 ** 31))
  const how = run.full ? 'full count' : 'a sample; npm run torture runs the full count'
  const more = { TORTURE: run.full ? 'full' : 'sample', TORTURE_SEED: seed }
  return [vitest(run, `torture: ${how}; seed ${seed} (TORTURE_SEED=${seed} repeats it)`, 'torture', more)]
}
