import type { ChartTypeId, NoLimitsReason, WithoutSpread } from '../analysis.ts'

/** The samples behind the points of an x̄ or S chart, an entry a point. */
export interface Samples {
  readonly sizes: ArrayLike<number>
  readonly deviations: ArrayLike<number>
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
  readonly start: number
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
  readonly sigmas: number
  /** NaN: compute it. */
  readonly centre: number
  readonly withoutSpread: WithoutSpread
  readonly spreadFrom: 'baseline' | 'wholePhase'
  readonly excludedRanges: 'skipped' | 'kept'
  readonly scoreSpread: 'ranges' | 'deviation'
  readonly sampleSpread: 'meanIfEqual' | 'pooled'
}

/** A kind of chart knows itself: nothing else asks which one it is. */
export interface ChartType {
  readonly id: ChartTypeId
  readonly label: string
  readonly useWhen: string
  readonly needsDenominator: boolean
  /** Counts: a negative one is an error of the caller. */
  readonly needsCounts: boolean
  /** Each point is a sample: its size and standard deviation are needed too. */
  readonly needsSamples?: boolean
  /** What the centre line is called. */
  readonly centreName: 'mean' | 'median'
  /** Where what is drawn is not simply numerator ÷ denominator: rewrites `values` and `judged` of the phase. */
  plot?(stretch: Stretch, method: Method): void
  /**
   * Writes the centre line at every point of the phase, and limits and warning lines too (NaN where a point has none) unless
   * the phase as a whole has none.
   * @returns why there are no limits, or null
   */
  draw(stretch: Stretch, method: Method, lines: Lines): NoLimitsReason | null
}
