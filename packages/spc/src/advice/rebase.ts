import { analyse } from '../analyse.ts'
import type { Analysis, Assurance, ChartTypeId, PhaseInput, PointVerdict, Variation } from '../analysis.ts'
import { POINTS_FOR_LIMITS } from '../phases.ts'
import { type AdviceInput, type Examined, examine } from './examined.ts'
import { autocorrelation } from './shape.ts'
import { average, type Level, levelsOf, rangeSigma, SHORTEST_LEVEL, STANDARD_ERRORS_APART } from './steps.ts'

/** At most this share of steady series is told to have a new level; found by simulation for 24 to 60 points, tested. */
export const FALSE_SUGGESTIONS = 0.01

/** Where lines stand at one point, as shown; no limits: null. */
export interface LinesThere {
  readonly centre: number
  readonly lower: number | null
  readonly upper: number | null
  /** Points that stand behind them. */
  readonly points: number
}

/**
 * Why a person may well say no. `fewPoints`: the new limits would be early. `unknownCause`: nobody noted that something happened
 * about then. `drift`: a slope explains the values as well as a step does, so that new limits would soon be old.
 * `wider`: the new limits are at least a quarter wider than the present ones, so the spread changed too. `following`: values follow
 * each other, and such series wander without a change.
 */
export type Objection =
  | { readonly id: 'fewPoints'; readonly points: number; readonly needed: number }
  | { readonly id: 'unknownCause' | 'drift' | 'following' }
  | { readonly id: 'wider'; readonly width: number }

export interface Verdicts {
  readonly variation: Variation
  readonly assurance: Assurance
}

/** New limits that figures ask for, with what speaks for and against. A person accepts or declines it; nothing follows by itself. */
export interface RebaseSuggestion {
  /** Entry at which the new phase would begin. */
  readonly start: number
  readonly side: 'high' | 'low'
  readonly verdict: Exclude<PointVerdict, 'commonCause' | 'missing'>
  /** Points with a value since then. */
  readonly points: number
  /** How many of the latest points in a row lie on the new side of the mean before. At least 8. */
  readonly run: number
  /** Distance of the two means in sigma of single points, and in their own standard errors; of the latter 3.7 are asked for. */
  readonly sigmas: number
  readonly standardErrors: number
  /** Lines as drawn now at the latest point; those of the stretch before, and those since, if new limits began there. */
  readonly now: LinesThere
  readonly before: LinesThere
  readonly after: LinesThere
  /** Width of the new limits ÷ width of the present ones; null where either has none. */
  readonly width: number | null
  readonly said: { readonly now: Verdicts; readonly anew: Verdicts }
  /** The series with the phases that it has now. */
  readonly analysis: Analysis
  /** All phases, the new one among them: what `analyse` needs to draw it. */
  readonly phases: readonly PhaseInput[]
  readonly against: readonly Objection[]
}

/** A noted event as near as this to the change may be its cause. */
const NEAR = 2

/** New limits this much wider than the present ones speak against them. Limits by moving ranges are about as wide after a step. */
const MUCH_WIDER = 1.25

/** Charts that draw something else in the values' place: their spread, or sums and averages of past ones. */
const OF_OTHER_THINGS: readonly ChartTypeId[] = ['mr', 'r', 's', 'ewma', 'cusum', 'movingAverage']
/** t charts judge times to this power. Nelson 1994 */
const T_POWER = 1 / 3.6

/**
 * Whether the latest phase holds a lasting new level, from its place up to now. Three things must agree: the cut that explains
 * the values best (least squares with a penalty, no level shorter than 8 points), two means at least 3.7 standard errors apart,
 * and the latest 8 points or more all on the new side of the mean before.
 *
 * Works on counts and times as their charts do: rates and proportions by their denominators, times by a power.
 *
 * @returns null where the phase has one level, as for 99 of 100 steady series; for charts that draw spread or averages; for fewer than 16 points
 * @throws SpcInputError for figures that no chart can be made of
 */
export function suggestRebase(input: AdviceInput): RebaseSuggestion | null {
  if (OF_OTHER_THINGS.includes(input.chart)) return null
  const examined = examine(input)
  if (examined.values.length < 2 * SHORTEST_LEVEL) return null
  const scale = scaleOf(examined)
  const levels = levelsOf(scale.values, scale.weights)
  const [before, after] = levels.slice(-2)
  if (!before || !after) return null
  const apart = distance(scale, before, after)
  const run = runSince(scale.values, before.mean, apart.sigmas > 0)
  if (Math.abs(apart.standardErrors) < STANDARD_ERRORS_APART || run < SHORTEST_LEVEL) return null
  return evidence(examined, { before, after, ...apart, run }, isDrift(scale, levels))
}

interface Scale {
  readonly values: readonly number[]
  /** How much each value counts; 1 on average. */
  readonly weights: readonly number[]
}

function scaleOf({ input, values, sizes }: Examined): Scale {
  const weights = sizes.map((size) => size / average(sizes))
  if (input.chart === 't') return { values: values.map((time) => Math.max(0, time) ** T_POWER), weights }
  if (input.chart === 'g') return { values: values.map((count) => Math.log1p(Math.max(0, count))), weights }
  return { values, weights }
}

interface Distance {
  readonly sigmas: number
  readonly standardErrors: number
}

