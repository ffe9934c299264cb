import { SpcInputError } from '../inputError.ts'
import { CURVE_POINTS, curvesOf, type FunnelCurvePoint } from './curves.ts'
import { type Dispersion, dispersionOf } from './dispersion.ts'
import { type FunnelLimits, type FunnelSetting, limitsOf, sideOf } from './limits.ts'
import { completeMethod, type FunnelMethod, type FunnelMethodOptions } from './method.ts'
import { type FunnelScale, scaleOf } from './scales.ts'
import { type UnitFigures, unitsOf } from './units.ts'

/**
 * What the units are compared by.
 *
 * - `proportion`: numerator of denominator, such as patients seen within four hours of all who came. 0 to 1.
 * - `rate`: events per something counted, such as falls per bed day; may exceed 1.
 * - `standardisedRatio`: observed ÷ expected, such as deaths; the denominators are the expected counts, the target is 1.
 */
export type FunnelKind = 'proportion' | 'rate' | 'standardisedRatio'

/** Units side by side: parallel arrays, an entry a row. */
export interface FunnelInput {
  readonly kind: FunnelKind
  /** Which unit a row is of; rows of one unit are added up. Unit 1, unit 2 and so on when absent. */
  readonly units?: readonly string[]
  /** Counts, 0 or above; NaN where missing. */
  readonly numerators: ArrayLike<number>
  /** Counts or amounts, 0 or above; NaN where missing. */
  readonly denominators: ArrayLike<number>
  /** What all are compared with, before `multiplier`. Default: 1 for standardised ratios, all numerators ÷ all denominators else. */
  readonly target?: number
  /** Values, target and limits are multiplied by this after the calculation (1,000 for "per 1,000 bed days"). Default 1. */
  readonly multiplier?: number
  readonly method?: FunnelMethodOptions
}

/** Why a unit has no value, and so neither score nor limits. */
export type NoFunnelValue = 'missing' | 'noDenominator'

/** One unit. What it lacks is null, and `noValue` says why; the numbers never are NaN. */
export interface FunnelPoint {
  readonly unit: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** Numerator ÷ denominator, times the multiplier. */
  readonly value: number | null
  readonly noValue: NoFunnelValue | null
  /** Value on the scale on which units are compared (`FunnelMethodOptions.scale`); null for a logarithm of 0. */
  readonly score: number | null
  /** Distance from the target in standard errors of chance alone, on that scale: not widened by what units differ in otherwise. */
  readonly z: number | null
  /** `z` as it went into the dispersion: pulled in, or null where it was left out. */
  readonly trimmedZ: number | null
  /** A pair a level, as `FunnelAnalysis.levels`; null where the unit has no value. */
  readonly limits: readonly FunnelLimits[] | null
  /** Strictly outside the pair at the same place of `limits`, and on which side. */
  readonly outside: readonly (FunnelSide | null)[]
}

export type FunnelSide = 'high' | 'low'

/** Why limits were not widened though that was asked for. */
export type NotAdjusted = 'notAsked' | 'notOverdispersed' | 'tooFewUnits'

/** A funnel plot: points in the order in which their units first appear, and the curves to draw about them. */
export interface FunnelAnalysis {
  readonly kind: FunnelKind
  /** Times the multiplier. Null where no unit has a denominator. */
  readonly target: number | null
  readonly multiplier: number
  /** The shares of units that each pair of limits holds by chance, in the order given. */
  readonly levels: readonly number[]
  readonly points: readonly FunnelPoint[]
  /** How much farther units are apart than chance alone puts them. */
  readonly dispersion: Dispersion
  /** Limits are widened by τ². */
  readonly adjusted: boolean
  /** Null when they are. */
  readonly notAdjusted: NotAdjusted | null
  /** Limits at denominators from the smallest to the largest; empty where no unit has a value. */
  readonly curves: readonly FunnelCurvePoint[]
  /** The target on the scale of the scores; null for a logarithm of 0. */
  readonly targetScore: number | null
}

/**
 * Compares units with each other at one time: each unit's value against limits that are the wider the smaller it is, so that
 * nobody is praised or blamed for what chance does. It says nothing of change over time.
 *
 * Without over-dispersion the limits are those of counting alone (exact binomial or Poisson, unless `limits: 'approximate'`).
 * Where units differ by more than that (φ above 1), limits are widened by the variance between units, τ².
 *
 * @throws SpcInputError for arrays of unequal length, figures that are not finite or below 0, more events than cases, a target
 *   or a method that no funnel can be drawn with
 * @see Spiegelhalter 2005, Statistics in Medicine 24:1185 (funnel plots) and Quality and Safety in Health Care 14:347
 *   (over-dispersion); NHS England, SHMI specification (logarithms, truncation)
 */
