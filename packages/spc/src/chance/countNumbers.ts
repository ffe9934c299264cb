/**
 * A random count of events that happen `mean` times on average (Poisson), from one number between 0 and 1: the counts' shares
 * are added up until they reach it. For means below some hundreds; e^−mean is nought beyond.
 */
export function poissonCount(mean: number, uniform: number): number {
  let share = Math.exp(-mean)
  let count = 0
  for (let sum = share; sum < uniform && share > 0; sum += share) {
    count++
    share *= mean / count
  }
  return count
}

/** A random count of successes among `tries` with a chance each (binomial), in the same way; the rarer side some hundreds at most. */
export function binomialCount(tries: number, chance: number, uniform: number): number {
  // The rarer side is counted, so that the share of none is never lost.
  if (chance > 0.5) return tries - binomialCount(tries, 1 - chance, uniform)
  const odds = chance / (1 - chance)
  let share = (1 - chance) ** tries
  let count = 0
  for (let sum = share; sum < uniform && count < tries && share > 0; sum += share) {
    share *= ((tries - count) / (count + 1)) * odds
    count++
  }
  return count
}
