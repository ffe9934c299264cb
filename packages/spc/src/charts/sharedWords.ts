/* What several charts say of themselves alike. */

export const SAMPLE_LETTERS = 'x̄_i, s_i, R_i: mean, standard deviation and range of sample i; n_i: its size'

/** A constant of every chart whose limits come from moving ranges. */
export const SCREENED_AT = {
  value: '3.267',
  is: 'D4 for pairs: ranges of so many times their mean are screened out',
  source: 'Nelson 1982, Journal of Quality Technology 14:172',
} as const

/** Four patients of each of sixteen days. Made up; on the fourteenth every one of them waited longer. */
export const MINUTES_TO_TRIAGE: readonly (readonly number[])[] = [
  [31, 35, 28, 33],
  [30, 29, 36, 32],
  [34, 33, 27, 31],
  [29, 35, 32, 30],
  [33, 28, 31, 36],
  [32, 30, 34, 29],
  [27, 33, 35, 30],
  [31, 36, 29, 32],
  [35, 30, 28, 33],
  [30, 34, 31, 29],
  [33, 27, 36, 31],
  [29, 32, 30, 35],
  [34, 31, 28, 32],
  [39, 42, 36, 41],
  [32, 29, 35, 30],
  [31, 34, 28, 33],
]
