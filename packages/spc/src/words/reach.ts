import type { Analysis, Wording } from '../analysis.ts'
import { chartType } from '../charts/index.ts'

/** Which of two limits a value can reach, for a message to choose by: a chart draws no others. */
export type Ends = 'both' | 'upper' | 'lower' | 'neither'

/** What values can be, as far as the ones that are known keep to it. */
export interface Reach {
  readonly floor: number
  readonly ceiling: number
}

export function reachOf({ chart, values, targets }: Analysis, wording: Wording): Reach {
  const { floor = chartType(chart).needsCounts ? 0 : Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY } =
    wording
  const has = (test: (figure: number) => boolean) => values.some(test) || targets.some(test)
  return {
    floor: has((figure) => figure < floor) ? Number.NEGATIVE_INFINITY : floor,
    ceiling: has((figure) => figure > ceiling) ? Number.POSITIVE_INFINITY : ceiling,
  }
}

/** The limits as `wording` writes them, and which of them a value can reach. */
export function endsOf(lower: number, upper: number, { floor, ceiling }: Reach, { value }: Wording) {
  const ends: Ends = lower < floor ? (upper > ceiling ? 'neither' : 'upper') : upper > ceiling ? 'lower' : 'both'
  return { ends, lower: value(lower), upper: value(upper) }
}
