import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '#platform/errors.ts'
import { TooManySeries } from '#understand/intake/applying/seriesStore.ts'
import { fileFacts, type ReadFile } from '#understand/intake/fileFacts.ts'
import { type Mapping, parseMapping } from '#understand/intake/mapping.ts'
import type { FromWorker, ReadingTask, ToWorker } from '#understand/intake/reading.ts'

/** Reads one file, in a thread of its own: what is hostile in a file can only end this thread. */

const port = parentPort!
const say = (message: FromWorker, move: readonly ArrayBuffer[] = []) => port.postMessage(message, [...move])
const PROGRESS_EVERY_MS = 100

let answered: (mapping: Mapping | null) => void = () => {}
port.on('message', ({ recalled }: ToWorker) => answered(recalled === null ? null : parseMapping(recalled)))

function recall(shape: string): Promise<Mapping | null> {
  const { promise, resolve } = Promise.withResolvers<Mapping | null>()
  answered = resolve
  say({ kind: 'shape', shape })
  return promise
}

let saidAt = 0
function onProgress(done: number, of: number): void {
  const now = performance.now()
  if (now - saidAt < PROGRESS_EVERY_MS) return
  saidAt = now
  say({ kind: 'progress', done, of })
}

/** The packed figures are handed over, not copied. */
function buffersOf({ facts }: ReadFile): readonly ArrayBuffer[] {
  return facts.series.flatMap(({ numerators, denominators, spreads }) =>
    [numerators, denominators, spreads].flatMap((values) => (values ? [values.buffer as ArrayBuffer] : [])),
  )
}

const { file, mapping, context } = workerData as ReadingTask
try {
  const read = await fileFacts(file, mapping, context, { recall, onProgress })
  say({ kind: 'read', read }, buffersOf(read))
} catch (error) {
  if (error instanceof Problem) say({ kind: 'problem', code: error.code, message: error.message })
  else if (error instanceof TooManySeries)
    say({
      kind: 'problem',
      code: 'too-large',
      message: `${error.message}. Choose fewer columns as strata, or correct the mapping.`,
    })
  else throw error
} finally {
  port.close()
}
