import { betaQuantile } from '../numbers/incompleteBeta.ts'
import { gammaQuantile } from '../numbers/incompleteGamma.ts'
import type { FunnelKind, FunnelSide } from './funnel.ts'
import type { FunnelMethod } from './method.ts'
import type { FunnelScale } from './scales.ts'

/** A pair of limits at one denominator, times the multiplier. Null where a logarithm of 0 would be needed. */
export interface FunnelLimits {
  readonly lower: number | null
  readonly upper: number | null
}

/** All that limits depend on besides the denominator. */
export interface FunnelSetting {
  readonly method: FunnelMethod
  readonly scale: FunnelScale
  /** Before the multiplier. */
  readonly target: number
  readonly multiplier: number
  /** Null: not widened. */
  readonly tau2: number | null
}

/** The pairs at a denominator above 0, one a level. */
export function limitsOf(denominator: number, setting: FunnelSetting): readonly FunnelLimits[] {
  const { method, tau2, multiplier, target } = setting
  return method.levels.map(({ share, sigmas }) => {
    const limits =
      tau2 === null && method.limits === 'exact'
        ? EXACT[method.kind](denominator, target, (1 - share) / 2)
        : approximate(denominator, sigmas, setting)
    return { lower: times(limits.lower, multiplier), upper: times(limits.upper, multiplier) }
  })
}

/** Values this near to a limit (relative) lie on it, and so within: the last bits of a computed limit are chance. */
const ON_LINE = 1e-12

/** On which side of a pair of limits a value lies; null within or on them. */
export function sideOf(value: number, { lower, upper }: FunnelLimits): FunnelSide | null {
  if (upper !== null && value > upper + ON_LINE * Math.abs(upper)) return 'high'
  if (lower !== null && value < lower - ON_LINE * Math.abs(lower)) return 'low'
  return null
}

function times(limit: number | null, multiplier: number): number | null {
  return limit === null ? null : limit * multiplier
}

/** Target ± so many errors on the scale of the scores, where a score never leaves its scale. */
function approximate(
  denominator: number,
  sigmas: number,
  { method, scale, target, tau2 }: FunnelSetting,
): FunnelLimits {
  const centre = scale.of(target)
  if (!Number.isFinite(centre)) return { lower: null, upper: null }
  const far = sigmas * Math.sqrt(scale.limitError(denominator) ** 2 + (tau2 ?? 0))
  if (method.beyondScale === 'folded') return { lower: scale.back(centre - far), upper: scale.back(centre + far) }
  return {
    lower: scale.back(Math.max(scale.least, centre - far)),
    upper: scale.back(Math.min(scale.most, centre + far)),
  }
}

/**
 * Limits of counting alone: the interval that an observed count equal to the expected one would have, with `tail` outside at
 * each end; so they hold between whole counts too.
 *
 * @see Clopper & Pearson 1934, Biometrika 26:404; Garwood 1936, Biometrika 28:437
 */
const EXACT: Record<FunnelKind, (denominator: number, target: number, tail: number) => FunnelLimits> = {
  proportion: exactProportion,
  rate: exactRate,
  standardisedRatio: exactRate,
}

function exactProportion(denominator: number, target: number, tail: number): FunnelLimits {
  const expected = denominator * target
  const others = denominator - expected
  return {
    lower: expected > 0 ? betaQuantile(expected, others + 1, tail) : 0,
    upper: others > 0 ? betaQuantile(expected + 1, others, tail, 'upper') : 1,
  }
}

function exactRate(denominator: number, target: number, tail: number): FunnelLimits {
  const expected = denominator * target
  return {
    lower: expected > 0 ? gammaQuantile(expected, tail) / denominator : 0,
    upper: gammaQuantile(expected + 1, tail, 'upper') / denominator,
  }
}
