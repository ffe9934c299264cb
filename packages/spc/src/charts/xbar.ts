import { c4 } from '../numbers/samples.ts'
import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { deviationWithin } from './samples.ts'

/**
 * Means of samples: centre Σ n x̄ ÷ Σ n, limits centre ± 3 s̄ ÷ (c4(n) √n), where s̄ is the standard deviation within samples.
 * A sample of one value has no limits.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3
 */
export const xbar: ChartType = {
  id: 'xbar',
  label: 'x̄ (means of samples)',
  useWhen: 'Each point is the mean of several values, such as the waits of a month’s patients.',
  needsDenominator: false,
  needsCounts: false,
  needsSamples: true,
  centreName: 'mean',
  draw(stretch, method, lines) {
    const { judged, samples, start, baselineEnd, end } = stretch
    const { sizes } = samples!
    let sum = 0
    let count = 0
    for (let i = start; i < baselineEnd; i++) {
      if (Number.isNaN(judged[i]!)) continue
      sum += sizes[i]! * judged[i]!
      count += sizes[i]!
    }
    const centre = Number.isNaN(method.centre) ? sum / count : method.centre
    lines.centre.fill(centre, start, end)
    const within = deviationWithin(samples!, stretch, method)
    if (Number.isNaN(centre) || Number.isNaN(within)) return tooFew(stretch) ?? 'noSpread'
    const why = within === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      drawLimits(lines, i, centre, within / (c4(sizes[i]!) * Math.sqrt(sizes[i]!)), method)
    }
    return null
  },
}
