import { SpcInputError } from '../inputError.ts'
import { boxOf, type Corner } from './boxes.ts'

/**
 * How long a run and how few crossings chance still gives. `anhoej` judges each by its own formula; `bestBox` and `cutBox`
 * judge both together, by published tables for 10 to 100 useful points, and as `anhoej` outside of these.
 */
export type RunsMethod = 'anhoej' | 'bestBox' | 'cutBox'

export interface RunsLimits {
  /** A longer run is a signal. */
  readonly longestRun: number
  /** Fewer crossings are a signal. */
  readonly fewestCrossings: number
  /** What the cut box cuts off where both are at their limits; null where nothing is cut. */
  readonly corner: Corner | null
}

/** A random series has fewer crossings than the limit in less than this share of cases. */
const FEW_CROSSINGS = 0.05

/**
 * Limits of a runs analysis of `useful` points, which are those not on the centre line.
 *
 * @throws SpcInputError for a number of points that is not a whole one above 0
 */
export function runsLimits(useful: number, method: RunsMethod = 'anhoej'): RunsLimits {
  if (!(Number.isInteger(useful) && useful > 0)) {
    throw new SpcInputError(`Runs cannot be judged in ${useful} useful points: give a whole number above 0`)
  }
  const box = method === 'anhoej' ? null : boxOf(useful)
  if (box) return { ...box, corner: method === 'cutBox' ? box.corner : null }
  return { longestRun: longestRunLimit(useful), fewestCrossings: fewestCrossings(useful), corner: null }
}

/**
 * The longest run that chance gives among n useful points: log2 n, rounded, + 3.
 *
 * @see Anhøj & Olesen 2014, PLoS ONE 9:e113825; Schilling 2012, The College Mathematics Journal 43:141
 */
function longestRunLimit(useful: number): number {
  return Math.round(Math.log2(useful)) + 3
}

/** What was worked out once, by number of useful points. */
const knownCrossings: number[] = []

function fewestCrossings(useful: number): number {
  knownCrossings[useful] ??= binomialCrossings(useful)
  return knownCrossings[useful]
}

/**
 * The fewest crossings that chance gives among n useful points: the least k that a binomial of n − 1 tries at one half stays
 * at or below in 5% of cases or more.
 *
 * @see Anhøj & Olesen 2014, PLoS ONE 9:e113825; Chen 2010, Journal of the Royal Statistical Society C 59:185
 */
function binomialCrossings(useful: number): number {
  const tries = useful - 1
  // Logarithms, since a half to the power of a thousand is no number any more.
  let log = -tries * Math.LN2
  let share = Math.exp(log)
  let crossings = 0
  while (share < FEW_CROSSINGS) {
    log += Math.log((tries - crossings) / (crossings + 1))
    crossings++
    share += Math.exp(log)
  }
  return crossings
}
