import { readSettings } from '#main/settings.ts'
import { type Running, start } from '#main/start.ts'
import { Problem } from '#platform/errors.ts'

/** After this long something hangs: the database is safe whenever it is cut off. */
const PATIENCE_MS = 60_000

const say = (line: string) => console.log(line)
const stopped = new AbortController()

// Ctrl-C may arrive twice, from the terminal and from npm: the second changes nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())
// The launcher is gone, and with it whoever could stop us.
process.on('disconnect', () => stopped.abort())

try {
  const running = await start(readSettings(process.argv.slice(2), process.env), say)
  await untilStopped(running)
  process.exit(0)
} catch (error) {
  console.error(`\n${error instanceof Problem ? error.message : (error as Error).stack}`)
  process.exit(1)
}

async function untilStopped(running: Running): Promise<void> {
  if (!stopped.signal.aborted) {
    say(`Golden Thread is at ${running.address} (Ctrl-C stops it)`)
    await new Promise((resolve) => {
      stopped.signal.addEventListener('abort', resolve, { once: true })
    })
  }
  say('Stopping …')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
  await running.close()
}
