import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem, type ProblemCode } from '#platform/errors.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { SeriesFacts } from '#understand/intake/facts.ts'
import type { ReadFile } from '#understand/intake/fileFacts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import { type PackedSeries, unpackSeries } from '#understand/intake/packedSeries.ts'
import { Turns } from '#understand/intake/turns.ts'

export type { ReadFile } from '#understand/intake/fileFacts.ts'

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** `of` is null while nobody knows how much there is; `waits` while other files are being read. */
  readonly onProgress?: (progress: {
    readonly done: number
    readonly of: number | null
    readonly waits?: boolean
  }) => void
  /** The mapping that is remembered for files of a shape; asked only where none is given and no sheet was chosen. */
  readonly recall?: (shape: string) => Promise<Mapping | null>
  /** Memory for this reading. A spreadsheet of five million cells needs about half of the default. */
  readonly memoryMegabytes?: number
}

export interface ReadingTask {
  readonly file: { readonly name: string; readonly path: string }
  readonly mapping: Mapping | null
  readonly context: IntakeContext
}

export type FromProcess =
  | { readonly kind: 'shape'; readonly shape: string }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  /** Some of the series, as many times as it takes; then all else that was read. */
  | { readonly kind: 'series'; readonly series: PackedSeries }
  | { readonly kind: 'read'; readonly read: ReadFile }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly message: string }
  /** A fault of ours, for the log. */
  | { readonly kind: 'fault'; readonly stack: string }

export type ToProcess =
  | { readonly kind: 'task'; readonly task: ReadingTask }
  | { readonly kind: 'recalled'; readonly mapping: Mapping | null }

/** Each may need as much memory as the rest of the program, and has a processor to itself. */
export const READING_TURNS = new Turns(2)
const DEFAULT_MEGABYTES = 1_536
/** No honest file takes so long between two signs of life. */
const SILENT_MS = 120_000

/**
 * Reads a file into facts, in a process of its own with bounded memory and time: by the mapping given, else by the one
 * remembered for its shape, else by one that is proposed. A process and not a thread, since a thread that runs out of
 * memory can take the whole program with it. Two at once; the others wait for their turn.
 *
 * @throws Problem for a file that cannot be read, is hostile, or identifies patients; the signal's reason when it is stopped
 */
export async function readFacts(
  file: ReadingTask['file'],
  mapping: Mapping | null,
  context: IntakeContext,
  options: ReadOptions = {},
): Promise<ReadFile> {
  const { signal, onProgress } = options
  const end = await READING_TURNS.take(signal, () => onProgress?.({ done: 0, of: null, waits: true }))
  try {
    onProgress?.({ done: 0, of: null })
    return await readByProcess(file, mapping, context, options)
  } finally {
    end()
  }
}

async function readByProcess(
  file: ReadingTask['file'],
  mapping: Mapping | null,
  context: IntakeContext,
  options: ReadOptions,
): Promise<ReadFile> {
  options.signal?.throwIfAborted()
  const task: ReadingTask = { file: { name: file.name, path: file.path }, mapping, context }
  const child = begin(options.memoryMegabytes ?? DEFAULT_MEGABYTES)
  const stop = Promise.withResolvers<never>()
  const silence = setTimeout(() => stop.reject(tookTooLong()), SILENT_MS)
  const abort = () => stop.reject(options.signal!.reason as Error)
  options.signal?.addEventListener('abort', abort)
  child.on('message', () => silence.refresh())
  try {
    child.send({ kind: 'task', task } satisfies ToProcess)
    return await Promise.race([answerOf(child, options), stop.promise])
  } finally {
    clearTimeout(silence)
    options.signal?.removeEventListener('abort', abort)
    child.kill('SIGKILL')
  }
}

function answerOf(child: ChildProcess, { onProgress, recall }: ReadOptions): Promise<ReadFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadFile>()
  const series: SeriesFacts[] = []
  const recalled = async (shape: string) => {
    const mapping = recall ? await recall(shape) : null
    child.send({ kind: 'recalled', mapping } satisfies ToProcess)
  }
  child.on('message', (message: FromProcess) => {
    if (message.kind === 'progress') onProgress?.({ done: message.done, of: message.of })
    else if (message.kind === 'series') series.push(...unpackSeries(message.series))
    else if (message.kind === 'read') resolve({ ...message.read, facts: { ...message.read.facts, series } })
    else if (message.kind === 'problem') reject(new Problem(message.code, message.message))
    else if (message.kind === 'fault') reject(new Error(`Reading a file failed: ${message.stack}`))
    else recalled(message.shape).catch(reject)
  })
  child.on('error', reject)
  // Out of memory, a process ends itself without a word.
  child.on('exit', (code, signal) =>
    reject(signal || code ? needsTooMuch() : new Error('Reading a file ended without an answer')),
  )
  return promise
}

/** It knows no address of a database and no secret: only where programs and time zones are. */
function begin(megabytes: number): ChildProcess {
  const { PATH, SystemRoot, TZ } = process.env
  const env = Object.fromEntries(Object.entries({ PATH, SystemRoot, TZ }).filter(([, value]) => value !== undefined))
  return fork(programFile(), [], {
    serialization: 'advanced',
    // Rows live for a moment and in great numbers: with room for them the collector hardly has to look.
    execArgv: [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=64'],
    // What a library prints about a damaged file is no output of this program.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env,
  })
}

/**
 * The process runs from its source, by Node itself, also where this code was bundled: looked for from here upwards, so that
 * no bundler has to know about it. It imports `.ts` files and packages only.
 */
function programFile(): string {
  const place = join('src', 'understand', 'intake', 'reading.process.ts')
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, place))) return join(folder, place)
    if (folder === dirname(folder)) throw new Error(`${place} is not there: it must be shipped beside the program`)
  }
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
