import type { Scored } from './funnel.ts'
import type { FunnelMethod } from './method.ts'

/** How much farther units lie apart than chance alone puts them. */
export interface Dispersion {
  /** φ, the mean of the squared trimmed scores: 1 where only chance is at work. Null where no unit has a score. */
  readonly phi: number | null
  /** τ², the variance between units on the scale of the scores, by the method of moments; 0 where chance explains all. */
  readonly tau2: number
  /** Units behind both. */
  readonly units: number
  /** An entry a unit: its trimmed score, null where it has none or was left out. */
  readonly trimmed: readonly (number | null)[]
}

/**
 * φ and τ² of units' scores, the outer ones winsorised or truncated first. A logarithm of 0 counts as the lowest rank, and is
 * left out of both sums.
 *
 * @see DerSimonian & Laird 1986, Controlled Clinical Trials 7:177; Spiegelhalter 2005, QSHC 14:347
 */
export function dispersionOf(scored: readonly Scored[], { outerScores, trim }: FunnelMethod): Dispersion {
  const scores = scored.map(({ z }) => z)
  const trimmed = (outerScores === 'truncated' ? truncated(scores, trim) : winsorised(scores, trim)).map((z) =>
    Number.isFinite(z) ? z : null,
  )
  const places = trimmed.flatMap((z, i) => (z === null ? [] : [i]))
  const units = places.length
  if (units === 0) return { phi: null, tau2: 0, units, trimmed }
  const phi = places.reduce((sum, i) => sum + trimmed[i]! ** 2, 0) / units
  const weights = places.map((i) => 1 / scored[i]!.error ** 2)
  return { phi, tau2: betweenUnits(units * phi, weights), units, trimmed }
}

/** The method of moments: what the sum of squares has above its expectation, by what a unit of τ² adds to it. */
function betweenUnits(squares: number, weights: readonly number[]): number {
  const excess = squares - (weights.length - 1)
  if (weights.length < 2 || excess <= 0) return 0
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squared = weights.reduce((total, weight) => total + weight ** 2, 0)
  return excess / (sum - squared / sum)
}

/** Outer scores pulled in to the quantiles at the outer share. */
function winsorised(scores: readonly number[], trim: number): number[] {
  const sorted = scores.filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return scores.map(() => Number.NaN)
  const [least, most] = [quantile(sorted, trim), quantile(sorted, 1 - trim)]
  return scores.map((z) => (Number.isFinite(z) ? Math.min(Math.max(z, least), most) : Number.NaN))
}

/** The quantile of sorted numbers between its neighbours, in proportion (type 7). @see Hyndman & Fan 1996 */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const [lower, upper] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!]
  return lower + (place - below) * (upper - lower)
}

/** Outer scores left out: of 1 ÷ trim groups of equal size by rank the first and the last. Ties share a rank. */
function truncated(scores: readonly number[], trim: number): number[] {
  const ranked = scores.filter((z) => !Number.isNaN(z))
  if (trim === 0) return [...scores]
  const groups = 1 / trim
  return scores.map((z) => {
    const below = ranked.filter((other) => other < z).length
    const same = ranked.filter((other) => other === z).length
    const group = Math.floor(((below + (same + 1) / 2) * groups) / (ranked.length + 1))
    return group > 0 && group < groups - 1 ? z : Number.NaN
  })
}
