import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../launch/say.mjs'

/** Runs one project of vitest.config.ts and counts its tests. */
export function vitest({ root, env }, name, project, more = {}) {
  say(`\n── ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tests-'))
  const file = join(folder, 'results.json')
  const words = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]
  try {
    const done = spawnSync(process.execPath, words, { cwd: root, env: { ...env, ...more }, stdio: 'inherit' })
    return { name, ...countsOf(file, done.status) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countsOf(file, status) {
  const results = read(file)
  if (!results) return { passed: 0, failed: 1, skipped: 0 }
  // A file that could not even be loaded has no tests to count: it counts as one that failed.
  const unloaded = results.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0).length
  const failed = results.numFailedTests + unloaded
  return {
    passed: results.numPassedTests,
    // An error outside any test must not pass unseen.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