export function funnel(input: FunnelInput): FunnelAnalysis {
  const method = completeMethod(input.kind, input.method)
  const multiplier = input.multiplier ?? 1
  if (!(multiplier > 0 && Number.isFinite(multiplier))) {
    throw new SpcInputError(`The multiplier is ${multiplier}: give one above 0`)
  }
  const units = unitsOf(input, method)
  const scale = scaleOf(method)
  const target = targetOf(input, units)
  const targetScore = target === null ? null : finiteOrNull(scale.of(target))
  const scored = units.map((unit) => scoreOf(unit, scale, targetScore))
  const dispersion = dispersionOf(scored, method)
  const notAdjusted = whyNotAdjusted(dispersion, method)
  const setting: FunnelSetting = {
    method,
    scale,
    target: target ?? 0,
    multiplier,
    tau2: notAdjusted === null ? dispersion.tau2 : null,
  }
  return {
    kind: input.kind,
    target: target === null ? null : target * multiplier,
    multiplier,
    levels: method.levels.map(({ share }) => share),
    points: units.map((unit, i) => pointOf(unit, scored[i]!, dispersion.trimmed[i]!, setting)),
    dispersion,
    adjusted: notAdjusted === null,
    notAdjusted,
    curves: curvesOf(units, setting, CURVE_POINTS),
    targetScore,
  }
}

/**
 * Limits of a funnel at any denominator above 0: what its curves are made of.
 *
 * @param widened by τ² or not; default as the funnel itself
 * @throws SpcInputError for a denominator of 0 or less, or a funnel without a target
 */
export function funnelLimits(
  input: FunnelInput,
  analysis: Pick<FunnelAnalysis, 'adjusted' | 'dispersion' | 'target' | 'multiplier'>,
  denominator: number,
  widened: boolean = analysis.adjusted,
): readonly FunnelLimits[] {
  if (!(denominator > 0 && Number.isFinite(denominator)) || analysis.target === null) {
    throw new SpcInputError(`There are no limits at a denominator of ${denominator}`)
  }
  const method = completeMethod(input.kind, input.method)
  return limitsOf(denominator, {
    method,
    scale: scaleOf(method),
    target: analysis.target / analysis.multiplier,
    multiplier: analysis.multiplier,
    tau2: widened ? analysis.dispersion.tau2 : null,
  })
}

function targetOf({ kind, target }: FunnelInput, units: readonly UnitFigures[]): number | null {
  if (target !== undefined) {
    const most = kind === 'proportion' ? 1 : Number.MAX_VALUE
    if (!(target >= 0 && target <= most)) throw new SpcInputError(`The target of a ${kind} cannot be ${target}`)
    return target
  }
  const counted = units.filter(({ noValue }) => noValue === null)
  if (counted.length === 0) return null
  if (kind === 'standardisedRatio') return 1
  return sumOf(counted, (unit) => unit.numerator!) / sumOf(counted, (unit) => unit.denominator!)
}

function sumOf(units: readonly UnitFigures[], of: (unit: UnitFigures) => number): number {
  return units.reduce((sum, unit) => sum + of(unit), 0)
}

export interface Scored {
  readonly score: number | null
  /** Standard error of the score by chance alone. */
  readonly error: number
  /** Minus infinity for a logarithm of 0. */
  readonly z: number
}

const NOT_SCORED: Scored = { score: null, error: Number.NaN, z: Number.NaN }

function scoreOf({ numerator, denominator, noValue }: UnitFigures, scale: FunnelScale, target: number | null): Scored {
  if (noValue !== null || target === null) return NOT_SCORED
  const score = scale.score(numerator!, denominator!)
  const error = scale.error(numerator!, denominator!)
  return { score: finiteOrNull(score), error, z: (score - target) / error }
}

function whyNotAdjusted({ phi, tau2, units }: Dispersion, { adjust }: FunnelMethod): NotAdjusted | null {
  if (adjust === 'never') return 'notAsked'
  if (units < 2 || phi === null) return 'tooFewUnits'
  return (adjust === 'whenTauAboveZero' ? tau2 > 0 : phi > 1) ? null : 'notOverdispersed'
}

function pointOf(
  unit: UnitFigures,
  { score, z }: Scored,
  trimmedZ: number | null,
  setting: FunnelSetting,
): FunnelPoint {
  const { multiplier } = setting
  const value = unit.noValue === null ? (unit.numerator! / unit.denominator!) * multiplier : null
  const limits = value === null ? null : limitsOf(unit.denominator!, setting)
  return {
    ...unit,
    value,
    score,
    z: finiteOrNull(z),
    trimmedZ,
    limits,
    outside: setting.method.levels.map((_, i) => (limits ? sideOf(value!, limits[i]!) : null)),
  }
}

function finiteOrNull(number: number): number | null {
  return Number.isFinite(number) ? number : null
}
