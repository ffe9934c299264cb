import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { meanBySize, sigmaWithin, whyNoSigma } from './samples.ts'
import { MINUTES_TO_TRIAGE, SAMPLE_LETTERS } from './sharedWords.ts'

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
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{\bar{x}} = \frac{\sum_i n_i \bar{x}_i}{\sum_i n_i}` },
      {
        of: 'Limits',
        tex: String.raw`\bar{\bar{x}} \pm \frac{3 \bar{s}}{c_4(n_i) \sqrt{n_i}} = \bar{\bar{x}} \pm A_3(n_i) \, \bar{s}`,
      },
    ],
    letters: SAMPLE_LETTERS,
    constants: [
      {
        value: 'c4(n)',
        is: 'mean standard deviation of samples of n normal values, in sigma; exact, by the gamma function',
        source: 'Montgomery, 6.3',
      },
    ],
    needs: 'Several values a point: a sample of one time and place. Two values a sample at least.',
    reads:
      'A point outside says that the mean changed by more than values within a sample differ. Read the S or R chart first: where the spread changed, these limits are not to be trusted. Where means differ between samples by nature, limits are too narrow: XmR of the means is then the chart.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 6.2 and 6.3'],
    example: {
      title: 'Minutes to triage, samples of four',
      numerators: MINUTES_TO_TRIAGE,
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: false,
  needsSamples: true,
  centreName: 'mean',
  points: 'means',
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
