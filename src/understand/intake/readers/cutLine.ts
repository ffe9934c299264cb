import { LIMITS, type PlainRow } from '#understand/intake/readers/reader.ts'

const [NUL, LINE_FEED, RETURN, SPACE, QUOTE, LAST_PRINTABLE] = [0, 10, 13, 32, 34, 126]

/** In place of where the next line begins: this one is to be read character by character. */
export const NEEDS_CARE = -1

/**
 * One line after another of a text with a delimiter, cut into cells by bytes. A cell may stand in quotation marks, if
 * there is none inside it and no end of a line; everything else that quotation marks can do needs care.
 */
export class LineCutter implements PlainRow {
  readonly starts = new Int32Array(LIMITS.columns)
  readonly ends = new Int32Array(LIMITS.columns)
  readonly bytes: Buffer
  cells = 0
  /** All of the line is printable ASCII. */
  isPlain = true
  private readonly delimiter: number

  constructor(bytes: Buffer, delimiter: string) {
    this.bytes = bytes
    this.delimiter = delimiter.charCodeAt(0)
  }

  /** Cuts the line that begins at a place, and says where the next one begins. There is a line feed somewhere behind it. */
  cut(from: number): number {
    const { bytes, delimiter, starts, ends } = this
    this.cells = 0
    this.isPlain = true
    for (let at = from; ; at++) {
      if (this.cells === starts.length) return NEEDS_CARE
      const isQuoted = bytes[at] === QUOTE
      const start = isQuoted ? at + 1 : at
      at = isQuoted ? this.quoteAfter(start) : this.endOfCell(start)
      if (at < 0) return NEEDS_CARE
      starts[this.cells] = start
      ends[this.cells] = at
      this.cells++
      if (isQuoted) at++
      const end = bytes[at]
      if (end === delimiter) continue
      if (end === LINE_FEED) return at + 1
      return end === RETURN && bytes[at + 1] === LINE_FEED ? at + 2 : NEEDS_CARE
    }
  }

  private endOfCell(start: number): number {
    const { bytes, delimiter } = this
    for (let at = start; ; at++) {
      const byte = bytes[at]!
      if (byte === delimiter || byte === LINE_FEED || byte === RETURN) return at
      if (byte === QUOTE || byte === NUL) return NEEDS_CARE
      if (byte < SPACE || byte > LAST_PRINTABLE) this.isPlain = false
    }
  }

  private quoteAfter(start: number): number {
    const { bytes } = this
    for (let at = start; ; at++) {
      const byte = bytes[at]!
      if (byte === QUOTE) return at
      if (byte === LINE_FEED || byte === RETURN || byte === NUL) return NEEDS_CARE
      if (byte < SPACE || byte > LAST_PRINTABLE) this.isPlain = false
    }
  }
}
