import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { say } from '../launch/say.mjs'

/** In a file or a log, colours are noise. */
const colours = process.stdout.isTTY ? [] : ['--colors=off']

/** Format and lint: biome decides style, and bans what CONTRIBUTING.md says. */
export function lint(run) {
  return [
    tool(run, 'format and lint', join('@biomejs', 'biome', 'bin', 'biome'), ['ci', '--max-diagnostics=50', ...colours]),
  ]
}

export function types(run) {
  return [tool(run, 'types', join('typescript', 'bin', 'tsc'), ['-p', '.'])]
}

/** Files, exports and dependencies that nothing uses. */
export function unusedCode(run) {
  return [tool(run, 'unused code', join('knip', 'bin', 'knip.js'), ['--no-progress'])]
}

function tool({ root, env }, name, program, words) {
  say(`\n── ${name}`)
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const passed = done.status === 0
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}
