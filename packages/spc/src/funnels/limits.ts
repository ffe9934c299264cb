import { binomialBetween, poissonBetween } from '../numbers/betweenCounts.ts'
import { betaQuantile } from '../numbers/incompleteBeta.ts'
import { gammaQuantile } from '../numbers/incompleteGamma.ts'
import { sideOfLine } from '../numbers/onLine.ts'
import type { FunnelSide } from './funnel.ts'
import type { FunnelMethod } from './method.ts'
import type { FunnelScale } from './scales.ts'

/** A pair of limits at one denominator, times the multiplier. Null where there is none: for a logarithm of 0, or beyond all numbers. */
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
    const byCount = tau2 === null && method.limits !== 'approximate' ? method.limits : null
    const limits = byCount
      ? BY_COUNT[byCount][method.kind === 'proportion' ? 'part' : 'events'](denominator, target, (1 - share) / 2)
      : approximate(denominator, sigmas, setting)
    return { lower: times(limits.lower, multiplier), upper: times(limits.upper, multiplier) }
  })
}

/** On which side of a pair of limits a value lies; null within or on them. */
export function sideOf(value: number, { lower, upper }: FunnelLimits): FunnelSide | null {
  if (upper !== null && sideOfLine(value, upper) > 0) return 'high'
  if (lower !== null && sideOfLine(value, lower) < 0) return 'low'
  return null
}

function times(limit: number | null, multiplier: number): number | null {
  const shown = limit === null ? Number.NaN : limit * multiplier
  return Number.isFinite(shown) ? shown : null
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

type ByCount = (denominator: number, target: number, tail: number) => FunnelLimits

/** Limits of counting alone, with `tail` outside at each end: of a part of the denominator, or of events however many. */
const BY_COUNT: Record<'exact' | 'interval', Record<'part' | 'events', ByCount>> = {
  exact: {
    part: (denominator, target, tail) => perUnit(binomialBetween(denominator, target, tail), denominator),
    events: (denominator, target, tail) => perUnit(poissonBetween(denominator * target, tail), denominator),
  },
  interval: { part: intervalOfPart, events: intervalOfEvents },
}

function perUnit({ lower, upper }: { lower: number; upper: number }, denominator: number): FunnelLimits {
  return { lower: lower / denominator, upper: upper / denominator }
}

/** @see Clopper & Pearson 1934, Biometrika 26:404 */
function intervalOfPart(denominator: number, target: number, tail: number): FunnelLimits {
  const expected = denominator * target
  const others = denominator - expected
  return {
    lower: expected > 0 ? betaQuantile(expected, others + 1, tail) : 0,
    upper: others > 0 ? betaQuantile(expected + 1, others, tail, 'upper') : 1,
  }
}

/** @see Garwood 1936, Biometrika 28:437 */
function intervalOfEvents(denominator: number, target: number, tail: number): FunnelLimits {
  const expected = denominator * target
  return {
    lower: expected > 0 ? gammaQuantile(expected, tail) / denominator : 0,
    upper: gammaQuantile(expected + 1, tail, 'upper') / denominator,
  }
}
