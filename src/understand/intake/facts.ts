import type { Direction } from '@golden-thread/spc'
import type { Fault, LeftOut } from '#understand/intake/table.ts'
import type { MeasureKind } from '#understand/measure.ts'
import type { PeriodKind, PeriodNumber } from '#understand/period.ts'

/** What a file says about one series, packed: the product of a mapping and a workbook, and the only thing an import takes in. */
export interface SeriesFacts {
  /** Code of a measure, ours or proposed by the mapping. */
  readonly measure: string
  /** Code of a unit or peer as the file gives it (`RWE`, `WARD12`); the organisation's own code is its root unit. */
  readonly holder: string
  readonly stratum: string
  readonly periods: readonly PeriodNumber[]
  readonly numerators: Float64Array
  readonly denominators: Float64Array | null
  readonly spreads: Float64Array | null
  /** One mark a period; null when all are final. */
  readonly provisional: readonly boolean[] | null
}

/** A measure that the file names and that may not be there yet. */
export interface ProposedMeasure {
  readonly code: string
  readonly name: string
  readonly kind: MeasureKind
  readonly period: PeriodKind
  readonly weekEnds: number
  readonly unit: string
  readonly multiplier: number
  readonly decimals: number
  readonly numerator: string
  readonly denominator: string
  /** Which way is better, and the heading on the overview, where a person has said so. */
  readonly better?: Direction
  readonly area?: string
}

/** A code that the file names, with the name it gives it. */
export interface NamedHolder {
  readonly code: string
  readonly name: string
  /** What the mapping thinks it is. */
  readonly as: 'unit' | 'peer'
}

/** Periods for which a file has a mark in place of a figure of a measure of ours: hidden, or not given. */
export interface HiddenFigures {
  readonly measure: string
  readonly holder: NamedHolder
  readonly stratum: string
  readonly periods: readonly PeriodNumber[]
}

export interface FileFacts {
  readonly series: readonly SeriesFacts[]
  readonly measures: readonly ProposedMeasure[]
  readonly holders: readonly NamedHolder[]
  readonly faults: readonly Fault[]
  readonly leftOut: readonly LeftOut[]
  /** How many there are where only the first of them are listed. */
  readonly faultCount?: number
  readonly leftOutCount?: number
  readonly rows: number
  readonly hidden?: readonly HiddenFigures[]
}
