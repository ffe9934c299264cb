import type { Messages } from './messages/messages.generated.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import type { RunsAnalysis } from './runs/runsAnalysis.ts'

/** The kinds of chart. Each is one file in `charts/` and one line in its list. */
export type ChartTypeId =
  | 'run'
  | 'xmr'
  | 'xmrMedian'
  | 'xmrMedianRange'
  | 'mr'
  | 'p'
  | 'pPrime'
  | 'u'
  | 'uPrime'
  | 'c'
  | 'g'
  | 't'
  | 'iPrime'
  | 'np'
  | 'ewma'
  | 'cusum'
  | 'movingAverage'
  | 'xbar'
  | 's'
  | 'r'

/** Which way is better. */
export type Direction = 'higher' | 'lower' | 'neither'

/** What the process does, judged at the latest point. */
export type Variation =
  | 'commonCause'
  | 'improvingHigh'
  | 'improvingLow'
  | 'concerningHigh'
  | 'concerningLow'
  | 'neutralHigh'
  | 'neutralLow'

/** Whether the process as it is will meet its target. `none`: no target, or no direction to judge by. */
export type Assurance = 'meets' | 'misses' | 'hitOrMiss' | 'none'

/** What one point says. */
export type PointVerdict = 'commonCause' | 'improving' | 'concerning' | 'neutralHigh' | 'neutralLow' | 'missing'

/** Rules of the NHS Making Data Count set; further sets add their own ids. */
export type RuleId = 'outside' | 'trend' | 'twoInThree' | 'shift' | (string & {})

export interface PhaseInput {
  /** Index of the phase's first point. The first phase starts at 0. */
  readonly start: number
  /** Limits from only the first n points of the phase; all points when absent. */
  readonly baseline?: number
  /** A centre line known beforehand, for this phase alone; before `multiplier`. @see MethodOptions.centre */
  readonly centre?: number
  /** Count the baseline's points from the phase's start (default) or back from its end, as PowerBI-SPC can: the latest n are the process as it is. */
  readonly baselineFrom?: 'start' | 'end'
}

/** One series, in time order, one entry per period: a missing period is NaN and keeps its place. */
export interface SeriesInput {
  readonly chart: ChartTypeId
  /** Values, counts, or numerators of a proportion or rate. */
  readonly numerators: ArrayLike<number>
  /** Needed by p, p′, u, u′; others divide by it where it is given. */
  readonly denominators?: ArrayLike<number>
  /**
   * Needed by x̄, S and R: how many values stand behind each point, and their standard deviation (n − 1), NaN where a sample
   * has none; or their range (largest − smallest) for R, and for x̄ where `sampleSpread` goes by ranges. `numerators` are then
   * the means of the samples; for S their deviations, for R their ranges again. @see subgroups
   */
  readonly samples?: {
    readonly sizes: ArrayLike<number>
    readonly deviations?: ArrayLike<number>
    readonly ranges?: ArrayLike<number>
  }
  /** Values, limits and centre are multiplied by this after the calculation (1,000 for "per 1,000 bed days"). Default 1. */
  readonly multiplier?: number
  readonly direction: Direction
  /** In the unit of the values as shown (after `multiplier`). One for all points, or one a point with NaN for none. */
  readonly target?: number | ArrayLike<number>
  /** First phase included or not; sorted by start. Default: one phase. */
  readonly phases?: readonly PhaseInput[]
  /** Indexes left out of limits and rules, still drawn. */
  readonly excluded?: readonly number[]
  /** Id of one of `RULE_SETS`, or a set of one's own (`customRuleSet`), which `signals`, `explain` and `reading` then need too. */
  readonly ruleSet?: string | RuleSet
  /** Departures from the chart's own method, to follow another tool or a local convention. */
  readonly method?: MethodOptions
}

export type SampleSpread =
  | 'meanIfEqual'
  | 'pooled'
  | 'meanDeviation'
  | 'weightedDeviation'
  | 'rootMeanSquare'
  | 'meanRange'
  | 'weightedRange'

/** Mean and standard deviation of the range of samples of n normal values, in sigma, at place n. */
export interface RangeConstants {
  readonly d2: ArrayLike<number>
  readonly d3: ArrayLike<number>
}

export type WithoutSpread = 'noLimits' | 'onCentre' | 'onCentreUnlessEqual'

