import { rebasedMedians } from '@golden-thread/spc'
import {
  type Adapter,
  inOrderOfDate,
  knownOptions,
  labels,
  NotComparable,
  numberOption,
  numbers,
  optionOf,
} from '../case.ts'

/** runcharter: the medians of a run chart, each with the dates that it stands on and is drawn to. */
export const runcharter: Adapter = {
  peer: 'runcharter',
  excuses: [],
  answer(testCase) {
    if (testCase.chart !== 'run_rebased_median') throw new NotComparable(`chart ${testCase.chart}`)
    knownOptions(testCase, ['direction', 'medianRows', 'runLength'])
    const dates = labels(testCase, 'dates')
    const values = numbers(testCase, 'value')
    const rows = inOrderOfDate(dates)
    const date = (place: number) => dates[rows[place]!]
    const { medians } = rebasedMedians(
      rows.map((row) => values[row]!),
      {
        medianRows: numberOption(testCase, 'medianRows') ?? 13,
        runLength: numberOption(testCase, 'runLength') ?? 9,
        direction: optionOf(testCase, 'direction', ['above', 'below', 'both']),
      },
    )
    return {
      medians: medians.map(({ kind, median, from, to, end }) => ({
        median,
        startDate: date(from),
        endDate: date(to),
        // Drawn to where the next one begins, or to the last date.
        extendTo: date(Math.min(end, rows.length - 1)),
        runType: kind,
      })),
    }
  },
}
