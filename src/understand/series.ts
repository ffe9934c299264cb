import type { Analysis, Assurance, ChartTypeId, PointVerdict, Signal, Variation } from '@golden-thread/spc'
import type { ImportId, MeasureId, PeerId, PersonId, SeriesId, UnitId } from '#platform/ids.ts'
import type { MeasureDefinition, MeasureKind } from '#understand/measure.ts'
import type { MeasureRules } from '#understand/measureRules.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** Whose figures a series holds: a unit of our own tree, or a peer to compare with. */
export type Holder =
  | { readonly kind: 'unit'; readonly id: UnitId; readonly code: string; readonly name: string }
  | { readonly kind: 'peer'; readonly id: PeerId; readonly code: string; readonly name: string }

/** Observations as packed: parallel arrays in time order. A regular series has an entry for every period from first to last (NaN = missing). */
export interface Observations {
  readonly periods: readonly PeriodNumber[]
  /** Numerator, value, or mean. */
  readonly numerators: Float64Array
  /** Denominator, or size of the sample; null for kinds without. */
  readonly denominators: Float64Array | null
  /** Standard deviation of the sample, for averages that have one. */
  readonly spreads: Float64Array | null
  readonly provisional: readonly boolean[]
}

/** One row of the overview: everything it draws, read from one stored row per series. */
export interface SeriesSummary {
  readonly id: SeriesId
  readonly measure: {
    readonly id: MeasureId
    readonly code: string
    readonly name: string
    readonly area: string
    readonly kind: MeasureKind
    readonly chart: ChartTypeId
    readonly rules: MeasureRules
  }
  readonly holder: Holder
  /** "Type 1 department", "Asian or Asian British"; empty for the whole. */
  readonly stratum: string
  /** "Jun 2026" */
  readonly latestLabel: string
  readonly latestPeriod: PeriodNumber | null
  readonly value: number | null
  readonly provisional: boolean
  readonly target: number | null
  readonly better: 'higher' | 'lower' | 'neither'
  readonly variation: Variation
  readonly assurance: Assurance
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Points counted so far and needed (13) while limits are not due yet; null when they are. */
  readonly tooFew: { readonly have: number; readonly need: number } | null
  readonly decimals: number
  readonly unit: string
  /** Latest 24 points. */
  readonly spark: Spark
  /** What every export says of where its figures come from. */
  readonly origin?: SeriesOrigin
}

export interface SeriesOrigin {
  readonly source: string
  readonly definitionVersion: number
  readonly engine: string
  readonly dataAsAt: Date
}

export interface Spark {
  readonly values: readonly (number | null)[]
  readonly centre: readonly (number | null)[]
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  readonly verdicts: readonly PointVerdict[]
  readonly provisional: readonly boolean[]
  readonly target: number | null
}

/** A rebase: new limits from a period on, by whom, when and why. */
export interface PhaseRecord {
  readonly id: string
  readonly start: PeriodNumber
  /** Only the first n points make the limits; null = all. */
  readonly baseline: number | null
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** A figure left out of limits and rules, and still on the chart. */
export interface ExcludedPoint {
  readonly id: string
  readonly period: PeriodNumber
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** A note of an event on the chart. */
export interface Annotation {
  readonly id: string
  readonly period: PeriodNumber
  readonly text: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** Why a series was judged without new figures. */
export type JudgedBecause = 'limits' | 'exclusion' | 'definition' | 'engine'

/** One entry of what was known when: one per series and import, or judgement of what was known already. */
export interface KnownEntry {
  /** null for a judgement. */
  readonly importId: ImportId | null
  readonly fileName: string | null
  /** null for an import. */
  readonly because: JudgedBecause | null
  readonly knownAt: Date
  readonly by: string
  /** The import was taken back since. */
  readonly takenBack: boolean
  /** This entry is of the day on which its import was taken back. */
  readonly takesBack: boolean
  /** Periods that this entry added or restated. */
  readonly periods: readonly PeriodNumber[]
  readonly restated: number
  readonly variation: Variation
  readonly assurance: Assurance
  readonly definitionVersion: number
  readonly engine: string
}

export interface CountChange {
  readonly version: number
  readonly start: PeriodNumber
  readonly why: string
  readonly recordedAt: Date
  /** A person said why the limits stay. */
  readonly isDeclined: boolean
}

/** Everything that the page of one series shows. */
export interface SeriesView {
  readonly id: SeriesId
  readonly definition: MeasureDefinition
  readonly definitionVersion: number
  readonly measureId: MeasureId
  readonly holder: Holder
  readonly stratum: string
  readonly observations: Observations
  readonly analysis: Analysis
  readonly signals: readonly Signal[]
  readonly phases: readonly PhaseRecord[]
  readonly excluded: readonly ExcludedPoint[]
  readonly annotations: readonly Annotation[]
  /** Newest first. */
  readonly known: readonly KnownEntry[]
  /** For each period the day its present value became known, and the values it had before. */
  readonly history: readonly {
    readonly knownAt: Date
    readonly earlier: readonly { readonly value: number | null; readonly knownAt: Date }[]
  }[]
  /** Versions of the definition that count something else than the one before, and the period from which they do; oldest first. */
  readonly countChanges: readonly CountChange[]
  /** A change of definition that alters what is counted and proposes a new phase; null when there is none open. */
  readonly proposedPhase: { readonly version: number; readonly start: PeriodNumber; readonly why: string } | null
  readonly dataAsAt: Date | null
}

export interface NewPhase {
  readonly start: PeriodNumber
  readonly baseline: number | null
  readonly reason: string
  readonly by: PersonId
}
