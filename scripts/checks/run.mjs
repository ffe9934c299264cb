import { environment } from '../launch/node24.mjs'
import { giveUp, say } from '../launch/say.mjs'
import { lint, types, unusedCode } from './code.mjs'
import { conformance } from './conformance.mjs'
import { browserTests, databaseTests, torture, unitTests } from './suites.mjs'

const QUICK = [lint, types, unusedCode, unitTests]
const EVERYTHING = [...QUICK, conformance, databaseTests, browserTests, torture]

/**
 * Runs the checks one after another, whatever the one before found, and ends with one line over all of them.
 * Each gives back a list of outcomes: { name, passed, failed, skipped }.
 */
export async function runChecks(root, words) {
  const plan = planOf(words)
  // Tools started from here run on the same Node, whichever the machine's own is.
  const env = environment(process.execPath)
  const full = words.includes('--torture')
  const outcomes = []
  for (const check of plan) outcomes.push(...(await check({ root, env, full })))
  report(outcomes)
  process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0
}

function planOf(words) {
  if (words.length === 0) return EVERYTHING
  if (words.length === 1 && words[0] === '--quick') return QUICK
  if (words.length === 1 && words[0] === '--torture') return [torture]
  return giveUp(
    `npm test takes nothing; npm run check and npm run torture are parts of it. Not understood: ${words.join(' ')}`,
  )
}

function report(outcomes) {
  say('')
  for (const { name, passed, failed, skipped } of outcomes)
    say(`  ${failed ? '✗' : '✓'} ${name}: ${tally(passed, failed, skipped)}`)
  const sum = (part) => outcomes.reduce((total, outcome) => total + outcome[part], 0)
  say('')
  say(tally(sum('passed'), sum('failed'), sum('skipped')))
}

function tally(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
