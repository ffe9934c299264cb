import { type Aggregated, aggregate, type Row } from './aggregate.ts'

/** Samples in order of x: what x̄, S and R charts take. */
export interface Subgroups {
  readonly x: Aggregated['x']
  /** Values behind each, missing ones left out. */
  readonly sizes: Float64Array
  /** NaN for a sample without a value. */
  readonly means: Float64Array
  /** Standard deviations (n − 1); NaN for fewer than two values. */
  readonly deviations: Float64Array
  /** Largest value − smallest; NaN for fewer than two values. */
  readonly ranges: Float64Array
}

/** Size, mean, standard deviation and range of the values of each x. */
export function subgroups(rows: readonly Pick<Row, 'x' | 'numerator'>[]): Subgroups {
  const values = rows.map(({ x, numerator }) => ({ x, numerator }))
  const { x, sizes, numerators: means } = aggregate(values, 'mean')
  return {
    x,
    sizes: Float64Array.from(sizes),
    means,
    deviations: aggregate(values, 'deviation').numerators,
    ranges: aggregate(values, 'range').numerators,
  }
}
