const IN_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "eight", "13". */
export function inWords(count: number): string {
  return IN_WORDS[count] ?? String(count)
}

/** "one month", "eight months", "13 months". */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${nouns(count, noun)}`
}

/** "1 month", "8 months". */
export function inFigures(count: number, noun: string): string {
  return `${count} ${nouns(count, noun)}`
}

function nouns(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}

/** "May 2026", "May 2026 and June 2026", "April 2026, May 2026 and June 2026". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
