import { binomialCount, poissonCount } from '../chance/countNumbers.ts'
import { uniformNumbers } from '../chance/uniformNumbers.ts'
import { gammaTails } from '../numbers/incompleteGamma.ts'
import { D2_FOR_PAIRS } from '../numbers/movingRanges.ts'
import { type Examined, isCounted } from './examined.ts'

/** How far counts spread beside what counting alone gives: binomial for a proportion, Poisson for a count or rate. */
export interface Dispersion {
  readonly points: number
  /** Laney's sigma z: 1 where counting explains all, 2 where points lie twice as far from each other. */
  readonly sigmaZ: number
  /** Counting alone keeps sigma z between these in 99 of 100 series. */
  readonly sigmaZLimits: { readonly lower: number; readonly upper: number }
  readonly chiSquare: number
  readonly degrees: number
  /** Chance that counting alone gives a χ² as large, or as small, as this. */
  readonly chanceOfMore: number
  readonly chanceOfLess: number
  /** Mean expected count of a point; of a proportion the rarer of the two sides. */
  readonly expected: number
}

/** Fewer points say nothing of their spread. */
const FEWEST_POINTS = 10
/** Below this expected count χ² and sigma z do not follow their curves, and are simulated. */
const FEWEST_EXPECTED = 5
/** Half of a hundredth on each side. */
const TAIL = 0.005
const NORMAL_TAIL = 2.576
/**
 * Standard error of a sigma from moving ranges of n points: this ÷ √n, in sigma. Neighbouring ranges share a value, so it is more
 * than the 0.756 ÷ √n of separate ones. Cryer & Ryan 1990, Journal of Quality Technology 22:187.
 */
const RANGE_SIGMA_ERROR = 0.908
const TRIALS = 999
const SEED = 20_021

/**
 * Both tests together: χ² sees any spread that is too large, so also a change of level; sigma z compares neighbours, and so
 * is hardly moved by one.
 *
 * @returns null for figures that are not counted, for fewer than 10 points, or where all or none happened
 * @see Laney 2002, Quality Engineering 14:531; Cochran 1954, Biometrics 10:417
 */
export function dispersionOf(examined: Examined): Dispersion | null {
  const { input, numerators, sizes } = examined
  const points = numerators.length
  if (!isCounted(input.kind) || points < FEWEST_POINTS) return null
  const isShare = input.kind === 'proportion'
  const centre = sum(numerators) / sum(sizes)
  if (!(centre > 0) || (isShare && centre >= 1) || numerators.some((count) => count < 0)) return null
  const expected = (sum(sizes) / points) * (isShare ? Math.min(centre, 1 - centre) : centre)
  const found = spreadOf(numerators, sizes, isShare)
  const degrees = points - 1
  const given = { points, ...found, degrees, expected }
  if (expected < FEWEST_EXPECTED) return { ...given, ...bySimulation(found, sizes, centre, isShare) }
  const { below, above } = gammaTails(degrees / 2, found.chiSquare / 2)
  const error = (NORMAL_TAIL * RANGE_SIGMA_ERROR) / Math.sqrt(points)
  const sigmaZLimits = { lower: Math.max(0, 1 - error), upper: 1 + error }
  return { ...given, sigmaZLimits, chanceOfMore: above, chanceOfLess: below }
}

/** Chance of a spread that is told of. */
export const RARE = 0.01

export function isOverDispersed({ sigmaZ, sigmaZLimits, chanceOfMore }: Dispersion): boolean {
  return sigmaZ > sigmaZLimits.upper && chanceOfMore < RARE
}

export function isUnderDispersed({ sigmaZ, sigmaZLimits, chanceOfLess }: Dispersion): boolean {
  return sigmaZ < sigmaZLimits.lower && chanceOfLess < RARE
}

interface Spread {
  readonly sigmaZ: number
  readonly chiSquare: number
}

function spreadOf(counts: readonly number[], sizes: readonly number[], isShare: boolean): Spread {
  const centre = sum(counts) / sum(sizes)
  const unit = centre * (isShare ? 1 - centre : 1)
  if (!(unit > 0)) return { sigmaZ: 0, chiSquare: 0 }
  let squares = 0
  let ranges = 0
  let previous = Number.NaN
  for (let i = 0; i < counts.length; i++) {
    const score = (counts[i]! - sizes[i]! * centre) / Math.sqrt(sizes[i]! * unit)
    squares += score * score
    if (i > 0) ranges += Math.abs(score - previous)
    previous = score
  }
  return { sigmaZ: ranges / (counts.length - 1) / D2_FOR_PAIRS, chiSquare: squares }
}

/** Where counts are small: as many series of the same sizes, from a seed, in which counting alone is at work. */
function bySimulation({ chiSquare }: Spread, sizes: readonly number[], centre: number, isShare: boolean) {
  const uniform = uniformNumbers(SEED)
  const sigmas: number[] = []
  let more = 1
  let less = 1
  for (let trial = 0; trial < TRIALS; trial++) {
    const counts = sizes.map((size) =>
      isShare ? binomialCount(Math.round(size), centre, uniform()) : poissonCount(size * centre, uniform()),
    )
    const trialled = spreadOf(counts, sizes, isShare)
    sigmas.push(trialled.sigmaZ)
    if (trialled.chiSquare >= chiSquare) more++
    if (trialled.chiSquare <= chiSquare) less++
  }
  sigmas.sort((a, b) => a - b)
  const cut = Math.round(TAIL * TRIALS)
  return {
    sigmaZLimits: { lower: sigmas[cut]!, upper: sigmas[TRIALS - 1 - cut]! },
    // The series itself counts as one of them, so that no chance is nought.
    chanceOfMore: more / (TRIALS + 1),
    chanceOfLess: less / (TRIALS + 1),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
