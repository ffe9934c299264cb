import { betaTails } from './incompleteBeta.ts'
import { gammaTails } from './incompleteGamma.ts'
import { solveRising } from './solve.ts'

/**
 * The count that `tail` of a Poisson distribution lie at or below, and the one that `tail` lie at or above, read between
 * whole counts too: the incomplete gamma function says how likely such counts are. Whoever counts fewer (more) than that has
 * a chance of less than `tail`. The lower one is 0 where even 0 is more likely than that.
 *
 * @param tail strictly between 0 and 0.5
 */
export function poissonBetween(mean: number, tail: number): { readonly lower: number; readonly upper: number } {
  if (mean <= 0) return { lower: 0, upper: 0 }
  const far = mean + 60 + 40 * Math.sqrt(mean + 1)
  return {
    lower: Math.exp(-mean) >= tail ? 0 : solveRising((count) => gammaTails(count + 1, mean).above, tail, 0, mean),
    upper: solveRising((count) => -gammaTails(count, mean).below, -tail, 0, far),
  }
}

/** The same of a binomial distribution; the upper one is `tries` where even all are more likely than `tail`. */
export function binomialBetween(
  tries: number,
  chance: number,
  tail: number,
): { readonly lower: number; readonly upper: number } {
  return { lower: binomialLower(tries, chance, tail), upper: tries - binomialLower(tries, 1 - chance, tail) }
}

function binomialLower(tries: number, chance: number, tail: number): number {
  if (chance <= 0 || (1 - chance) ** tries >= tail) return 0
  if (chance >= 1) return tries
  return solveRising((count) => betaTails(count + 1, tries - count, chance).above, tail, 0, tries)
}
