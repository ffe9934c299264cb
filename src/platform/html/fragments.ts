const DEFAULT_BYTES = 32 * 1024 * 1024
/** What JavaScript may keep for each character of a text. */
const BYTES_PER_CHARACTER = 2

/** A part of a page as the bytes that are sent: what was put together once is not encoded again. */
export type Fragment = Uint8Array<ArrayBuffer>

/**
 * Each piece of a page is encoded by itself: a large text of many small ones is first copied together, which costs
 * several times as much as everything else that is done with it.
 */
export function fragmentOf(pieces: readonly string[]): Fragment {
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
}

/** Parts of pages kept within a number of bytes: the least lately used are given up first. */
export class Fragments {
  readonly #kept = new Map<string, Fragment>()
  readonly #most: number
  #bytes = 0

  constructor(mostBytes = DEFAULT_BYTES) {
    this.#most = mostBytes
  }

  find(key: string): Fragment | undefined {
    const fragment = this.#kept.get(key)
    if (fragment === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, fragment)
    return fragment
  }

  /** Returns the same fragment; one that is larger than all the room is not kept. */
  keep(key: string, fragment: Fragment): Fragment {
    this.#give(key)
    if (bytesOf(key, fragment) > this.#most) return fragment
    this.#kept.set(key, fragment)
    this.#bytes += bytesOf(key, fragment)
    while (this.#bytes > this.#most) this.#give(this.#kept.keys().next().value!)
    return fragment
  }

  #give(key: string): void {
    const fragment = this.#kept.get(key)
    if (fragment === undefined) return
    this.#kept.delete(key)
    this.#bytes -= bytesOf(key, fragment)
  }
}

function bytesOf(key: string, fragment: Fragment): number {
  return BYTES_PER_CHARACTER * key.length + fragment.byteLength
}
