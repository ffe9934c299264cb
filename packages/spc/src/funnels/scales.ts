import type { FunnelMethod } from './method.ts'

/** The scale on which units are compared: one on which chance spreads large and small values alike. */
export interface FunnelScale {
  /** A value as a score. */
  of(value: number): number
  /** A unit's score; its denominator is above 0. */
  score(numerator: number, denominator: number): number
  /** Standard error of a unit's score by chance. */
  error(numerator: number, denominator: number): number
  /** Standard error of limits at a denominator, where there is no numerator. */
  limitError(denominator: number): number
  /** A score as a value again. */
  back(score: number): number
  /** Scores lie within these. */
  readonly least: number
  readonly most: number
}

const halfRoot = (denominator: number) => 1 / (2 * Math.sqrt(denominator))

/** Arcsine of the root, for proportions. @see Freeman & Tukey 1950, Annals of Mathematical Statistics 21:607 */
const arcsine: FunnelScale = {
  of: (value) => Math.asin(Math.sqrt(value)),
  score: (numerator, denominator) => Math.asin(Math.sqrt(numerator / denominator)),
  error: (_, denominator) => halfRoot(denominator),
  limitError: halfRoot,
  back: (score) => Math.sin(score) ** 2,
  least: 0,
  most: Math.PI / 2,
}

/** Square root, for counts by exposure or expected counts. @see Spiegelhalter 2005, Statistics in Medicine 24:1185 */
const root: FunnelScale = {
  of: Math.sqrt,
  score: (numerator, denominator) => Math.sqrt(numerator / denominator),
  error: (_, denominator) => halfRoot(denominator),
  limitError: halfRoot,
  back: (score) => score ** 2,
  least: 0,
  most: Number.POSITIVE_INFINITY,
}

/** Logarithm of observed ÷ expected. @see NHS England, SHMI specification */
const logOfRatio: FunnelScale = {
  of: Math.log,
  score: (numerator, denominator) => Math.log(numerator / denominator),
  error: (_, denominator) => 1 / Math.sqrt(denominator),
  limitError: (denominator) => 1 / Math.sqrt(denominator),
  back: Math.exp,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
}

/** Logarithm of one count ÷ another, half a count added to both so that 0 has one. @see Spiegelhalter 2005, appendix A.3 */
const logOfCounts: FunnelScale = {
  ...logOfRatio,
  score: (numerator, denominator) => Math.log((numerator + 0.5) / (denominator + 0.5)),
  error: (numerator, denominator) => Math.sqrt(countVariance(numerator) + countVariance(denominator)),
  limitError: (denominator) => Math.sqrt(2 * countVariance(denominator)),
}

function countVariance(count: number): number {
  return count / (count + 0.5) ** 2
}

export function scaleOf({ kind, scale, countError }: FunnelMethod): FunnelScale {
  if (kind === 'proportion') return arcsine
  if (scale === 'root') return root
  if (kind === 'standardisedRatio') return logOfRatio
  return countError === 'bothCounts' ? logOfCounts : { ...logOfCounts, limitError: halfRoot }
}
