import { type Aggregated, type Aggregation, aggregate, type Row, type SeriesInput, subgroups } from '@golden-thread/spc'
import { type Case, labels, NotComparable, numbers } from '../case.ts'

const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  mean: 'mean',
  median: 'median',
  sum: 'sum',
  sd: 'deviation',
}

/** Charts that need sizes: where none are given, each row is one. */
const BY_SIZE = ['ip', 'p', 'pp', 'u', 'up']

/** What is drawn, in order of x, and how many rows with a value stand behind each point. */
export interface Points {
  readonly x: Aggregated['x']
  readonly sizes: readonly number[]
  readonly figures: Pick<SeriesInput, 'samples'> & Pick<Aggregated, 'numerators' | 'denominators'>
}

/** Rows of one x are one point, and points are in order of x. A missing numerator or denominator makes both of its row missing. */
export function pointsOf(testCase: Case): Points {
  const rows = rowsOf(testCase)
  if (testCase.chart !== 'xbar' && testCase.chart !== 's') {
    const { x, sizes, ...figures } = aggregate(rows, aggregationOf(testCase))
    return { x, sizes, figures }
  }
  const { x, sizes, means, deviations } = subgroups(rows)
  const numerators = testCase.chart === 's' ? deviations : means
  return { x, sizes: [...sizes], figures: { numerators, samples: { sizes, deviations } } }
}

export function rowsOf(testCase: Case): readonly Row[] {
  const x = labels(testCase, 'dates')
  if (testCase.input.value) {
    const one = BY_SIZE.includes(testCase.chart) ? { denominator: 1 } : {}
    return Array.from(numbers(testCase, 'value'), (numerator, row) => ({ x: x[row]!, numerator, ...one }))
  }
  const below = numbers(testCase, 'denominator')
  return Array.from(numbers(testCase, 'numerator'), (numerator, row) => ({
    x: x[row]!,
    numerator,
    denominator: below[row]!,
  }))
}

function aggregationOf(testCase: Case): Aggregation {
  if (testCase.chart === 'c') return 'sum'
  const asked = testCase.options.aggFun ?? 'mean'
  const how = typeof asked === 'string' ? AGGREGATIONS[asked] : undefined
  if (!how) throw new NotComparable(`options.aggFun: ${JSON.stringify(asked)}`)
  return how
}
