import { closeSync, openSync, readSync } from 'node:fs'
import type { Encoding } from '#understand/intake/readers/encoding.ts'

const CHUNK = 1 << 20

/** The text of a file from a byte on, a piece at a time, with every line end as a line feed. `done` counts bytes. */
export function* textChunks(
  path: string,
  encoding: Encoding,
  from = 0,
): Generator<{ readonly text: string; readonly done: number; readonly isLast: boolean }> {
  const file = openSync(path, 'r')
  try {
    const decoder = new TextDecoder(encoding, { ignoreBOM: from > 0 })
    const buffer = new Uint8Array(CHUNK)
    let done = from
    let isAfterReturn = false
    for (;;) {
      const read = readSync(file, buffer, 0, CHUNK, done)
      done += read
      const decoded = decoder.decode(buffer.subarray(0, read), { stream: read > 0 })
      // A carriage return at the end of a piece may have its line feed in the next one.
      const text = isAfterReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded
      if (decoded !== '') isAfterReturn = decoded.endsWith('\r')
      yield { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, done, isLast: read === 0 }
      if (read === 0) return
    }
  } finally {
    closeSync(file)
  }
}
