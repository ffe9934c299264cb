import type { ChartTypeId } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { ruleSetOf } from '../rules/ruleSets.ts'
import { type Estimate, pointsToSignal, type Situation, shareSignalling } from './simulate.ts'
import { CHANCES } from './table.ts'

/** What chance does to a chart of so many points, and how soon its rules find a change. From a simulation, not from a formula. */
export interface Chances {
  /** Share of steady charts whose latest point is flagged although nothing changed, limits standing on all points. */
  readonly falseSignal: Estimate
  /** Average run length without a change: points from one false signal to the next, limits standing on the chart's points. */
  readonly steady: Estimate
  /** Average run length after a lasting change of one sigma: points until it is found, the finding one counted. */
  readonly oneSigma: Estimate
  /** The same for two sigma. */
  readonly twoSigma: Estimate
}

/** One line of the table. */
export interface TabledChances extends Chances {
  readonly ruleSet: string
  /** Version of the rules that was simulated: others are simulated anew. */
  readonly version: string
  readonly chart: Situation['chart']
  readonly points: number
}

/** Lengths that are simulated; between them numbers lie on a straight line, beyond them they are those of the nearest. */
export const LENGTHS = [13, 24, 36, 60] as const

/** Series of each number: for the table, and for a rule set that it does not have. */
export const TABLED_SERIES = { share: 40_000, waits: 2_000 } as const
const UNTABLED_SERIES = { share: 5_000, waits: 400 } as const
const SEED = 20_260_714

/**
 * Chances of a chart with these rules and so many points. Simulated with normal values on an XmR chart, or on a run chart for
 * charts without limits; other charts behave so where their counts are large. A rule set that the table does not have is
 * simulated when it is first asked for, less exactly, which takes about a second.
 *
 * @param ruleSet id of one of `RULE_SETS`, or a set of one's own, whose id and version tell it from others
 * @throws SpcInputError for fewer points than 2, or a rule set that there is not
 */
export function chances(chart: ChartTypeId, points: number, ruleSet: string | RuleSet): Chances {
  if (!(Number.isInteger(points) && points >= 2)) {
    throw new SpcInputError(`A chart of ${points} points says nothing of chance: give 2 or more`)
  }
  const simulated = chart === 'run' ? 'run' : 'xmr'
  const upper = LENGTHS.find((length) => length >= points) ?? LENGTHS.at(-1)!
  const lower = LENGTHS.findLast((length) => length <= points) ?? LENGTHS[0]
  const rules = ruleSetOf({ ruleSet })
  const high = chancesAt(simulated, upper, rules)
  if (lower === upper) return high
  return between(chancesAt(simulated, lower, rules), high, (points - lower) / (upper - lower))
}

/** One chart that is shown with others. */
export interface ShownChart {
  readonly chart: ChartTypeId
  readonly points: number
  readonly ruleSet: string | RuleSet
}

/**
 * Of these charts, how many would have their latest point flagged if nothing had changed in any of them: the sum of their
 * shares. Nobody should be surprised by as many.
 */
export function expectedFalseSignals(charts: readonly ShownChart[]): Estimate {
  let is = 0
  let error = 0
  for (const { chart, points, ruleSet } of charts) {
    const { falseSignal } = chances(chart, points, ruleSet)
    is += falseSignal.is
    // The same table stands behind all of them, so its errors do not even out.
    error += falseSignal.error
  }
  return { is, error }
}

/** Simulates one situation. The same numbers give the same result on every machine. */
export function simulateChances(
  situation: Situation,
  series: { readonly share: number; readonly waits: number },
  seed = SEED,
): Chances {
  return {
    falseSignal: shareSignalling(situation, series.share, seed),
    steady: pointsToSignal(situation, 0, series.waits, seed + 1),
    oneSigma: pointsToSignal(situation, 1, series.waits, seed + 2),
    twoSigma: pointsToSignal(situation, 2, series.waits, seed + 3),
  }
}

const simulatedSoFar = new Map<string, Chances>()

function chancesAt(chart: Situation['chart'], points: number, rules: RuleSet): Chances {
  const { id } = rules
  const tabled = CHANCES.find(
    (line) => line.ruleSet === id && line.version === rules.version && line.chart === chart && line.points === points,
  )
  if (tabled) return tabled
  const key = `${id} ${rules.version} ${chart} ${points}`
  const known = simulatedSoFar.get(key) ?? simulateChances({ ruleSet: rules, chart, points }, UNTABLED_SERIES)
  simulatedSoFar.set(key, known)
  return known
}

function between(low: Chances, high: Chances, share: number): Chances {
  const mix = (a: Estimate, b: Estimate): Estimate => ({
    is: a.is + share * (b.is - a.is),
    error: a.error + share * (b.error - a.error),
  })
  return {
    falseSignal: mix(low.falseSignal, high.falseSignal),
    steady: mix(low.steady, high.steady),
    oneSigma: mix(low.oneSigma, high.oneSigma),
    twoSigma: mix(low.twoSigma, high.twoSigma),
  }
}
