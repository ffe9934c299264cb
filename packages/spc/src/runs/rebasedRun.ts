import { analyse } from '../analyse.ts'
import type { Analysis, SeriesInput } from '../analysis.ts'
import { type RebasedMedian, type RebasingOptions, rebasedMedians } from './rebasedMedian.ts'

/** A run chart with a phase a median. */
export interface RebasedRun {
  readonly analysis: Analysis
  /** In the unit of the values as shown; none until there are enough values, and the chart then has the median of all. */
  readonly medians: readonly RebasedMedian[]
  /** Values still missing until there is a first median; 0 when it is there. */
  readonly valuesToCome: number
}

/**
 * The run chart of a series whose median is made anew by sustained runs: each median begins a phase, so that no pattern crosses
 * from one into the next. Excluded points make no median.
 *
 * @throws SpcInputError as `analyse` and `rebasedMedians` do
 * @see rebasedMedians
 */
export function rebasedRun(input: Omit<SeriesInput, 'chart' | 'phases'>, options: RebasingOptions = {}): RebasedRun {
  const plain = analyse({ ...input, chart: 'run' })
  const judged = plain.values.slice()
  for (const at of input.excluded ?? []) judged[at] = Number.NaN
  const { medians, valuesToCome } = rebasedMedians(judged, options)
  if (medians.length === 0) return { analysis: plain, medians, valuesToCome }
  const phases = medians.map(({ kind, median, from, to }) => {
    const start = kind === 'baseline' ? 0 : from
    return { start, baseline: to - start + 1, centre: median / (input.multiplier ?? 1) }
  })
  return { analysis: analyse({ ...input, chart: 'run', phases }), medians, valuesToCome }
}