/** What may be chosen about a chart's method. What is left out is the chart's own default, given in the package's README. */
export interface MethodOptions {
  /** Drop moving ranges of 3.267 times their mean or more, once, before the limits. Default true (XmR, p′, u′, t). */
  readonly screenRanges?: boolean
  /** 3-sigma limits are this many mean moving ranges from the centre of an XmR chart. Default 2.66 (NHS); 3 ÷ 1.128 elsewhere. */
  readonly limitsPerRange?: number
  /**
   * 3-sigma limits of an XmR chart with median ranges. Default 3.145 (3 ÷ 0.954, Wheeler); PowerBI-SPC takes 3 ÷ 1.128, the
   * constant of mean ranges, and so draws them narrower.
   */
  readonly limitsPerMedianRange?: number
  /** Limits stand this many sigma from the centre. Default 3; the warning lines of "two of three" are at two thirds of it. */
  readonly sigmas?: number
  /** A centre line known beforehand, before `multiplier`, in place of the computed one. */
  readonly centre?: number
  /**
   * Where there is no spread: `noLimits` (default) says so; `onCentre` draws both limits on the centre line;
   * `onCentreUnlessEqual` does so only where the values are not all equal, as the NHS package does.
   */
  readonly withoutSpread?: WithoutSpread
  /** I′: the spread is that of the baseline without excluded points (default), or of all points of the phase, as qicharts2 takes it. */
  readonly spreadFrom?: 'baseline' | 'wholePhase'
  /**
   * Moving range chart: an excluded point is skipped, so that its neighbours form a range with each other (default), or the
   * ranges on both its sides are kept and only its own is left out of the limits, as in qicharts2.
   */
  readonly excludedRanges?: 'skipped' | 'kept'
  /** p′ and u′: how far the scores spread, by their moving ranges (default) or by their standard deviation, where the order of points means nothing. */
  readonly scoreSpread?: 'ranges' | 'deviation'
  /**
   * x̄, S and R: how sigma follows from the spreads within samples. @see sigmaWithin
   *
   * - `meanIfEqual` (default): the plain mean of the deviations where all samples are of one size, pooled else: Montgomery, qicharts2.
   * - `pooled`: always pooled: PowerBI-SPC.
   * - `meanDeviation`, `weightedDeviation`, `rootMeanSquare`, `meanRange`, `weightedRange`: qcc's UWAVE-SD, MVLUE-SD, RMSDF,
   *   UWAVE-R and MVLUE-R. R charts go by `meanRange` unless told `weightedRange`.
   */
  readonly sampleSpread?: SampleSpread
  /** x̄ by ranges, and R: the exact d2 and d3 (default), or those of a printed table, an entry a size from 0. */
  readonly rangeConstants?: 'exact' | RangeConstants
  /** S and R: a lower limit below 0 is drawn at 0 (default), or `kept` where the formula puts it, as in PowerBI-SPC. */
  readonly spreadBelowZero?: 'cut' | 'kept'
  /** XmR, EWMA, CUSUM and moving averages: sigma from moving ranges (default), or from the standard deviation ÷ c4(n). */
  readonly sigmaFrom?: 'ranges' | 'deviation'
  /**
   * Limits that this share of points keeps within by chance, in place of `sigmas`: 0.998 leaves one in a thousand outside on
   * each side. p, np, u, c and g take whole counts of the binomial, Poisson or geometric distribution itself, S and R the
   * distributions of a deviation and of a range; the others as many sigma as a normal distribution needs.
   */
  readonly confidence?: number
  /** g: counts include the event itself (two events in a row are 1), as in qcc; the centre line is then their mean. Default false. */
  readonly countsEvent?: boolean
  /** EWMA: what the newest value weighs, above 0 and up to 1. Default 0.2. */
  readonly weight?: number
  /** Moving average: over so many periods. Default 5. */
  readonly span?: number
  /** CUSUM: what a value may differ from the centre without adding to a sum, in sigma: half the shift to be found. Default 0.5. */
  readonly allowance?: number
  /** CUSUM: where the limits stand, in sigma. Default 5. */
  readonly decisionInterval?: number
  /** CUSUM: where both sums begin, in sigma; half the decision interval finds a process that is off from the start. Default 0. */
  readonly headStart?: number
  /** Assurance where there are no limits: by the values (default; a constant series only), or `hitOrMiss` as the NHS package says. */
  readonly assuranceWithoutLimits?: 'byValue' | 'hitOrMiss'
  /** Where both verdicts are read: at the latest value (default), or at the last period although it may be empty, as the NHS package does. */
  readonly judgedAt?: 'latestValue' | 'lastPeriod'
}

export interface Phase {
  readonly number: number
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Points with a value that stand behind the limits. */
  readonly points: number
  /** Fewer than 13 points stand behind the limits. */
  readonly early: boolean
  /** Why the phase has no limits; null when it has. */
  readonly noLimits: NoLimitsReason | null
  /**
   * What its runs say of the phase as a whole, beside what the rules say of its points; null where no point lies off the
   * centre line. Only in analyses by a rule set that judges runs (`anhoej`).
   */
  readonly runs?: RunsAnalysis | null
}

