import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { Problem } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { refuseFileName } from '#understand/intake/personal.ts'

/** 250 MB: about three million lines, more than any national file has. */
export const MAX_UPLOAD_BYTES = 250 * 1024 * 1024

/** What the file field of a form offers first; the readers look at the content, not at the name. */
export const ACCEPTED_FILES = '.csv,.tsv,.txt,.xlsx,.xls,.ods,.json'

/** A file that a person brought, in a private place until it is imported, refused or stopped. */
export interface ReceivedFile {
  /** The person's own name for it, without folders. */
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/**
 * Streams the file field of a form to disk, so that a large file never stands in memory.
 * Only the program's user can read it (0600, in a folder of 0700). Nothing is left behind when it throws.
 *
 * @throws Problem invalid when there is no file, or it is empty; too-large beyond `limit` bytes
 */
export async function receiveFile(request: Request, folder: string, limit = MAX_UPLOAD_BYTES): Promise<ReceivedFile> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data') || request.body === null) throw noFile()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, newId<'upload'>())
  try {
    const received = await firstFile(request.body, contentType, path, limit)
    // A form that is sent without a file sends a part without a name.
    if (!received?.name) throw noFile()
    if (received.bytes === 0) throw invalid(`“${received.name}” is empty. Choose a file with figures in it.`)
    return received
  } catch (error) {
    await removeReceived(path)
    throw error
  }
}

export async function removeReceived(path: string): Promise<void> {
  await rm(path, { force: true })
}

/**
 * At start: whatever an ended run of the program left in the folder is nobody's any more.
 *
 * @param isInUse whether what has this name belongs to another program, which runs
 */
export async function purgeReceived(folder: string, isInUse: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => !isInUse(name))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true, recursive: true })))
}

async function firstFile(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  path: string,
  limit: number,
): Promise<ReceivedFile | null> {
  const form = formReader(contentType, limit)
  const writing: { stream: BusboyFileStream; done: Promise<ReceivedFile> }[] = []
  form.on('file', (_field, stream, name) => {
    const done = writeFile(stream, name, path)
    // Awaited once the form has been read; a failure before that must not count as unhandled.
    done.catch((error: Error) => form.destroy(error))
    writing.push({ stream, done })
  })
  try {
    await pipeline(Readable.fromWeb(body as unknown as NodeReadableStream), form)
    return (await writing[0]?.done) ?? null
  } catch (error) {
    // The writer must have let go of the file before it is removed.
    for (const { stream } of writing) stream.destroy()
    await Promise.allSettled(writing.map(({ done }) => done))
    throw isOfForm(error) ? notWhole() : error
  }
}

/** @throws Problem when the form does not say where its parts end */
function formReader(contentType: string, limit: number): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': contentType as `multipart/${string}` },
      limits: { files: 1, fields: 20, fieldSize: 10_000, fileSize: limit },
    })
  } catch (error) {
    throw isOfForm(error) ? notWhole() : error
  }
}

/** What the reader of forms says of one that breaks off, or is none: it has no code for it. */
function isOfForm(error: unknown): boolean {
  return error instanceof Error && /multipart|boundary|terminated early/i.test(error.message)
}

function notWhole(): Problem {
  return invalid('The file did not arrive whole. Bring it again.')
}

/** A form that was sent without a file has a part for it, and no name. */
async function writeFile(stream: BusboyFileStream, given: string | undefined, path: string): Promise<ReceivedFile> {
  const name = given ?? ''
  refuseFileName(name)
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
  if (stream.truncated) {
    throw new Problem('too-large', `“${name}” is larger than ${inMegabytes(stream.bytesRead)} MB. Bring it in parts.`, {
      file: `Choose a file of at most ${inMegabytes(stream.bytesRead)} MB`,
    })
  }
  return { name, path, bytes: stream.bytesRead }
}

function inMegabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}

function noFile(): Problem {
  return invalid('Choose a file first.')
}

function invalid(message: string): Problem {
  return new Problem('invalid', message, { file: message })
}
