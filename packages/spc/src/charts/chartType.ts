import type {
  CentreName,
  ChartTypeId,
  MethodOptions,
  NoLimitsReason,
  RangeConstants,
  RuleId,
  SampleSpread,
  WithoutSpread,
} from '../analysis.ts'
import type { ChartAbout } from './chartAbout.ts'

/** The samples behind the points of an x̄, S or R chart, an entry a point. */
export interface Samples {
  readonly sizes: ArrayLike<number>
  readonly deviations?: ArrayLike<number>
  readonly ranges?: ArrayLike<number>
}

/** One phase of one series, as a chart type sees it: the same arrays for all phases, and where this one begins and ends. */
export interface Stretch {
  readonly numerators: Float64Array
  /** 1 throughout where the series has none. */
  readonly denominators: Float64Array
  /** What is drawn, before the multiplier; NaN for a missing value. */
  readonly values: Float64Array
  /** `values` with NaN at excluded points too: what limits and rules may use. */
  readonly judged: Float64Array
  /** Null where the series has none. */
  readonly samples: Samples | null
  /** For a chart of two sums: what it draws beside `values`. */
  readonly upperSums: Float64Array
  readonly lowerSums: Float64Array
  readonly start: number
  /** Where the points that stand behind the limits begin; those before it are missing in `judged`. */
  readonly baselineStart: number
  /** Exclusive end of the points that stand behind the limits. */
  readonly baselineEnd: number
  /** Exclusive end of the phase. */
  readonly end: number
}

/** The lines of a chart, one entry a point, NaN where there is none. The warning lines stand at two thirds of the limits' distance. */
export interface Lines {
  readonly centre: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly lowerWarning: Float64Array
  readonly upperWarning: Float64Array
}

/** The choices of method, complete. @see MethodOptions */
export interface Method {
  readonly screenRanges: boolean
  readonly limitsPerRange: number
  readonly limitsPerMedianRange: number
  readonly sigmas: number
  /** NaN: compute it. */
  readonly centre: number
  readonly withoutSpread: WithoutSpread
  readonly spreadFrom: 'baseline' | 'wholePhase'
  readonly excludedRanges: 'skipped' | 'kept'
  readonly scoreSpread: 'ranges' | 'deviation'
  readonly sampleSpread: SampleSpread
  readonly rangeConstants: 'exact' | RangeConstants
  /** Where lower limits of S and R end: 0, or nowhere. */
  readonly leastSpread: number
  readonly sigmaFrom: 'ranges' | 'deviation'
  /** Limits at quantiles of the chart's own distribution, with the tails that `sigmas` leave, where it has one. */
  readonly exact: boolean
  readonly countsEvent: boolean
  readonly weight: number
  readonly span: number
  readonly allowance: number
  readonly decisionInterval: number
  readonly headStart: number
}

/** Whether a rule means something on this chart. @see ChartType.accumulates */
export function asks({ accumulates }: ChartType, rule: RuleId): boolean {
  return !accumulates || rule === 'outside'
}

export type PointKind =
  | 'values'
  | 'counts'
  | 'intervals'
  | 'means'
  | 'deviations'
  | 'ranges'
  | 'movingRanges'
  | 'weightedAverages'
  | 'movingAverages'
  | 'cumulativeSums'

/** A kind of chart knows itself: nothing else asks which one it is. */
export interface ChartType {
  readonly id: ChartTypeId
  readonly label: string
  readonly useWhen: string
  /** What the documentation says of it. */
  readonly about: ChartAbout
  readonly needsDenominator: boolean
  /** Counts: a negative one is an error of the caller. */
  readonly needsCounts: boolean
  /** Each point is a sample: its size and standard deviation are needed too. */
  readonly needsSamples?: boolean
  /** Ranges of samples in place of their deviations. */
  readonly byRanges?: boolean
  /** What the centre line is called. */
  readonly centreName: CentreName
  /** What it is called where the method changes it. */
  readonly centreNameBy?: (method: MethodOptions) => CentreName
  /** What its points are: how they are said. Default `values`: of a month, a week, a patient. */
  readonly points?: PointKind
  /**
   * Points are made of the points before them too, so that only those outside the limits mean anything, and the limits say
   * nothing of single values: other rules are not asked, and no target is judged.
   */
  readonly accumulates?: boolean
  /** Draws two sums. @see Analysis.sums */
  readonly sums?: boolean
  /** Where what is drawn is not simply numerator ÷ denominator: rewrites `values` and `judged` of the phase. */
  plot?(stretch: Stretch, method: Method): void
  /**
   * Writes the centre line at every point of the phase, and limits and warning lines too (NaN where a point has none) unless
   * the phase as a whole has none.
   * @returns why there are no limits, or null
   */
  draw(stretch: Stretch, method: Method, lines: Lines): NoLimitsReason | null
}
