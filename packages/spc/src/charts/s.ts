import type { ChartType } from './chartType.ts'
import { drawLimits, tooFew, withoutSpread } from './limits.ts'
import { deviationWithin, spreadOfDeviations } from './samples.ts'

/**
 * Standard deviations of samples: centre s̄, limits s̄ (1 ± 3 √(1 − c4²) ÷ c4) by each sample's size, not below 0. A sample of
 * one value has no deviation and no limits.
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3
 */
export const s: ChartType = {
  id: 's',
  label: 'S (standard deviations of samples)',
  useWhen: 'Beside an x̄ chart, to see whether values within a sample spread more or less than they did.',
  needsDenominator: false,
  needsCounts: true,
  needsSamples: true,
  centreName: 'mean',
  draw(stretch, method, lines) {
    const { samples, start, end } = stretch
    const { sizes } = samples!
    const centre = Number.isNaN(method.centre) ? deviationWithin(samples!, stretch, method) : method.centre
    lines.centre.fill(centre, start, end)
    if (Number.isNaN(centre)) return tooFew(stretch) ?? 'noSpread'
    const why = centre === 0 ? withoutSpread(stretch, method) : null
    if (why) return why
    for (let i = start; i < end; i++) drawLimits(lines, i, centre, centre * spreadOfDeviations(sizes[i]!), method, 0)
    return null
  },
}
