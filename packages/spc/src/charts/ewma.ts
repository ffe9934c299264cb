import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { processOf } from './process.ts'

/**
 * Exponentially weighted moving average: z = λ x + (1 − λ) z before, beginning at the centre (the mean of the baseline, or
 * the one that is given). Limits after the i-th value: centre ± 3 sigma √(λ ÷ (2 − λ) (1 − (1 − λ)²ⁱ)), with sigma of single
 * values as on an XmR chart. All in the values' own unit.
 *
 * A missing value leaves z where it was. An excluded one is drawn where it would have taken z, and z goes on without it.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 9.2; Roberts 1959, Technometrics 1:239
 */
export const ewma: ChartType = {
  id: 'ewma',
  label: 'EWMA (weighted moving average)',
  useWhen: 'Single values where a small, lasting change matters and a week or two may pass before it shows.',
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  accumulates: true,
  statistic: { one: 'weighted average', many: 'weighted averages' },
  plot: plotAverages,
  draw(stretch, method, lines) {
    const { start, end } = stretch
    const { scores, centre, sigma } = processOf(stretch, method)
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre) || Number.isNaN(sigma)) return tooFew(stretch) ?? 'noNeighbours'
    const why = sigma === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    const { weight } = method
    let count = 0
    for (let i = start; i < end; i++) {
      // A period without a value has the limits of the next one: what it would be compared with.
      const steps = Number.isNaN(scores[i]!) ? count + 1 : ++count
      const share = (weight / (2 - weight)) * (1 - (1 - weight) ** (2 * steps))
      drawLimits(lines, i, centre, sigma * Math.sqrt(share), method)
    }
    return null
  },
}

function plotAverages(stretch: Stretch, method: Method): void {
  const { values, judged, start, end } = stretch
  const { weight } = method
  let before = processOf(stretch, method).centre
  for (let i = start; i < end; i++) {
    if (Number.isNaN(values[i]!)) continue
    const average = weight * values[i]! + (1 - weight) * before
    values[i] = average
    if (Number.isNaN(judged[i]!)) continue
    judged[i] = average
    before = average
  }
}
