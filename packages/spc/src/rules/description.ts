import type { PatternOptions } from './options.ts'
import type { Precedence } from './ruleSet.ts'
import type { ShiftOptions } from './shift.ts'
import type { SomeBeyondOptions } from './someBeyond.ts'
import type { AlternatingOptions } from './spread.ts'
import type { TrendOptions } from './trend.ts'

/** A rule set in plain values, as it stands in a file of JSON. @see customRuleSet */
export interface RuleSetDescription {
  /** Not that of one of `RULE_SETS`. */
  readonly id: string
  readonly label: string
  /** Where the rules are written down, or who chose them. */
  readonly citation: string
  /** Another one whenever the rules change, so that results of both can be told apart. */
  readonly version: string
  readonly precedence?: Precedence
  /** In order of precedence: 1 to 16. */
  readonly rules: readonly RuleDescription[]
}

/** One rule and its numbers. `id` tells it from others of its kind in the set; `label` says it in place of our own words. */
export type RuleDescription = { readonly id?: string; readonly label?: string } & (
  | { readonly rule: 'outside'; readonly sigmas?: number }
  | ({ readonly rule: 'shift'; readonly length: number } & ShiftOptions)
  | ({ readonly rule: 'trend'; readonly length: number } & TrendOptions)
  | ({
      readonly rule: 'someBeyond'
      readonly needed: number
      readonly of: number
      readonly sigmas: number
    } & SomeBeyondOptions)
  | ({ readonly rule: 'hugging' | 'mixture'; readonly length: number; readonly sigmas: number } & PatternOptions)
  | ({ readonly rule: 'alternating'; readonly length: number } & AlternatingOptions)
  | { readonly rule: 'runsCount' }
)
