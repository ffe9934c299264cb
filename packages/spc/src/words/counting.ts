import type { Messages } from '../messages/index.ts'

/** "eight", "13". */
export function inWords(say: Messages, count: number): string {
  return say.counting.inWords({ count })
}

/** "one month", "eight months", "13 months". */
export function counted(say: Messages, count: number, noun: string): string {
  return say.counting.counted({ number: inWords(say, count), noun: nouns(say, count, noun) })
}

/** "1 month", "8 months". */
export function inFigures(say: Messages, count: number, noun: string): string {
  return say.counting.inFigures({ count, noun: nouns(say, count, noun) })
}

/** "month", "months". */
export function nouns(say: Messages, count: number, noun: string): string {
  return say.counting.noun({ count, noun })
}

/** "3 of the 24 months" */
export function someOfThe(say: Messages, some: number, all: number, noun: string): string {
  return say.counting.someOfThe({ some, all, noun: nouns(say, all, noun) })
}

/** "35%" of a share of 0.35. */
export function percent(say: Messages, share: number): string {
  return say.counting.percent({ count: Math.round(share * 100) })
}

/** "May 2026", "May 2026 and June 2026", "April 2026, May 2026 and June 2026". */
export function listed(say: Messages, parts: readonly string[]): string {
  const { next: add, last: end } = say.counting.listed
  return parts.reduce((before, next, at) => {
    if (at === 0) return next
    return at === parts.length - 1 ? end({ before, last: next }) : add({ before, next })
  }, '')
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
