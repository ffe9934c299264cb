import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Problem, type ProblemCode } from '#platform/errors.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { ReadFile } from '#understand/intake/fileFacts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'

export type { ReadFile } from '#understand/intake/fileFacts.ts'

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** `of` is null while nobody knows how much there is. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number | null }) => void
  /** The mapping that is remembered for files of a shape; asked only where none is given and no sheet was chosen. */
  readonly recall?: (shape: string) => Promise<Mapping | null>
}

export interface ReadingTask {
  readonly file: { readonly name: string; readonly path: string }
  readonly mapping: Mapping | null
  readonly context: IntakeContext
}

export type FromWorker =
  | { readonly kind: 'shape'; readonly shape: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'read'; readonly read: ReadFile }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly message: string }

export interface ToWorker {
  readonly recalled: Mapping | null
}

/** Memory for one reading. A spreadsheet of five million cells needs about half. */
const LIMITS_OF_THREAD = { maxOldGenerationSizeMb: 1_536, maxYoungGenerationSizeMb: 128, stackSizeMb: 16 }
/** No honest file takes so long between two signs of life. */
const SILENT_MS = 120_000

/**
 * Reads a file into facts, in a thread of its own with bounded memory and time: by the mapping given, else by the one
 * remembered for its shape, else by one that is proposed.
 *
 * @throws Problem for a file that cannot be read, is hostile, or identifies patients; the signal's reason when it is stopped
 */
export function readFacts(
  file: ReadingTask['file'],
  mapping: Mapping | null,
  context: IntakeContext,
  options: ReadOptions = {},
): Promise<ReadFile> {
  const { signal, onProgress, recall } = options
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<ReadFile>()
  const task: ReadingTask = { file: { name: file.name, path: file.path }, mapping, context }
  const worker = new Worker(workerFile(), { workerData: task, resourceLimits: LIMITS_OF_THREAD, execArgv: [] })
  const silence = setTimeout(() => reject(tookTooLong()), SILENT_MS)
  const abort = () => reject(signal!.reason as Error)
  signal?.addEventListener('abort', abort)
  worker.on('message', (message: FromWorker) => {
    silence.refresh()
    if (message.kind === 'progress') onProgress?.({ done: message.done, of: message.of })
    else if (message.kind === 'read') resolve(message.read)
    else if (message.kind === 'problem') reject(new Problem(message.code, message.message))
    else answer(worker, recall, message.shape).catch(reject)
  })
  worker.on('error', (error) => reject(isOutOfMemory(error) ? needsTooMuch() : error))
  worker.on('exit', () => reject(new Error('The reading of a file ended without an answer')))
  return promise.finally(async () => {
    clearTimeout(silence)
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  })
}

async function answer(worker: Worker, recall: ReadOptions['recall'], shape: string): Promise<void> {
  const recalled = recall ? await recall(shape) : null
  worker.postMessage({ recalled } satisfies ToWorker)
}

/**
 * The worker runs from its source, by Node itself, also where this code was bundled: looked for from here upwards, so that
 * no bundler has to know about it. It imports `.ts` files and packages only.
 */
function workerFile(): string {
  const place = join('src', 'understand', 'intake', 'reading.worker.ts')
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, place))) return join(folder, place)
    if (folder === dirname(folder)) throw new Error(`${place} is not there: it must be shipped beside the program`)
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function needsTooMuch(): Problem {
  return new Problem(
    'too-large',
    'The file needs more memory to read than a table of figures should. Save only the sheets and columns that are needed, as CSV if you can, and bring it again.',
  )
}

function tookTooLong(): Problem {
  return new Problem(
    'too-large',
    'The file took too long to read. Save only the sheets and columns that are needed, as CSV if you can, and bring it again.',
  )
}
