import { SpcInputError } from '../inputError.ts'
import { median } from '../numbers/median.ts'
import { sideOfLine } from '../numbers/onLine.ts'

/** What may be chosen about re-basing. */
export interface RebasingOptions {
  /** The first median is that of so many values. Default 13. */
  readonly medianRows?: number
  /** So many values in a row on one side of the median make a new one. Default 9. */
  readonly runLength?: number
  /** Which runs count: on either side (default), or only those above or below. */
  readonly direction?: 'both' | 'above' | 'below'
  /** A value on the median is passed over (default): it neither counts nor ends a run; or it ends the run. */
  readonly onMedian?: 'skipped' | 'endsRun'
  /** The new median is that of the run's own values (default), or of all values from its first to its last. */
  readonly newMedianOf?: 'run' | 'allWithin'
}

/** One median, and where it holds. */
export interface RebasedMedian {
  readonly kind: 'baseline' | 'sustained'
  /** In the unit of the values. */
  readonly median: number
  /** Index of the first and of the last value behind it. */
  readonly from: number
  readonly to: number
  /** Exclusive index up to which it is drawn: where the next median begins, or the end of the series. */
  readonly end: number
  /** On which side of the median before it the run lies; null for the baseline. */
  readonly side: 'high' | 'low' | null
}

/** A run chart whose median follows sustained change. */
export interface RebasedMedians {
  readonly medians: readonly RebasedMedian[]
  /** The median at each value's place; NaN throughout where there is none. */
  readonly centre: Float64Array
  /** Values still missing until there is a first median; 0 when it is there. */
  readonly valuesToCome: number
}

/**
 * Medians of a run chart that are made anew by sustained runs: the first from the first `medianRows` values; from the value
 * after them, the first run of `runLength` values strictly on one side gives the next one, which holds from the run's first
 * value; then the same from the value after the run's last. A missing value (NaN) is passed over.
 *
 * Each median is a proposal: that the process has changed is a statement that somebody should make and give a reason for.
 *
 * @param values in order of time
 * @throws SpcInputError for infinite values, and for lengths that are not whole numbers above 0
 * @see runcharter 0.2.0; Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46 (run charts)
 */
export function rebasedMedians(values: ArrayLike<number>, options: RebasingOptions = {}): RebasedMedians {
  const { medianRows = 13, runLength = 9 } = options
  for (const [what, length] of [['first median', medianRows] as const, ['run', runLength] as const]) {
    if (!(Number.isInteger(length) && length > 0)) {
      throw new SpcInputError(`A ${what} of ${length} values: give a whole number above 0`)
    }
  }
  const series = Float64Array.from(values)
  const infinite = series.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY)
  if (infinite >= 0) throw new SpcInputError(`Value ${infinite + 1} is not a finite number`)

  const present = [...series.keys()].filter((at) => !Number.isNaN(series[at]!))
  const centre = new Float64Array(series.length).fill(Number.NaN)
  if (present.length < medianRows) return { medians: [], centre, valuesToCome: medianRows - present.length }

  const found = [baseline(series, present.slice(0, medianRows))]
  for (;;) {
    const last = found.at(-1)!
    const next = nextRun(
      series,
      present.filter((at) => at > last.to),
      last.median,
      options,
    )
    if (!next) break
    found.push(next)
  }
  const medians = found.map((one, i) => ({ ...one, end: found[i + 1]?.from ?? series.length }))
  for (const [i, one] of medians.entries()) centre.fill(one.median, i === 0 ? 0 : one.from, one.end)
  return { medians, centre, valuesToCome: 0 }
}

type Found = Omit<RebasedMedian, 'end'>

function baseline(series: Float64Array, rows: readonly number[]): Found {
  return { kind: 'baseline', median: medianOf(series, rows), from: rows[0]!, to: rows.at(-1)!, side: null }
}

function nextRun(
  series: Float64Array,
  places: readonly number[],
  centre: number,
  { runLength = 9, direction = 'both', onMedian = 'skipped', newMedianOf = 'run' }: RebasingOptions,
): Found | null {
  let run: number[] = []
  let runSide = 0
  for (const at of places) {
    const side = sideOfLine(series[at]!, centre)
    if (side === 0 && onMedian === 'skipped') continue
    if (side !== runSide) run = []
    runSide = side
    if (side === 0) continue
    run.push(at)
    if (run.length < runLength || (direction !== 'both' && (direction === 'above') !== side > 0)) continue
    const [from, to] = [run[0]!, at]
    const behind = newMedianOf === 'run' ? run : places.filter((place) => place >= from && place <= to)
    return { kind: 'sustained', median: medianOf(series, behind), from, to, side: side > 0 ? 'high' : 'low' }
  }
  return null
}

function medianOf(series: Float64Array, places: readonly number[]): number {
  return median(
    Float64Array.from(places, (at) => series[at]!),
    0,
    places.length,
  )
}
