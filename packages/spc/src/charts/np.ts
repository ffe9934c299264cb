import { binomialLimits } from '../numbers/counts.ts'
import type { ChartType, Stretch } from './chartType.ts'
import { drawCounts, drawLimits, pooledCentre, tooFew, withoutSpread } from './limits.ts'

/**
 * Counts out of a known whole: as many as they are, where a p chart shows their share. Centre n p̄ with p̄ = Σ numerator ÷ Σ
 * denominator, limits n p̄ ± 3 √(n p̄ (1 − p̄)), within 0 and n; with `confidence`, whole counts of the binomial distribution
 * itself. All lines follow each point's own whole. A point without one has neither value nor lines.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 7.2
 */
export const np: ChartType = {
  id: 'np',
  label: 'np (count out of a whole)',
  useWhen: 'A count out of wholes of about one size, where people think in cases rather than in percent.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`n_i \bar{p}, \quad \bar{p} = \frac{\sum_i y_i}{\sum_i n_i}` },
      { of: 'Limits', tex: String.raw`n_i \bar{p} \pm 3 \sqrt{n_i \bar{p} (1 - \bar{p})}` },
    ],
    letters: 'y_i: the numerator at point i; n_i: its denominator',
    needs: 'As p.',
    reads:
      'As p, in cases. All three lines step with the denominators, so a point may rise while it stays where it was about its line.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 7.2'],
    example: {
      title: 'Patients seen within four hours',
      numerators: [82, 75, 88, 79, 81, 77, 90, 83, 76, 85, 84, 80, 78, 104, 102, 99, 108, 101, 106, 103],
      denominators: [
        410, 395, 420, 402, 388, 415, 430, 405, 398, 412, 420, 407, 399, 415, 402, 411, 396, 404, 418, 409,
      ],
      direction: 'higher',
    },
  },
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  points: 'counts',
  plot: plotCounts,
  draw(stretch, method, lines) {
    const { denominators, start, end } = stretch
    const share = pooledCentre(stretch, method)
    for (let i = start; i < end; i++) lines.centre[i] = denominators[i]! > 0 ? share * denominators[i]! : Number.NaN
    if (Number.isNaN(share)) return tooFew(stretch) ?? 'noValues'
    const unit = Math.sqrt(Math.max(0, share * (1 - share)))
    const why = unit === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      const whole = denominators[i]!
      if (!(whole > 0)) drawLimits(lines, i, Number.NaN, Number.NaN, method)
      else if (method.exact) drawCounts(lines, i, method, (tail) => binomialLimits(Math.round(whole), share, tail))
      else drawLimits(lines, i, share * whole, unit * Math.sqrt(whole), method, 0, whole)
    }
    return null
  },
}

function plotCounts({ numerators, values, judged, start, end }: Stretch): void {
  for (let i = start; i < end; i++) {
    if (!Number.isNaN(values[i]!)) values[i] = numerators[i]!
    if (!Number.isNaN(judged[i]!)) judged[i] = numerators[i]!
  }
}
