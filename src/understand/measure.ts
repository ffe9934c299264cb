import type { ChartTypeId, Direction } from '@golden-thread/spc'
import type { PeriodKind } from '#understand/period.ts'

/** The kind of data: decides how a value comes from what was counted, and which charts suit. */
export type MeasureKind =
  | 'count'
  | 'proportion'
  | 'rate'
  | 'ratio'
  | 'average'
  | 'published'
  | 'timeBetween'
  | 'rareEvent'

/** What is measured, and how: one version of it. Edited on a page, kept as YAML packs; validated by one zod schema for both. */
export interface MeasureDefinition {
  /** Permanent, part of addresses and files: `ae-within-4-hours`. */
  readonly code: string
  readonly name: string
  /** Why it matters, one or two sentences. */
  readonly why: string
  /** Heading on overview: "Emergency care", "Safety". */
  readonly area: string
  readonly kind: MeasureKind
  /** What is counted, in words. */
  readonly numerator: string
  /** Out of what, in words; empty for kinds without. */
  readonly denominator: string
  /** Unit of display: "%", "per 1,000 bed days", "minutes", "falls". */
  readonly unit: string
  /** Values are shown × this: 100 for %, 1,000 for "per 1,000 bed days", otherwise 1. */
  readonly multiplier: number
  readonly decimals: number
  readonly better: Direction
  readonly chart: ChartTypeId
  readonly period: PeriodKind
  /** 0 Sunday … 6 Saturday, for weekly measures. */
  readonly weekEnds: number
  /** Targets over time, in the unit of display; oldest first; `from` is an ISO date, null = always. */
  readonly targets: readonly { readonly from: string | null; readonly value: number | null }[]
  readonly owner: string
  readonly source: string
}
