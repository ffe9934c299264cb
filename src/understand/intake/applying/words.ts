import type { PlainRow } from '#understand/intake/readers/reader.ts'

/** More different words than these, and a column does not repeat itself. */
const MOST_WORDS = 1 << 17
const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193]
const NONE = -1

/**
 * The words of a column, numbered as they come: a file says the same few a million times, and a number is told from its
 * bytes alone. First it is looked whether the word is the last one again, or what came after that one before.
 */
export class Words {
  private bytes = Buffer.alloc(1 << 12)
  private readonly ends: number[] = []
  /** The word that came after each. */
  private readonly followers: number[] = []
  private readonly table = new Int32Array(MOST_WORDS * 2).fill(NONE)
  private last = 0

  /** −1 for one word too many. */
  numberOf(bytes: Buffer, start: number, end: number): number {
    const { last, ends, followers } = this
    if (ends.length > 0) {
      if (this.is(last, bytes, start, end)) return last
      const follower = followers[last]!
      if (this.is(follower, bytes, start, end)) {
        this.last = follower
        return follower
      }
    }
    const found = this.find(bytes, start, end)
    if (found < 0) return NONE
    followers[last] = found
    this.last = found
    return found
  }

  private is(word: number, bytes: Buffer, start: number, end: number): boolean {
    const own = this.bytes
    const from = word === 0 ? 0 : this.ends[word - 1]!
    if (this.ends[word]! - from !== end - start) return false
    // From the end: words of a column differ there first.
    for (let at = end - 1, mine = from + end - start - 1; at >= start; at--, mine--) {
      if (bytes[at] !== own[mine]) return false
    }
    return true
  }

  private find(bytes: Buffer, start: number, end: number): number {
    const { table } = this
    for (let slot = hash(bytes, start, end); ; slot++) {
      const word = table[slot & (table.length - 1)]!
      if (word === NONE) return this.add(bytes, start, end, slot & (table.length - 1))
      if (this.is(word, bytes, start, end)) return word
    }
  }

  private add(bytes: Buffer, start: number, end: number, slot: number): number {
    const word = this.ends.length
    if (word === MOST_WORDS) return NONE
    const from = this.ends.at(-1) ?? 0
    while (from + end - start > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2)
    bytes.copy(this.bytes, from, start, end)
    this.ends.push(from + end - start)
    this.followers.push(word)
    this.table[slot] = word
    return word
  }
}

/** What a row has in some of its columns, numbered as it comes: the same words there, the same number. */
export class WordRows {
  private readonly columns: readonly number[]
  private readonly words: readonly Words[]
  /** For each column after the first: the number for what stood before and its word. */
  private readonly numbers: readonly Map<number, number>[]
  private readonly counts: number[]

  constructor(columns: readonly number[]) {
    this.columns = columns
    this.words = columns.map(() => new Words())
    this.numbers = columns.map(() => new Map())
    this.counts = columns.map(() => 0)
  }

  /** −1 for one word too many. */
  numberOf({ bytes, starts, ends }: PlainRow): number {
    let number = 0
    for (let i = 0; i < this.columns.length; i++) {
      const column = this.columns[i]!
      const word = this.words[i]!.numberOf(bytes, starts[column]!, ends[column]!)
      if (word < 0) return NONE
      number = i === 0 ? word : this.with(i, number * MOST_WORDS + word)
    }
    return number
  }

  private with(column: number, key: number): number {
    const found = this.numbers[column]!.get(key)
    if (found !== undefined) return found
    const made = this.counts[column]!++
    this.numbers[column]!.set(key, made)
    return made
  }
}

/** FNV-1a. */
function hash(bytes: Buffer, start: number, end: number): number {
  let value = FNV_OFFSET
  for (let at = start; at < end; at++) value = Math.imul(value ^ bytes[at]!, FNV_PRIME)
  return (value ^ (value >>> 15)) >>> 0
}
