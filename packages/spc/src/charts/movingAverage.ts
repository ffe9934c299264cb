import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawAround, processOf } from './process.ts'

/**
 * Moving average: the mean of the values in the last `span` periods of the phase, fewer at its start. Limits: centre ± 3 sigma
 * ÷ √(values in it), with sigma of single values as on an XmR chart. All in the values' own unit.
 *
 * A period without a value has no average; it and excluded ones are left out of those of later periods.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 9.3
 */
export const movingAverage: ChartType = {
  id: 'movingAverage',
  label: 'Moving average',
  useWhen:
    'Single values where a lasting change of middling size matters, and readers know averages of several periods.',
  about: {
    formulas: [
      { of: 'Points', tex: String.raw`M_i = \frac{1}{w} \sum_{j=i-w+1}^{i} x_j` },
      { of: 'Limits', tex: String.raw`\bar{x} \pm \frac{3 \sigma}{\sqrt{w}}` },
    ],
    letters: 'w: periods in the average, fewer at the start of a phase; σ: of single values, as on an XmR chart',
    constants: [{ value: '5', is: 'w, unless another is asked for', source: 'Montgomery, 9.3' }],
    needs: 'As XmR.',
    reads: 'As EWMA: only points outside the limits mean anything.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 9.3'],
    example: {
      title: 'Days from referral to first visit, averages of five months',
      numerators: [14, 15, 13, 14, 13, 15, 14, 13, 14, 15, 13, 14, 16, 19, 19, 20, 21, 20, 22, 21],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  accumulates: true,
  points: 'movingAverages',
  plot: plotAverages,
  draw: (stretch, method, lines) =>
    drawAround(stretch, method, lines, (scores) => (at) => {
      // A period without a value of its own has the limits that one would have.
      const own = Number.isNaN(scores[at]!) ? 1 : 0
      const { count } = within(scores, firstOf(at, stretch, method), at)
      return 1 / Math.sqrt(count + own)
    }),
}

function firstOf(at: number, { start }: Stretch, { span }: Method): number {
  return Math.max(start, at - span + 1)
}

function within(scores: Float64Array, from: number, to: number): { sum: number; count: number } {
  let sum = 0
  let count = 0
  for (let i = from; i <= to; i++) {
    if (Number.isNaN(scores[i]!)) continue
    sum += scores[i]!
    count++
  }
  return { sum, count }
}

function plotAverages(stretch: Stretch, method: Method): void {
  const { values, judged, start, end } = stretch
  const { scores } = processOf(stretch, method)
  for (let i = start; i < end; i++) {
    if (Number.isNaN(values[i]!)) continue
    const { sum, count } = within(scores, firstOf(i, stretch, method), i)
    const isExcluded = Number.isNaN(judged[i]!)
    // An excluded value is drawn with the average that it would have made.
    values[i] = isExcluded ? (sum + values[i]!) / (count + 1) : sum / count
    if (!isExcluded) judged[i] = values[i]!
  }
}
