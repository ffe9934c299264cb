import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { meanBySize, sigmaWithin, whyNoSigma } from './samples.ts'

/**
 * Means of samples: centre Σ n x̄ ÷ Σ n, limits centre ± 3 sigma ÷ √n, where sigma is that of single values within samples.
 * In the unit of the values. A sample of one value has limits only where the method's sigma does not hang on its size.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.2 and 6.3
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
    const { samples, start, end } = stretch
    const { sizes } = samples!
    const centre = Number.isNaN(method.centre) ? meanBySize(samples!, stretch) : method.centre
    lines.centre.fill(centre, start, end)
    const { sigma } = sigmaWithin(samples!, stretch, method)
    const typical = sigma(2)
    if (Number.isNaN(centre) || Number.isNaN(typical)) return tooFew(stretch) ?? whyNoSigma(samples!, stretch, method)
    const why = typical === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) drawLimits(lines, i, centre, sigma(sizes[i]!) / Math.sqrt(sizes[i]!), method)
    return null
  },
}
