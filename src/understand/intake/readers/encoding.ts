import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { Problem } from '#platform/errors.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const CHUNK = 1 << 20
/** More than one in a thousand of them, and the bytes are no text. */
const CONTROLS_ALLOWED = 1 / 1_000

/**
 * How the text of a file is written: by its mark, else UTF-8 if all of it is, else Windows-1252, which Excel writes.
 *
 * @throws Problem for a file that is no text at all
 */
export function encodingOf(path: string, head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = wideWithoutMark(head)
  if (wide) return wide
  if (controlsIn(head) > head.length * CONTROLS_ALLOWED) {
    throw new Problem(
      'invalid',
      'The file is no table of text: it has bytes that no text has. Bring the CSV, Excel, OpenDocument or JSON file itself.',
    )
  }
  return isAllUtf8(path) ? 'utf-8' : 'windows-1252'
}

/** Control characters that no table has; tab, line ends, end of file and escape may occur. */
function controlsIn(head: Uint8Array): number {
  return head.reduce(
    (count, byte) => count + (byte < 9 || (byte > 13 && byte < 26) || (byte > 27 && byte < 32) ? 1 : 0),
    0,
  )
}

/** Plain letters in UTF-16 have a zero in every other byte. */
function wideWithoutMark(head: Uint8Array): Encoding | null {
  const pairs = Math.min(500, head.length >> 1)
  if (pairs < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++
    if (head[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le'
  return even > pairs * 0.8 && odd === 0 ? 'utf-16be' : null
}

function isAllUtf8(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const buffer = new Uint8Array(CHUNK + 4)
    let kept = 0
    for (;;) {
      const read = readSync(file, buffer, kept, CHUNK, null)
      const end = kept + read
      const whole = read === 0 ? end : wholeCharacters(buffer, end)
      if (!isUtf8(buffer.subarray(0, whole))) return false
      if (read === 0) return true
      kept = end - whole
      buffer.copyWithin(0, whole, end)
    }
  } finally {
    closeSync(file)
  }
}

/** Up to the last character that has all its bytes. */
function wholeCharacters(buffer: Uint8Array, end: number): number {
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = buffer[end - back]!
    if (byte < 0x80) return end
    if (byte >= 0xc0) return byte >= (back === 3 ? 0xf0 : back === 2 ? 0xe0 : 0xc0) ? end - back : end
  }
  return end
}
