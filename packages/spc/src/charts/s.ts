import { chiSquareQuantile } from '../numbers/gamma.ts'
import { c4 } from '../numbers/samples.ts'
import type { ChartType, Method } from './chartType.ts'
import { drawBetween, drawLimits, tooFew, withoutSpread } from './limits.ts'
import { meanBySize, sigmaWithin, type Within, whyNoSigma } from './samples.ts'
import { MINUTES_TO_TRIAGE, SAMPLE_LETTERS } from './sharedWords.ts'

/**
 * Standard deviations of samples, in the unit of the values. Centre s̄, limits centre ± 3 sigma √(1 − c4²) by each sample's
 * size, which is B3 s̄ and B4 s̄; not below 0. With `confidence`, sigma √(χ² ÷ (n − 1)) instead. A sample of one value has no
 * deviation and no limits.
 *
 * Where the method takes sigma from the samples one by one, the centre is their mean weighted by size, as in qcc.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3
 */
export const s: ChartType = {
  id: 's',
  label: 'S (standard deviations of samples)',
  useWhen: 'Beside an x̄ chart, to see whether values within a sample spread more or less than they did.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{s}` },
      { of: 'Limits', tex: String.raw`\bar{s} \left( 1 \pm \frac{3 \sqrt{1 - c_4(n_i)^2}}{c_4(n_i)} \right)` },
    ],
    letters: SAMPLE_LETTERS,
    constants: [{ value: 'c4(n)', is: 'as for x̄; B3 and B4 of tables are made of it', source: 'Montgomery, 6.3' }],
    needs: 'As x̄.',
    reads:
      'A point above says that values within that sample spread more; one below, less. The lower limit is not below 0.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 6.3'],
    example: {
      title: 'Minutes to triage, spread within samples of four',
      numerators: MINUTES_TO_TRIAGE,
      direction: 'lower',
    },
  },
  needsDenominator: false,
  needsCounts: true,
  needsSamples: true,
  centreName: 'mean',
  points: 'deviations',
  draw(stretch, method, lines) {
    const { samples, start, end } = stretch
    const { sizes } = samples!
    const within = sigmaWithin(samples!, stretch, method)
    const own = Number.isNaN(within.meanDeviation) ? meanBySize(samples!, stretch) : within.meanDeviation
    const centre = Number.isNaN(method.centre) ? own : method.centre
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre) || Number.isNaN(within.sigma(2)))
      return tooFew(stretch) ?? whyNoSigma(samples!, stretch, method)
    const why = centre === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) {
      const size = sizes[i]!
      const sigma = sigmaAt(size, centre, within, method)
      if (method.exact && size >= 2) {
        drawBetween(lines, i, method, (share) => sigma * Math.sqrt(chiSquareQuantile(share, size - 1) / (size - 1)))
      } else {
        drawLimits(lines, i, centre, sigma * Math.sqrt(1 - c4(size) ** 2), method, method.leastSpread)
      }
    }
    return null
  },
}

/** A centre that is known beforehand is the mean deviation that sigma follows from. */
function sigmaAt(size: number, centre: number, { sigma, meanDeviation }: Within, method: Method): number {
  return Number.isNaN(method.centre) || Number.isNaN(meanDeviation) ? sigma(size) : centre / c4(size)
}
