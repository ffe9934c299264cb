import { SpcInputError } from '../inputError.ts'
import { mean } from '../numbers/mean.ts'

export interface BernoulliCusumOptions {
  /**
   * The share that is as it should be: a proportion; or, above 1, how many of the first cases it is the mean of. Default: the
   * mean of all, which makes a chart of the past only.
   */
  readonly target?: number
  /** The change to find soon: odds of an event this many times, and one over this many times, those of the target. Default 2. */
  readonly oddsRatio?: number
  /** A sum this far from 0, or farther, is a signal. Log likelihood ratios have no unit. Default 3.5. */
  readonly limit?: number
}

/** One side of the chart, an entry per case. */
export interface CusumSide {
  /** What the case adds to the evidence for the other share: a log likelihood ratio, NaN where it is missing. */
  readonly scores: Float64Array
  /** Evidence so far; 0 or above upwards, 0 or below downwards. After a signal it begins at 0 again. */
  readonly sums: Float64Array
  readonly signals: readonly boolean[]
}

export interface BernoulliCusum {
  /** The share as it should be, the higher one that `up` looks for, the lower one that `down` looks for. */
  readonly target: number
  readonly higher: number
  readonly lower: number
  readonly limit: number
  readonly up: CusumSide
  readonly down: CusumSide
}

const ODDS_RATIO = 2
const LIMIT = 3.5

/**
 * Cases one by one, each with an event (1) or without (0): has the chance of an event changed? Two sums of log likelihood
 * ratios, one for odds raised by `oddsRatio` and one for odds lowered by it; each sum is kept from going past 0 the wrong way:
 *
 * up: Sᵢ = max(0, Sᵢ₋₁ + wᵢ), w = ln(p₁ ÷ p₀) for an event and ln((1 − p₁) ÷ (1 − p₀)) without; down the same with p₂, minus.
 *
 * A missing case adds nothing. With nothing but events, or none, there is no target to find from the cases: give one.
 *
 * @throws SpcInputError for a case that is not 0 or 1, a target that is not a share strictly between 0 and 1, an odds ratio
 *   of 1 or less, a limit of 0 or less
 * @see Steiner, Cook, Farewell & Treasure 2000, Biostatistics 1:441; as in qicharts2 0.8.1 (bchart)
 */
export function bernoulliCusum(cases: ArrayLike<number>, options: BernoulliCusumOptions = {}): BernoulliCusum {
  const { oddsRatio = ODDS_RATIO, limit = LIMIT } = options
  const outcomes = takeOutcomes(cases)
  if (!(oddsRatio > 1)) throw new SpcInputError(`The odds ratio is ${oddsRatio}: give one above 1`)
  if (!(limit > 0)) throw new SpcInputError(`The limit is ${limit}: give one above 0`)
  const target = targetOf(outcomes, options.target)
  const higher = withOdds(target, oddsRatio)
  const lower = withOdds(target, 1 / oddsRatio)
  return {
    target,
    higher,
    lower,
    limit,
    up: addUp(scoresOf(outcomes, target, higher), limit, 1),
    down: addUp(scoresOf(outcomes, target, lower), limit, -1),
  }
}

function takeOutcomes(cases: ArrayLike<number>): Float64Array {
  return Float64Array.from(cases, (outcome, i) => {
    if (outcome === 0 || outcome === 1 || Number.isNaN(outcome)) return outcome
    throw new SpcInputError(`Case ${i + 1} is ${outcome}: give 1 for an event, 0 for none`)
  })
}

function targetOf(outcomes: Float64Array, asked: number | undefined): number {
  const first = asked !== undefined && asked > 1 ? asked : outcomes.length
  const target = asked !== undefined && asked <= 1 ? asked : mean(outcomes, 0, Math.min(first, outcomes.length))
  if (target > 0 && target < 1) return target
  throw new SpcInputError(`The target is ${target}: give a share strictly between 0 and 1`)
}

function withOdds(share: number, ratio: number): number {
  return (ratio * share) / (1 - share + ratio * share)
}

function scoresOf(outcomes: Float64Array, target: number, other: number): Float64Array {
  const event = Math.log(other / target)
  const none = Math.log((1 - other) / (1 - target))
  return outcomes.map((outcome) => (outcome === 1 ? event : outcome === 0 ? none : outcome))
}

function addUp(scores: Float64Array, limit: number, way: 1 | -1): CusumSide {
  const sums = new Float64Array(scores.length)
  const signals: boolean[] = []
  let evidence = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    evidence = Math.max(0, evidence + (Number.isNaN(score) ? 0 : score))
    sums[i] = evidence === 0 ? 0 : way * evidence
    signals.push(evidence >= limit)
    if (evidence >= limit) evidence = 0
  }
  return { scores, sums, signals }
}
