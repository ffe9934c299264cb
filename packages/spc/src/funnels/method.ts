import { SpcInputError } from '../inputError.ts'
import { normalQuantile } from '../numbers/normal.ts'
import type { FunnelKind } from './funnel.ts'

/** A pair of limits. */
export interface FunnelLevel {
  /** Share of units within the pair by chance, strictly between 0 and 1. */
  readonly share: number
  /** How many standard errors that is, where another tool rounds it. Default: what a normal distribution has. */
  readonly sigmas?: number
}

/** What may be chosen about a funnel. Default: Spiegelhalter's square-root or arcsine scale, winsorised, exact without over-dispersion. */
export interface FunnelMethodOptions {
  /** Default 95% and 99.8%. */
  readonly levels?: readonly FunnelLevel[]
  /**
   * The scale on which units are compared. A proportion always is by the arcsine of its root.
   *
   * - `root` (default): square root, as CQC and PowerBI-Funnels do for standardised ratios.
   * - `log`: natural logarithm; for standardised ratios as NHS England's SHMI, for rates as the ratio of two counts, with
   *   half a count added to both.
   */
  readonly scale?: 'root' | 'log'
  /** Rates by logarithm: standard error of limits at n, √(2n) ÷ (n + ½) of two counts (default), or 1 ÷ 2√n as FunnelPlotR has it. */
  readonly countError?: 'bothCounts' | 'halfRoot'
  /**
   * Limits without over-dispersion.
   *
   * - `exact` (default): a count beyond them has a chance of less than the tail, by the binomial (proportions) or the Poisson
   *   distribution about the expected count, read between whole counts too. None can lie below where even 0 is likely enough.
   * - `interval`: the exact interval that an observed count equal to the expected one would have, as FunnelPlotR and
   *   PowerBI-Funnels draw for standardised ratios. Of small units it wrongly flags some with nothing counted.
   * - `approximate`: on the scale of the scores.
   */
  readonly limits?: 'exact' | 'interval' | 'approximate'
  /**
   * When limits are widened by τ²: `whenPhiAboveOne` (default; FunnelPlotR), `whenTauAboveZero` (PowerBI-Funnels), which asks a
   * little less, or `never`.
   */
  readonly adjust?: 'whenPhiAboveOne' | 'whenTauAboveZero' | 'never'
  /**
   * What becomes of the outer scores before φ, so that the units to be found do not widen the limits that should find them:
   * `winsorised` (default; CQC) pulls them in to the quantiles at `trim`, `truncated` (SHMI) leaves out the outer share by rank.
   */
  readonly outerScores?: 'winsorised' | 'truncated'
  /** The share at each end that is outer, from 0 to below 0.5. Default 0.1. */
  readonly trim?: number
  /** Denominators rounded to so many decimals before all else, as SHMI's published expected deaths are (2). Default: not. */
  readonly denominatorDecimals?: number
  /**
   * Proportions of small units: where a limit would lie beyond 0 or 1, it stands there (`bound`, default), or where the sine
   * turns back (`folded`), as tools have it before they look whether limits rise and fall in order.
   */
  readonly beyondScale?: 'bound' | 'folded'
}

/** The choices, complete. @see FunnelMethodOptions */
export interface FunnelMethod {
  readonly kind: FunnelKind
  readonly levels: readonly Required<FunnelLevel>[]
  readonly scale: 'root' | 'log'
  readonly countError: 'bothCounts' | 'halfRoot'
  readonly limits: 'exact' | 'interval' | 'approximate'
  readonly adjust: 'whenPhiAboveOne' | 'whenTauAboveZero' | 'never'
  readonly outerScores: 'winsorised' | 'truncated'
  readonly trim: number
  readonly denominatorDecimals: number | null
  readonly beyondScale: 'bound' | 'folded'
}

const LEVELS: readonly FunnelLevel[] = [{ share: 0.95 }, { share: 0.998 }]

/** @throws SpcInputError for a level or a trim that no funnel can be drawn with */
export function completeMethod(kind: FunnelKind, options: FunnelMethodOptions = {}): FunnelMethod {
  const trim = options.trim ?? 0.1
  if (!(trim >= 0 && trim < 0.5)) throw new SpcInputError(`The outer share is ${trim}: give 0 to below 0.5`)
  return {
    kind,
    levels: (options.levels ?? LEVELS).map(completeLevel),
    scale: options.scale ?? 'root',
    countError: options.countError ?? 'bothCounts',
    limits: options.limits ?? 'exact',
    adjust: options.adjust ?? 'whenPhiAboveOne',
    outerScores: options.outerScores ?? 'winsorised',
    trim,
    denominatorDecimals: options.denominatorDecimals ?? null,
    beyondScale: options.beyondScale ?? 'bound',
  }
}

function completeLevel({ share, sigmas }: FunnelLevel): Required<FunnelLevel> {
  if (!(share > 0 && share < 1))
    throw new SpcInputError(`Limits cannot hold a share of ${share}: give one such as 0.998`)
  if (sigmas !== undefined && !(sigmas > 0)) throw new SpcInputError(`Limits cannot stand at ${sigmas} standard errors`)
  return { share, sigmas: sigmas ?? -normalQuantile((1 - share) / 2) }
}