/** Sigma is the larger of that of the moving ranges and that about the two means, so that values that wander do not pass. */
function distance({ values, weights }: Scale, before: Level, after: Level): Distance {
  const squares = [before, after].flatMap(({ from, to, mean }) =>
    values.slice(from, to).map((value, i) => weights[from + i]! * (value - mean) ** 2),
  )
  const about = Math.sqrt((average(squares) * squares.length) / (squares.length - 2))
  const sigma = Math.max(about, rangeSigma(values.slice(before.from), weights.slice(before.from)))
  const sigmas = (after.mean - before.mean) / sigma
  const weightOf = ({ from, to }: Level) => weights.slice(from, to).reduce((sum, weight) => sum + weight, 0)
  return { sigmas, standardErrors: sigmas / Math.sqrt(1 / weightOf(before) + 1 / weightOf(after)) }
}

/** How many of the latest values in a row lie on one side of a mean. */
function runSince(values: readonly number[], mean: number, isHigh: boolean): number {
  const last = values.findLastIndex((value) => (isHigh ? value <= mean : value >= mean))
  return values.length - 1 - last
}

/** A slope within levels as steep as this, in its standard errors, is hardly chance: one in twenty. */
const STEEP = 1.645

/**
 * Whether values may drift: three levels or more that all go one way, a slope in the step's direction within the two levels
 * beside it, or one slope through both that leaves as little unexplained as the step.
 */
function isDrift({ values, weights }: Scale, levels: readonly Level[]): boolean {
  const [before, after] = levels.slice(-2) as [Level, Level]
  const way = Math.sign(after.mean - before.mean)
  if (levels.length > 2 && levels.every(({ mean }, i) => i === 0 || (mean - levels[i - 1]!.mean) * way > 0)) return true
  const within = slopeWithin(values, weights, [before, after])
  const across = slopeWithin(values, weights, [{ ...after, from: before.from }])
  return within.slope * way > STEEP * within.error || across.squares <= within.squares + within.explained
}

/** One slope shared by stretches that each have their own mean: with its standard error, the squares it explains and leaves. */
function slopeWithin(values: readonly number[], weights: readonly number[], stretches: readonly Omit<Level, 'mean'>[]) {
  let places = 0
  let products = 0
  let squares = 0
  let points = 0
  for (const { from, to } of stretches) {
    const here = values.slice(from, to)
    const weight = weights.slice(from, to)
    const total = weight.reduce((sum, one) => sum + one, 0)
    const middle = weight.reduce((sum, one, i) => sum + one * i, 0) / total
    const mean = weight.reduce((sum, one, i) => sum + one * here[i]!, 0) / total
    here.forEach((value, i) => {
      places += weight[i]! * (i - middle) ** 2
      products += weight[i]! * (i - middle) * (value - mean)
      squares += weight[i]! * (value - mean) ** 2
    })
    points += to - from
  }
  const slope = products / places
  const explained = slope * products
  const left = Math.max(0, squares - explained)
  return { slope, explained, squares: left, error: Math.sqrt(left / (points - stretches.length - 1) / places) }
}

interface Change extends Distance {
  readonly before: Level
  readonly after: Level
  readonly run: number
}

function evidence(examined: Examined, change: Change, drifts: boolean): RebaseSuggestion {
  const { input, places } = examined
  const start = places[change.after.from]!
  const others = (input.phases ?? []).filter((phase) => phase.start !== start)
  const phases = [...others, { start }].sort((a, b) => a.start - b.start)
  const now = analyse(input)
  const anew = analyse({ ...input, phases })
  const side = change.sigmas > 0 ? 'high' : 'low'
  const lines = {
    now: linesAt(now, now.latest),
    before: linesAt(anew, places[change.after.from - 1]!),
    after: linesAt(anew, anew.latest),
  }
  const width = widthOf(lines.after) / widthOf(lines.now)
  const against: Objection[] = []
  const points = places.length - change.after.from
  if (points < POINTS_FOR_LIMITS) against.push({ id: 'fewPoints', points, needed: POINTS_FOR_LIMITS })
  if (!input.events?.some((event) => Math.abs(event - start) <= NEAR)) against.push({ id: 'unknownCause' })
  if (drifts) against.push({ id: 'drift' })
  if (width >= MUCH_WIDER) against.push({ id: 'wider', width })
  if (autocorrelation(examined)) against.push({ id: 'following' })
  return {
    start,
    side,
    verdict: verdictOf(side, input.direction),
    points,
    run: change.run,
    sigmas: Math.abs(change.sigmas),
    standardErrors: Math.abs(change.standardErrors),
    ...lines,
    width: Number.isFinite(width) ? width : null,
    said: { now: verdictsOf(now), anew: verdictsOf(anew) },
    analysis: now,
    phases,
    against,
  }
}

function verdictOf(side: 'high' | 'low', direction: AdviceInput['direction']): RebaseSuggestion['verdict'] {
  if (direction === 'neither') return side === 'high' ? 'neutralHigh' : 'neutralLow'
  return (direction === 'higher') === (side === 'high') ? 'improving' : 'concerning'
}

function verdictsOf({ variation, assurance }: Analysis): Verdicts {
  return { variation, assurance }
}

function linesAt({ centre, lower, upper, phases }: Analysis, at: number): LinesThere {
  const orNull = (limit: number) => (Number.isNaN(limit) ? null : limit)
  return {
    centre: centre[at]!,
    lower: orNull(lower[at]!),
    upper: orNull(upper[at]!),
    points: phases.find(({ end }) => at < end)?.points ?? 0,
  }
}

/** NaN without limits. */
function widthOf({ lower, upper }: LinesThere): number {
  return lower === null || upper === null ? Number.NaN : upper - lower
}
