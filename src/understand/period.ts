/** How a measure's time is cut. A financial year starts on 1 April; `event` series have dates, not periods. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'event'

export interface Calendar {
  readonly kind: PeriodKind
  /** Weeks are named by the day they end on: 0 Sunday … 6 Saturday. Only for weeks. */
  readonly weekEnds?: number
}

/**
 * A period as a whole number, so that neighbours differ by one and a gap can be counted:
 * days since 1970-01-01; weeks since the first one ending in 1970; months since January of year 0 (year × 12 + month − 1);
 * quarters (year × 4 + quarter − 1, Q1 starting in January); financial years by the year they start in; events as days.
 */
export type PeriodNumber = number
