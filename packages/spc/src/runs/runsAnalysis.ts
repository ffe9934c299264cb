import type { Analysis } from '../analysis.ts'
import { SpcInputError } from '../inputError.ts'
import { type RunsLimits, type RunsMethod, runsLimits } from './runsLimits.ts'

/** Why a phase does not vary by chance alone; `together`: run and crossings are each at their limit (cut box). */
export type RunsSignal = 'longRun' | 'fewCrossings' | 'together'

/** What the runs of one phase say of it as a whole. */
export interface RunsAnalysis {
  readonly method: RunsMethod
  /** Points with a value, not excluded, not on the centre line. */
  readonly useful: number
  /** Most points in a row on one side of the centre line; those on it are passed over. */
  readonly longestRun: number
  /** A longer run than this is a signal. */
  readonly longestRunLimit: number
  /** How often the series crosses the centre line. */
  readonly crossings: number
  /** Fewer crossings than this are a signal. */
  readonly fewestCrossings: number
  /** Empty where chance alone explains the phase. */
  readonly signals: readonly RunsSignal[]
}

/**
 * Runs analysis of each phase: is its longest run too long, or does it cross its centre line too seldom, for chance alone?
 * Says that a whole phase is not random, not which point is special. Needs no limits, so it holds for every chart with a
 * centre line about which the points would fall evenly; on a moving range chart it means nothing.
 *
 * @returns an entry per phase, null where no point lies off the centre line
 * @throws SpcInputError for an analysis that came without its zones
 * @see Anhøj & Olesen 2014, PLoS ONE 9:e113825; Anhøj & Wentzel-Larsen 2020, PLoS ONE 15:e0233920
 */
export function runsAnalysis(
  { phases, zones }: Pick<Analysis, 'phases' | 'zones'>,
  { method = 'anhoej' }: { readonly method?: RunsMethod } = {},
): readonly (RunsAnalysis | null)[] {
  if (!zones) throw new SpcInputError('This analysis has no zones: analyse the series again')
  return phases.map(({ start, end }) => analyseRuns(zones, start, end, method))
}

/** The same for one stretch of points of which it is known on which side of the centre line each lies (0: on neither). */
export function analyseRuns(
  sides: ArrayLike<number>,
  start: number,
  end: number,
  method: RunsMethod,
): RunsAnalysis | null {
  const { useful, longestRun, crossings } = countRuns(sides, start, end)
  if (useful === 0) return null
  const limits = runsLimits(useful, method)
  return {
    method,
    useful,
    longestRun,
    longestRunLimit: limits.longestRun,
    crossings,
    fewestCrossings: limits.fewestCrossings,
    signals: signalsOf(longestRun, crossings, limits),
  }
}

function countRuns(sides: ArrayLike<number>, start: number, end: number) {
  let useful = 0
  let longestRun = 0
  let crossings = 0
  let run = 0
  let before = 0
  for (let i = start; i < end; i++) {
    const side = Math.sign(sides[i]!)
    if (side === 0) continue
    useful++
    if (before !== 0 && side !== before) {
      crossings++
      run = 0
    }
    run++
    longestRun = Math.max(longestRun, run)
    before = side
  }
  return { useful, longestRun, crossings }
}

function signalsOf(longestRun: number, crossings: number, limits: RunsLimits): readonly RunsSignal[] {
  const signals: RunsSignal[] = []
  if (longestRun > limits.longestRun) signals.push('longRun')
  if (crossings < limits.fewestCrossings) signals.push('fewCrossings')
  return signals.length === 0 && isCutOff(longestRun, crossings, limits) ? ['together'] : signals
}

function isCutOff(longestRun: number, crossings: number, limits: RunsLimits): boolean {
  const { corner } = limits
  if (corner === null) return false
  return (
    (crossings === limits.fewestCrossings && longestRun > corner.longestRun) ||
    (longestRun === limits.longestRun && crossings < corner.crossings)
  )
}
