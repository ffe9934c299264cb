/** Shares are told apart to this: what is nearer is chance of the last bits. */
const SAME_SHARE = 1 + 1e-13

/** Counts rarer than this, beside the most frequent one, add nothing to a sum. */
const NEGLIGIBLE = 1e-25

/** A pair of counts that a distribution keeps within. */
export interface CountLimits {
  readonly lower: number
  readonly upper: number
}

/** The least count that at least `tail` lie at or below, and the least that at most `tail` lie above, of n tries with a chance each. */
export function binomialLimits(tries: number, chance: number, tail: number): CountLimits {
  if (chance <= 0 || tries <= 0) return { lower: 0, upper: 0 }
  if (chance >= 1) return { lower: tries, upper: tries }
  const odds = chance / (1 - chance)
  const mode = Math.min(tries, Math.floor((tries + 1) * chance))
  return limitsBy((count) => ((tries - count) / (count + 1)) * odds, mode, tail)
}

/** The same of events that happen `mean` times on average. */
export function poissonLimits(mean: number, tail: number): CountLimits {
  if (mean <= 0) return { lower: 0, upper: 0 }
  return limitsBy((count) => mean / (count + 1), Math.floor(mean), tail)
}

/** The same of failures before the first success, of tries with a chance each. */
export function geometricLimits(chance: number, tail: number): CountLimits {
  if (chance >= 1) return { lower: 0, upper: 0 }
  const failing = Math.log1p(-chance)
  const least = (above: number) => Math.max(0, Math.ceil(above / failing / SAME_SHARE - 1))
  return { lower: least(Math.log1p(-tail)), upper: least(Math.log(tail)) }
}

/**
 * Sums a distribution outwards from its most frequent count, given how much more frequent each count is than the one before:
 * no logarithm of a factorial, so no digit is lost however large the counts are.
 */
function limitsBy(ratio: (count: number) => number, mode: number, tail: number): CountLimits {
  const below: number[] = []
  for (let count = mode - 1, weight = 1; count >= 0; count--) {
    weight /= ratio(count)
    if (weight < NEGLIGIBLE) break
    below.push(weight)
  }
  const above: number[] = []
  for (let count = mode, weight = 1; ; count++) {
    weight *= ratio(count)
    if (!(weight >= NEGLIGIBLE)) break
    above.push(weight)
  }
  // Smallest first, so that small weights count.
  const weights = [...below.reverse(), 1, ...above]
  const first = mode - below.length
  const total = sumOf(below) + 1 + sumOf([...above].reverse())
  const share = (tail * total) / SAME_SHARE
  let lower = 0
  for (let sum = weights[0]!; sum < share; lower++) sum += weights[lower + 1]!
  let upper = weights.length - 1
  for (let sum = weights[upper]!; sum <= share * SAME_SHARE ** 2 && upper > 0; ) {
    upper--
    sum += weights[upper]!
  }
  return { lower: first + lower, upper: first + upper }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
