import { folded } from '#understand/intake/cells.ts'

/** Tests for one of a mapping's words, letter case aside. `all *` is any text that begins with "all", but not "all other". */
export function wordList(words: readonly string[]): (text: string) => boolean {
  const exact = new Set(words.filter((word) => !word.endsWith('*')).map(folded))
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => folded(word.slice(0, -1)))
  const known = new Map<string, boolean>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const plain = folded(text)
    const isOne = exact.has(plain) || beginnings.some((start) => begins(plain, start) && !/^all other\b/.test(plain))
    if (known.size < 100_000) known.set(text, isOne)
    return isOne
  }
}

function begins(text: string, start: string): boolean {
  return text === start || text.startsWith(`${start} `)
}
