import { SpcInputError } from './inputError.ts'
import { deviation } from './numbers/deviation.ts'
import { mean } from './numbers/mean.ts'
import { median } from './numbers/median.ts'

/** One row of data, of which several may belong to one point of a chart. NaN where a figure is missing. */
export interface Row {
  /** The period, event or group that the row belongs to: an ISO date, a name, a number. */
  readonly x: string | number
  readonly numerator: number
  readonly denominator?: number
}

/** How several values become one. `sum` and `mean` of nothing but missing values are missing; `deviation` and `range` (largest − smallest) need two values. */
export type Aggregation = 'mean' | 'median' | 'sum' | 'deviation' | 'range'

/** Rows as points, in order of x: what a `SeriesInput` takes, and how many rows with a value stand behind each point. */
export interface Aggregated {
  readonly x: readonly (string | number)[]
  readonly numerators: Float64Array
  /** Absent where no row has one. */
  readonly denominators?: Float64Array
  readonly sizes: readonly number[]
}

/**
 * Several rows of one x become one point, and points are put in order of x (numbers by size, words and ISO dates by letter).
 *
 * Rows with denominators add up: Σ numerator and Σ denominator, each row only where it has both; a point of which no row has
 * both is missing. Values without denominators are joined by `how`, missing ones left out.
 *
 * @throws SpcInputError where some rows have a denominator and others have none at all
 */
export function aggregate(rows: readonly Row[], how: Aggregation = 'mean'): Aggregated {
  const withDenominator = rows.filter(({ denominator }) => denominator !== undefined).length
  if (withDenominator > 0 && withDenominator < rows.length) {
    throw new SpcInputError(
      `${withDenominator} of ${rows.length} rows have a denominator: give all one, NaN where it is missing`,
    )
  }
  const groups = [...Map.groupBy(rows, ({ x }) => x).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const x = groups.map(([name]) => name)
  const known = groups.map(([, members]) => members.filter(isKnown))
  const sizes = known.map(({ length }) => length)
  if (withDenominator === 0) {
    return {
      x,
      numerators: Float64Array.from(known, (members) =>
        join(
          members.map(({ numerator }) => numerator),
          how,
        ),
      ),
      sizes,
    }
  }
  return {
    x,
    numerators: Float64Array.from(known, (members) =>
      join(
        members.map(({ numerator }) => numerator),
        'sum',
      ),
    ),
    denominators: Float64Array.from(known, (members) =>
      join(
        members.map(({ denominator }) => denominator!),
        'sum',
      ),
    ),
    sizes,
  }
}

function isKnown({ numerator, denominator }: Row): boolean {
  return !Number.isNaN(numerator) && !Number.isNaN(denominator ?? 0)
}

function join(values: readonly number[], how: Aggregation): number {
  const all = Float64Array.from(values)
  switch (how) {
    case 'mean':
      return mean(all, 0, all.length)
    case 'median':
      return median(all, 0, all.length)
    case 'sum':
      return all.length === 0 ? Number.NaN : all.reduce((sum, value) => sum + value, 0)
    case 'deviation':
      return deviation(all, 0, all.length)
    case 'range':
      return all.length < 2 ? Number.NaN : Math.max(...all) - Math.min(...all)
  }
}
