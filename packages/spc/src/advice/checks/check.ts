import type { Wording } from '../../analysis.ts'
import type { Examined } from '../examined.ts'

/** `caution`: limits or verdicts may mislead as they stand. `note`: nothing wrong, but to be known. */
export type Weight = 'caution' | 'note'

/** What a check found in one series. */
export interface Found {
  readonly weight: Weight
  /** The number that was held against the threshold, and that threshold; what they count is the check's `measures`. */
  readonly found: number
  readonly threshold: number
  /** Entries of the series that it is about; empty where it is about all. */
  readonly at: readonly number[]
  /** One or two sentences for a board member. */
  readonly sentence: string
}

/** One question that is asked of every series. Each is one file and one line in the list. */
export interface QualityCheck {
  readonly id: string
  /** "Missing periods" */
  readonly label: string
  /** What is measured and held against the threshold, with its unit. */
  readonly measures: string
  /** Where threshold and method come from. */
  readonly citation: string
  look(examined: Examined, wording: Wording): Found | null
}

/** "3 of the 24 months" */
export function someOf(some: number, all: number, noun: string): string {
  return `${some} of the ${all} ${noun}${all === 1 ? '' : 's'}`
}

/** "1.8"; "0.02"; a number that is no value of the series and so has no wording. */
export function plain(number: number, decimals = 1): string {
  return number.toFixed(decimals)
}

/** "35%" */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
