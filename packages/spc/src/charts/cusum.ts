import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawFlat } from './limits.ts'
import { processOf, whyNone } from './process.ts'

/**
 * Tabular cumulative sums of single values, two-sided, in the values' own unit:
 *
 * - upper: max(0, before + x − centre − k sigma), lower: min(0, before + x − centre + k sigma),
 * - beginning at ± `headStart` × sigma (0 by default), with k = `allowance` (0.5 by default),
 * - limits at ± `decisionInterval` × sigma (5 by default). The line between them is 0.
 *
 * The value of a point is the sum that lies farther from 0, the upper one where both lie equally far; both stand in
 * `Analysis.sums`. Sums go on after a signal; a new phase begins anew. A missing value leaves them where they were; an
 * excluded one is drawn where it would have taken them, and they go on without it.
 *
 * Centre and sigma (as on an XmR chart) are of the baseline, or the centre is the one that is given: the target to be kept.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 9.1; Page 1954, Biometrika 41:100; Lucas & Crosier 1982 (head start)
 */
export const cusum: ChartType = {
  id: 'cusum',
  label: 'CUSUM (cumulative sums)',
  useWhen:
    'Single values where a small, lasting change must be found as early as possible, and readers know cumulative sums.',
  about: {
    formulas: [
      { of: 'Upper sum', tex: String.raw`C^+_i = \max \left( 0, \; C^+_{i-1} + x_i - \bar{x} - k \sigma \right)` },
      { of: 'Lower sum', tex: String.raw`C^-_i = \min \left( 0, \; C^-_{i-1} + x_i - \bar{x} + k \sigma \right)` },
      { of: 'Limits', tex: String.raw`\pm h \sigma` },
    ],
    letters: 'k: allowance, half the shift to be found; h: decision interval; σ: of single values, as on an XmR chart',
    constants: [
      {
        value: 'k = 0.5, h = 5',
        is: 'finds a shift of one sigma after about ten points, with a false alarm in about 465',
        source: 'Montgomery, 9.1',
      },
    ],
    needs: 'As XmR. A centre that is known beforehand makes it watch a standard.',
    reads:
      'The point drawn is the sum that lies farther from 0. Outside the limits the mean has shifted; when it began is where that sum last left 0. Other patterns mean nothing.',
    sources: [
      'Page 1954, Biometrika 41:100',
      'Lucas & Crosier 1982, Technometrics 24:199',
      'Montgomery, Introduction to Statistical Quality Control, 9.1',
    ],
    example: {
      title: 'Days from referral to first visit, cumulative sums',
      numerators: [14, 15, 13, 14, 13, 15, 14, 13, 14, 15, 13, 14, 16, 19, 19, 20, 21, 20, 22, 21],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  centreName: 'zero line',
  accumulates: true,
  sums: true,
  points: 'cumulativeSums',
  plot: plotSums,
  draw(stretch, method, lines) {
    const { start, end } = stretch
    const { centre, sigma } = processOf(stretch, method)
    lines.centre.fill(0, start, end)
    const why = whyNone(centre, sigma, stretch, method)
    if (why) return why
    drawFlat(lines, stretch, 0, 0, (method.decisionInterval * sigma * method.sigmas) / 3)
    return null
  },
}

/** Without a sigma the sums are those of the plain differences from the centre. */
function plotSums(stretch: Stretch, method: Method): void {
  const { values, judged, upperSums, lowerSums, start, end } = stretch
  const { centre, sigma } = processOf(stretch, method)
  const allowed = method.allowance * sigma || 0
  let upper = method.headStart * sigma || 0
  let lower = -upper
  for (let i = start; i < end; i++) {
    upperSums[i] = Number.NaN
    lowerSums[i] = Number.NaN
    if (Number.isNaN(values[i]!)) continue
    const away = values[i]! - centre
    const high = Math.max(0, upper + away - allowed)
    const low = Math.min(0, lower + away + allowed)
    upperSums[i] = high
    lowerSums[i] = low
    values[i] = high >= -low ? high : low
    if (Number.isNaN(judged[i]!)) continue
    judged[i] = values[i]!
    upper = high
    lower = low
  }
}
