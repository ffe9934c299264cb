import { spawn } from 'node:child_process'

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program of ours in place of this one: signals are passed on, its exit code becomes ours. It is told over the
 * channel between the two when this process is gone, and then ends as well.
 */
export function runInstead(node, words, env) {
  const child = spawn(node, words, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
    if (child.connected) child.disconnect()
  })
}
