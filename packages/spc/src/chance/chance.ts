import type { ChartTypeId } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { english } from '../messages/index.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { RULE_SETS, ruleSetOf } from '../rules/ruleSets.ts'
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
  return along(chart, points, ruleSet, (at) => tabled(at) ?? simulatedChances(at), between)
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
    // The share alone: a rule set that is not tabled need not be followed through changes for it.
    const falseSignal = along(chart, points, ruleSet, (at) => tabled(at)?.falseSignal ?? simulatedShare(at), mix)
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

/** What was simulated for rule sets that the table does not have, so that nobody waits for it twice. */
const simulatedSoFar = new Map<string, Chances>()
const sharesSoFar = new Map<string, Estimate>()

function simulatedChances(situation: Situation): Chances {
  return once(simulatedSoFar, situation, () => simulateChances(situation, UNTABLED_SERIES))
}

function simulatedShare(situation: Situation): Estimate {
  return once(sharesSoFar, situation, () => shareSignalling(situation, UNTABLED_SERIES.share, SEED))
}

function once<Found>(known: Map<string, Found>, { ruleSet, chart, points }: Situation, find: () => Found): Found {
  // Rules of one's own may be described anew under the same name, so what they say tells them apart too.
  const key = JSON.stringify([
    ruleSet.id,
    ruleSet.version,
    ruleSet.rules.map(({ label }) => label(english)),
    chart,
    points,
  ])
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}

/** The line of the table; none for rules that are not in the list, whatever they call themselves. */
function tabled({ ruleSet, chart, points }: Situation): Chances | undefined {
  if (!RULE_SETS.includes(ruleSet)) return undefined
  return CHANCES.find(
    (one) =>
      one.ruleSet === ruleSet.id && one.version === ruleSet.version && one.chart === chart && one.points === points,
  )
}

/** What holds for a chart of so many points: between two simulated lengths on a straight line, beyond them that of the nearest. */
function along<Found>(
  chart: ChartTypeId,
  points: number,
  ruleSet: string | RuleSet,
  find: (situation: Situation) => Found,
  blend: (low: Found, high: Found, share: number) => Found,
): Found {
  const rules = ruleSetOf({ ruleSet })
  const simulated = chart === 'run' ? 'run' : 'xmr'
  const upper = LENGTHS.find((length) => length >= points) ?? LENGTHS.at(-1)!
  const lower = LENGTHS.findLast((length) => length <= points) ?? LENGTHS[0]
  const high = find({ ruleSet: rules, chart: simulated, points: upper })
  if (lower === upper) return high
  return blend(find({ ruleSet: rules, chart: simulated, points: lower }), high, (points - lower) / (upper - lower))
}

function between(low: Chances, high: Chances, share: number): Chances {
  return {
    falseSignal: mix(low.falseSignal, high.falseSignal, share),
    steady: mix(low.steady, high.steady, share),
    oneSigma: mix(low.oneSigma, high.oneSigma, share),
    twoSigma: mix(low.twoSigma, high.twoSigma, share),
  }
}

function mix(low: Estimate, high: Estimate, share: number): Estimate {
  return { is: low.is + share * (high.is - low.is), error: low.error + share * (high.error - low.error) }
}