/**
 * `noSpread`: values differ, but the measure of spread is nought (one jump in an otherwise constant series).
 * `noNeighbours`: no two values stand next to each other, so there is no moving range.
 * `noneByMethod`: the method has none for such figures (its table of constants ends before them, its model cannot have made them).
 */
export type NoLimitsReason =
  | 'allEqual'
  | 'noSpread'
  | 'noValues'
  | 'onePoint'
  | 'noNeighbours'
  | 'runChart'
  | 'noDenominator'
  | 'noneByMethod'

/** The result: parallel arrays, one entry per period, NaN where there is no such number. */
export interface Analysis {
  readonly chart: ChartTypeId
  readonly ruleSet: string
  /** Version of the engine that made it. */
  readonly engine: string
  readonly direction: Direction
  readonly values: Float64Array
  readonly centre: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly targets: Float64Array
  readonly verdicts: readonly PointVerdict[]
  readonly phases: readonly Phase[]
  readonly variation: Variation
  readonly assurance: Assurance
  /** Assurance was judged by the values themselves, since there are no limits (a constant series). */
  readonly assuranceByValue: boolean
  /** Points still missing until the first phase has 13; 0 when it has. Pages draw no limits and no icons while it is above 0 in a series of one phase. */
  readonly pointsToCome: number
  /** Index of the latest period with a value; −1 when there is none. */
  readonly latest: number
  /**
   * Which rules flag each point: for the rule at place r of its set, bit 2r says on the high side, bit 2r + 1 on the low side.
   * What they all say of a point, also where rules disagree, tells `verdictsAt`.
   * `signals` needs it; an analysis drawn only as a chart may come without.
   */
  readonly marks?: Uint32Array
  /**
   * Where each point stands: how many of the lines that its rule set looks at it lies above, the centre line first; below them
   * with a minus; 0 on the centre or not judged. With the warning lines (two thirds of the way) and the limits, as in most
   * sets, 3 is above the upper limit.
   */
  readonly zones?: Int8Array
  /** Indexes that were left out of limits and rules. */
  readonly excluded?: readonly number[]
  /** What the centre line is, where the method makes it another than the chart's own. */
  readonly centreName?: CentreName
  /** CUSUM: both sums at each point; `values` has the one that lies farther from 0. */
  readonly sums?: { readonly upper: Float64Array; readonly lower: Float64Array }
}

export type CentreName = 'mean' | 'median' | 'zero line'

/** A special cause that a rule found, explained: made on demand by `signals(analysis)`. */
export interface Signal {
  readonly rule: RuleId
  readonly side: 'high' | 'low'
  readonly verdict: Exclude<PointVerdict, 'commonCause' | 'missing'>
  /** The pattern's first and last index (a maximal run for shift and trend). */
  readonly from: number
  readonly to: number
  /** Indexes that the rule flags. */
  readonly points: readonly number[]
  readonly phase: number
}

/** How a page says periods and values; given to `reading` and `explain`. */
export interface Wording {
  /** "June 2026", "the week ending 7 June 2026". */
  readonly period: (index: number) => string
  /** "27.3%", "1,342"; with so many more decimals than usual where two figures would else read alike: "27.31%". */
  readonly value: (value: number, moreDecimals?: number) => string
  /** "month", "week", "day", "quarter", "year", "event". */
  readonly noun: string
  /** Values are whole numbers, and are written without decimals however many a limit beside them needs. */
  readonly areWhole?: boolean
  /** May the figure of this period still change? No figure when absent. */
  readonly provisional?: (index: number) => boolean
  /** The language; English when absent. */
  readonly messages?: Messages
  /** No value can be lower than this (0 for a share): a limit beyond it is no end of what to expect. Default 0 for charts of counts. */
  readonly floor?: number
  /** No value can be higher than this (100 for a percentage), in the same way. */
  readonly ceiling?: number
}

export interface Reading {
  /** First sentence, bold and complete in itself. */
  readonly headline: string
  /** The rest, with numbers and dates. */
  readonly rest: string
  /** Short reason beside each verdict icon: "8 months above the mean", "33% lies above the upper limit". */
  readonly variationReason: string
  readonly assuranceReason: string
}

/** One flag in words, for the list "Why these points are marked". */
export interface Explanation {
  /** "Eight months in a row above the mean" */
  readonly title: string
  /** Window, numbers and the rule. */
  readonly text: string
}
