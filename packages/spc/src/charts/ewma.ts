import type { ChartType, Method, Stretch } from './chartType.ts'
import { drawAround, processOf } from './process.ts'

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
  about: {
    formulas: [
      { of: 'Points', tex: String.raw`z_i = \lambda x_i + (1 - \lambda) z_{i-1}, \quad z_0 = \bar{x}` },
      {
        of: 'Limits',
        tex: String.raw`\bar{x} \pm 3 \sigma \sqrt{\frac{\lambda}{2 - \lambda} \left( 1 - (1 - \lambda)^{2i} \right)}`,
      },
    ],
    letters: 'λ: the weight of the newest value; σ: of single values, as on an XmR chart',
    constants: [{ value: '0.2', is: 'λ, unless another is asked for', source: 'Montgomery, 9.2' }],
    needs: 'As XmR.',
    reads:
      'Each point carries those before it, so only points outside the limits mean anything: patterns on one side are its nature. It finds a lasting change of about one sigma sooner than XmR, and a single odd value later.',
    sources: ['Roberts 1959, Technometrics 1:239', 'Montgomery, Introduction to Statistical Quality Control, 9.2'],
    example: {
      title: 'Days from referral to first visit, weighted averages',
      numerators: [14, 15, 13, 14, 13, 15, 14, 13, 14, 15, 13, 14, 16, 19, 19, 20, 21, 20, 22, 21],
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  centreName: 'mean',
  accumulates: true,
  points: 'weightedAverages',
  plot: plotAverages,
  draw(stretch, method, lines) {
    const { weight } = method
    return drawAround(stretch, method, lines, (scores) => {
      let count = 0
      return (at) => {
        // A period without a value has the limits of the next one: what it would be compared with.
        const steps = Number.isNaN(scores[at]!) ? count + 1 : ++count
        return Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * steps)))
      }
    })
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
