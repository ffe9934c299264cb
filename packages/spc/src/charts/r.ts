import { rangeQuantile } from '../numbers/range.ts'
import type { ChartType } from './chartType.ts'
import { drawBetween, drawLimits, tooFew, withoutSpread } from './limits.ts'
import { meanBySize, needsRanges, sigmaWithin, spreadOf, whyNoSigma } from './samples.ts'
import { MINUTES_TO_TRIAGE, SAMPLE_LETTERS } from './sharedWords.ts'

/**
 * Ranges of samples (largest value − smallest), in the unit of the values. Centre: their mean weighted by size; limits centre
 * ± 3 sigma d3(n), which is D3 R̄ and D4 R̄ for samples of one size; not below 0. With `confidence`, sigma × the quantiles of
 * the range itself. A sample of one value has no range and no limits. Sigma is the mean of R ÷ d2(n), unless another
 * `sampleSpread` by ranges is asked for.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.2
 */
export const r: ChartType = {
  id: 'r',
  label: 'R (ranges of samples)',
  useWhen:
    'Beside an x̄ chart of small samples (fewer than ten values), worked out by hand or read by people who know ranges.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{R} = \frac{\sum_i n_i R_i}{\sum_i n_i}` },
      { of: 'Limits', tex: String.raw`\bar{R} \pm 3 \sigma \, d_3(n_i), \quad \sigma = \overline{R_i / d_2(n_i)}` },
    ],
    letters: SAMPLE_LETTERS,
    constants: [
      {
        value: 'd2(n), d3(n)',
        is: 'mean and standard deviation of the range of n normal values, in sigma; exact, by integration',
        source: 'Montgomery, appendix VI',
      },
    ],
    needs: 'As x̄. Ranges waste what lies between the ends: with ten or more values a sample, S is better.',
    reads: 'As S.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 6.2'],
    example: {
      title: 'Minutes to triage, ranges of samples of four',
      numerators: MINUTES_TO_TRIAGE,
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: true,
  needsSamples: true,
  byRanges: true,
  centreName: 'mean',
  points: 'ranges',
  draw(stretch, method, lines) {
    const { samples, start, end } = stretch
    const { sizes } = samples!
    const centre = Number.isNaN(method.centre) ? meanBySize(samples!, stretch) : method.centre
    lines.centre.fill(centre, start, end)
    const byRange = needsRanges(method) ? method : { ...method, sampleSpread: 'meanRange' as const }
    const sigma = sigmaWithin(samples!, stretch, byRange).sigma(2)
    if (Number.isNaN(centre) || Number.isNaN(sigma)) return tooFew(stretch) ?? whyNoSigma(samples!, stretch, byRange)
    const why = sigma === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      const size = sizes[i]!
      if (method.exact && size >= 2) drawBetween(lines, i, method, (share) => sigma * rangeQuantile(share, size))
      else drawLimits(lines, i, centre, sigma * spreadOf(method, size), method, method.leastSpread)
    }
    return null
  },
}
