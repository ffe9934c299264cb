const DEFAULT_BYTES = 32 * 1024 * 1024
/** What JavaScript keeps for each character of a text with any beyond Latin 1, such as “≥”. */
const BYTES_PER_CHARACTER = 2

/** Parts of pages kept as text, within a number of bytes: the least lately used are given up first. */
export class Fragments {
  readonly #kept = new Map<string, string>()
  readonly #most: number
  #bytes = 0

  constructor(mostBytes = DEFAULT_BYTES) {
    this.#most = mostBytes
  }

  find(key: string): string | undefined {
    const html = this.#kept.get(key)
    if (html === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, html)
    return html
  }

  /** Returns the same text; one that is larger than all the room is not kept. */
  keep(key: string, html: string): string {
    this.#give(key)
    if (bytesOf(key, html) > this.#most) return html
    this.#kept.set(key, html)
    this.#bytes += bytesOf(key, html)
    while (this.#bytes > this.#most) this.#give(this.#kept.keys().next().value!)
    return html
  }

  #give(key: string): void {
    const html = this.#kept.get(key)
    if (html === undefined) return
    this.#kept.delete(key)
    this.#bytes -= bytesOf(key, html)
  }
}

function bytesOf(key: string, html: string): number {
  return BYTES_PER_CHARACTER * (key.length + html.length)
}
