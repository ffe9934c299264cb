import type { Variation } from '@golden-thread/spc'
import type { MeasureDefinition } from '#understand/measure.ts'

/** What the generator is told of one measure: how the process behaves by chance, and what is planted in it. */
export interface Plan {
  /** As a page or a pack would write it; what is left out is the kind's default. */
  readonly measure: Pick<MeasureDefinition, 'code' | 'name' | 'why' | 'area' | 'kind'> & Partial<MeasureDefinition>
  readonly process: Process
  readonly causes?: readonly Cause[]
  /** Periods of history. Default: three years of them. */
  readonly history?: number
  /** So many of the latest periods are provisional. */
  readonly provisional?: number
  readonly rebases?: readonly Rebase[]
  readonly notes?: readonly Note[]
  /** Every ward has a series of its own, this much of the whole's size; a planted ward's causes come in place of the whole's. */
  readonly wards?: { readonly share: number; readonly planted?: Readonly<Record<string, readonly Cause[]>> }
  /** What the chart must say of what was planted. */
  readonly expects?: Variation
}

/** The process by chance alone, in the unit of display. */
export interface Process {
  /** Typical value; for dated measures the mean number of days between events. */
  readonly level: number
  /** Standard deviation beyond that of counting. Default 0. */
  readonly noise?: number
  /** Typical denominator of one period (patients, bed days); size of the sample of an average. */
  readonly size?: number
  /** Standard deviation within the sample of an average. */
  readonly spread?: number
  /** Midwinter stands this much above the level, midsummer as much below. Default 0. */
  readonly winter?: number
}

/** A special cause. Places count back from the latest period: 0 is the latest. */
export type Cause =
  | { readonly kind: 'shift'; readonly at: number; readonly by: number }
  /** Moves by `by` each period for `length` periods up to and including `at`, and stays where it got to. */
  | { readonly kind: 'trend'; readonly at: number; readonly length: number; readonly by: number }
  | { readonly kind: 'outlier'; readonly at: number; readonly by: number }
  /** No figures for `length` periods up to and including `at`. */
  | { readonly kind: 'gap'; readonly at: number; readonly length: number }
  /** Every value is exactly the level. */
  | { readonly kind: 'constant' }

export interface Rebase {
  readonly at: number
  readonly reason: string
}

export interface Note {
  readonly at: number
  readonly text: string
}

/** How much a cause has moved the level at a place that counts back from the latest period. */
export function movedBy(causes: readonly Cause[], place: number): number {
  let moved = 0
  for (const cause of causes) {
    if (cause.kind === 'shift' && place <= cause.at) moved += cause.by
    if (cause.kind === 'outlier' && place === cause.at) moved += cause.by
    if (cause.kind === 'trend') moved += cause.by * Math.min(cause.length, Math.max(0, cause.at + cause.length - place))
  }
  return moved
}

export function isGap(causes: readonly Cause[], place: number): boolean {
  return causes.some((cause) => cause.kind === 'gap' && place >= cause.at && place < cause.at + cause.length)
}
