import { closeSync, openSync, readSync } from 'node:fs'
import { LineCutter, NEEDS_CARE } from '#understand/intake/readers/cutLine.ts'
import type { Encoding } from '#understand/intake/readers/encoding.ts'

const CHUNK = 1 << 20
const LINE_FEED = 10
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** A place in a text file: a byte where a line begins, and how many lines there are up to it. */
export interface Place {
  readonly at: number
  /** Counted from 1. */
  readonly line: number
}

export const BEGINNING: Place = { at: 0, line: 1 }

export interface LineTaker {
  /** False: enough was read. */
  take(row: LineCutter, line: number): boolean
  chunkRead(done: number): void
}

/** Is every character that cuts a line one byte, and no part of another? */
export function hasPlainLines(encoding: Encoding): boolean {
  return encoding === 'utf-8' || encoding === 'windows-1252'
}

/** Goes through a file line by line, up to its end or to a line that needs care. Null: nothing is left to read. */
export function eachPlainLine(path: string, encoding: Encoding, delimiter: string, taker: LineTaker): Place | null {
  const file = openSync(path, 'r')
  try {
    // One byte more: the last line may lack its end.
    const bytes = Buffer.alloc(CHUNK + 1)
    const cutter = new LineCutter(bytes, delimiter)
    let { at: base, line } = BEGINNING
    for (let kept = 0; ; ) {
      const read = readSync(file, bytes, kept, CHUNK - kept, base + kept)
      const isLast = read === 0
      let filled = kept + read
      const isMarked = base === 0 && encoding === 'utf-8' && bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK)
      let at = isMarked ? UTF8_MARK.length : 0
      if (isLast && filled > at) bytes[filled++] = LINE_FEED
      const whole = filled === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, filled - 1) + 1
      if (whole === 0 && filled === CHUNK) return { at: base, line }
      while (at < whole) {
        const next = cutter.cut(at)
        if (next === NEEDS_CARE) return { at: base + at, line }
        if (!taker.take(cutter, line)) return null
        line++
        at = next
      }
      if (isLast) return null
      kept = filled - whole
      bytes.copyWithin(0, whole, filled)
      base += whole
      taker.chunkRead(base + kept)
    }
  } finally {
    closeSync(file)
  }
}
