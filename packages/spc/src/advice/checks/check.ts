import type { Wording } from '../../analysis.ts'
import type { Messages } from '../../messages/index.ts'
import type { Examined } from '../examined.ts'

/** `caution`: limits or verdicts may mislead as they stand. `note`: nothing wrong, but to be known. */
export type Weight = 'caution' | 'note'

/** What a check found in one series. */
export interface Found {
  readonly weight: Weight
  /** The number that was held against the threshold, and that threshold; what they count is what the check measures. */
  readonly found: number
  readonly threshold: number
  /** Entries of the series that it is about; empty where it is about all. */
  readonly at: readonly number[]
  /** One or two sentences for a board member. */
  readonly sentence: string
}

/** One question that is asked of every series. Each is one file, one line in the list and one group of the catalogue. */
export interface QualityCheck {
  /** Leads to what the check is called, and what it measures, in the catalogue. */
  readonly id: keyof Messages['advice']['checks']
  /** Where threshold and method come from. */
  readonly citation: string
  look(examined: Examined, wording: Wording): Found | null
}

/** "1.8"; "0.02"; a number that is no value of the series and so has no wording. */
export function plain(number: number, decimals = 1): string {
  return number.toFixed(decimals)
}
