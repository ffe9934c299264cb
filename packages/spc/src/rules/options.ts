/**
 * Where tools and textbooks differ about one and the same rule. Each rule says which of these it has; what is left out is our
 * own default, the first value named. Why it is ours: docs/decisions/0007-rule-defaults.md.
 */
export interface PatternOptions {
  /**
   * Which points of a pattern are flagged.
   *
   * - `whole`: all that make it up, from its first: NHSRplotthedots, PowerBI-SPC (shift and trend; two in three with
   *   "highlight series").
   * - `counting`: only those beyond the line that the rule counts: two in three in NHSRplotthedots and PowerBI-SPC. The
   *   default of rules that count some of several points.
   * - `completing`: from the point on that completes it, none before: qcc, the Western Electric handbook, Minitab.
   */
  readonly flagged?: Flagged
  /**
   * A missing or excluded point.
   *
   * - `break`: nothing reaches across it: NHSRplotthedots.
   * - `skip`: its neighbours are neighbours: PowerBI-SPC, which takes such rows out; qicharts2 and runcharter.
   */
  readonly gaps?: 'break' | 'skip'
}

export type Flagged = 'whole' | 'counting' | 'completing'

/**
 * What a point says that two patterns of one rule share, one on the high side and one on the low.
 *
 * - `both`: it is flagged on both sides; both verdicts are kept.
 * - `later`: the pattern that ends later has it: PowerBI-SPC.
 */
export type Shared = 'both' | 'later'
