import { spawn } from 'node:child_process'

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP']
const LOOK_AGAIN_MS = 50

/**
 * Runs a program of ours in place of this one: signals are passed on, its exit code becomes ours. It is told over the
 * channel between the two when this process is gone, and then ends as well.
 */
export function runInstead(node, words, env, cwd = process.cwd()) {
  const child = spawn(node, words, { env, cwd, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal))
  const watching = whenOrphaned(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    clearInterval(watching)
    process.exitCode = code ?? (signal ? 1 : 0)
    if (child.connected) child.disconnect()
  })
}

/** npm passes a signal to the shell between it and us, which dies of it without a word: so we look who our parent is. */
function whenOrphaned(act) {
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    act()
  }, LOOK_AGAIN_MS)
  return watching
}
