import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import { TooManySeries } from '#understand/intake/applying/seriesStore.ts'
import { fileFacts, type ReadFile } from '#understand/intake/fileFacts.ts'
import { type Mapping, parseMapping } from '#understand/intake/mapping.ts'
import { packSeries } from '#understand/intake/packedSeries.ts'
import type { FromProcess, ReadingTask, ToProcess } from '#understand/intake/reading.ts'

/** Reads one file, in a process of its own: what is hostile in a file can only end this process. It gets its task as its first message. */

const PROGRESS_EVERY_MS = 100
const SERIES_A_MESSAGE = 1_000

let answered: (mapping: Mapping | null) => void = () => {}
let saidAt = 0

process.on('message', (message: ToProcess) => {
  if (message.kind === 'recalled') answered(message.mapping === null ? null : parseMapping(message.mapping))
  else void read(message.task)
})
// Whoever asked is gone, and nobody waits for the answer.
process.on('disconnect', () => process.exit())

async function read({ file, mapping, context }: ReadingTask): Promise<void> {
  try {
    await tell(await fileFacts(file, mapping, context, { recall, onProgress }))
  } catch (error) {
    await say(refusal(error))
  }
  process.disconnect()
}

/** In parts: while one is on its way, the program makes series of the one before. */
async function tell(read: ReadFile): Promise<void> {
  const { series } = read.facts
  for (let at = 0; at < series.length; at += SERIES_A_MESSAGE)
    void say({ kind: 'series', series: packSeries(series.slice(at, at + SERIES_A_MESSAGE)) })
  await say({ kind: 'read', read: { ...read, facts: { ...read.facts, series: [] } } })
}

function refusal(error: unknown): FromProcess {
  if (error instanceof Problem) return { kind: 'problem', code: error.code, message: withoutPersonal(error.message) }
  if (error instanceof TooManySeries) {
    const message = `${error.message}. Choose fewer columns as strata, or correct the mapping.`
    return { kind: 'problem', code: 'too-large', message }
  }
  return { kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** What a refusal quotes from a file, such as the name of a sheet, must not identify a patient either: it is kept with the import. */
function withoutPersonal(message: string): string {
  const kind = personalIn(message)
  if (!kind) return message
  return `The file has ${ONE_OF[kind]} where its sheets, columns or headings are named. Take it out, and bring the file again.`
}

function recall(shape: string): Promise<Mapping | null> {
  const { promise, resolve } = Promise.withResolvers<Mapping | null>()
  answered = resolve
  void say({ kind: 'shape', shape })
  return promise
}

function onProgress(done: number, of: number): void {
  const now = performance.now()
  if (now - saidAt < PROGRESS_EVERY_MS) return
  saidAt = now
  void say({ kind: 'progress', done, of })
}

function say(message: FromProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.send!(message, () => resolve())
  return promise
}
