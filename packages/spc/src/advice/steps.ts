import { D2_FOR_PAIRS, RANGE_LIMIT } from '../numbers/movingRanges.ts'

/** A level that lasts: points [from, to) about one mean. */
export interface Level {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly mean: number
}

/** A lasting level has at least as many points: a shift by the rule of eight. */
export const SHORTEST_LEVEL = 8

/**
 * A new level must save as much, in squared distances ÷ sigma², as it would take to put the two means this many standard
 * errors apart. Chosen by simulation, so that of steady series fewer than one in a hundred is cut. @see FALSE_SUGGESTIONS
 */
export const STANDARD_ERRORS_APART = 3.7

/**
 * The levels that explain the values best: least squares over all ways to cut them into stretches of 8 points or more, each
 * cut paid for by a penalty (optimal partitioning). Values in time order; `weights` say how much each counts, 1 for all.
 * Sigma is that of the moving ranges, which a few steps hardly touch.
 *
 * @see Jackson et al. 2005, IEEE Signal Processing Letters 12:105; Killick, Fearnhead & Eckley 2012, JASA 107:1590
 */
export function levelsOf(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): readonly Level[] {
  const sums = new Sums(values, weights)
  const length = values.length
  const penalty = (STANDARD_ERRORS_APART * rangeSigma(values, weights)) ** 2
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const cutBefore = new Int32Array(length + 1)
  best[0] = -penalty
  for (let to = SHORTEST_LEVEL; to <= length; to++) {
    for (let from = 0; from <= to - SHORTEST_LEVEL; from++) {
      const cost = best[from]! + sums.squares(from, to) + penalty
      if (cost < best[to]!) {
        best[to] = cost
        cutBefore[to] = from
      }
    }
  }
  const levels: Level[] = []
  for (let to = length; to > 0; to = cutBefore[to]!) {
    const from = length < SHORTEST_LEVEL ? 0 : cutBefore[to]!
    levels.unshift({ from, to, mean: sums.mean(from, to) })
    if (from === 0) break
  }
  return levels
}

/**
 * Sigma of weighted values by their moving ranges ÷ 1.128, screened as for limits; unscreened where neighbours hardly ever
 * differ and screening leaves nothing, and 1 where they never do.
 */
export function rangeSigma(values: readonly number[], weights: readonly number[]): number {
  const ranges = values
    .slice(1)
    .map((value, i) => Math.abs(value - values[i]!) / Math.sqrt((1 / weights[i]! + 1 / weights[i + 1]!) / 2))
  const all = average(ranges)
  const screened = average(ranges.filter((range) => range < RANGE_LIMIT * all))
  return (screened || all) / D2_FOR_PAIRS || 1
}

/** Mean of the numbers; 0 for none. */
export function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** Running sums, so that the squares of any stretch cost the same. */
class Sums {
  readonly #weight: Float64Array
  readonly #first: Float64Array
  readonly #second: Float64Array
  readonly #middle: number

  constructor(values: readonly number[], weights: readonly number[]) {
    const length = values.length
    this.#weight = new Float64Array(length + 1)
    this.#first = new Float64Array(length + 1)
    this.#second = new Float64Array(length + 1)
    // Squares of values far from nought would lose their digits.
    this.#middle = average(values)
    values.forEach((value, i) => {
      const weight = weights[i]!
      const rest = value - this.#middle
      this.#weight[i + 1] = this.#weight[i]! + weight
      this.#first[i + 1] = this.#first[i]! + weight * rest
      this.#second[i + 1] = this.#second[i]! + weight * rest * rest
    })
  }

  mean(from: number, to: number): number {
    return this.#middle + (this.#first[to]! - this.#first[from]!) / (this.#weight[to]! - this.#weight[from]!)
  }

  squares(from: number, to: number): number {
    const first = this.#first[to]! - this.#first[from]!
    const second = this.#second[to]! - this.#second[from]!
    return Math.max(0, second - (first * first) / (this.#weight[to]! - this.#weight[from]!))
  }
}
