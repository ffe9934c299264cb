import type { ChartTypeId } from '../../analysis.ts'
import { plain } from '../checks/check.ts'
import { inNumbers } from '../checks/dispersed.ts'
import { type Dispersion, dispersionOf, isOverDispersed, isUnderDispersed } from '../dispersion.ts'
import { average } from '../steps.ts'
import { type Adviser, onChart, type Reason } from './advice.ts'

/** What each chart of counting alone is changed for, when counting alone does not explain the spread. */
const BY_WHAT_IT_DOES: Readonly<Partial<Record<ChartTypeId, ChartTypeId>>> = {
  p: 'pPrime',
  np: 'pPrime',
  u: 'uPrime',
  c: 'xmr',
}
const NAMES: Readonly<Record<string, string>> = { pPrime: 'p′', uPrime: 'u′', xmr: 'XmR' }

/** p, u and c charts whose figures spread more, or less, than counting explains. */
export const dispersion: Adviser = {
  id: 'dispersion',
  title: 'Counting alone does not explain the spread',
  citation: 'Laney 2002, Quality Engineering 14:531; Mohammed et al. 2013, BMJ Quality & Safety 22:362',
  advise(examined, { noun }) {
    const chart = BY_WHAT_IT_DOES[examined.input.chart]
    const found = chart ? dispersionOf(examined) : null
    if (!chart || !found) return null
    const isWide = isOverDispersed(found)
    if (!isWide && !isUnderDispersed(found)) return null
    const name = NAMES[chart]!
    return {
      chart,
      why: isWide
        ? `From ${noun} to ${noun} figures differ ${plain(found.sigmaZ)} times as much as counting alone explains, so that the limits of this chart are too narrow and call usual ${noun}s special. ${asManyOf(examined.sizes)}A ${name} chart widens its limits by how the figures really move.`
        : `From ${noun} to ${noun} figures differ only ${plain(found.sigmaZ, 2)} times as much as counting alone would make them, so that the limits of this chart are too wide and hide changes. A ${name} chart takes its limits from how the figures really move.`,
      reasons: reasonsOf(found),
      redrawn: onChart(examined, chart),
    }
  },
}

/** "Denominators are 2,310 on average. " */
function asManyOf(sizes: readonly number[]): string {
  const mean = average(sizes)
  return mean > 1
    ? `Denominators are ${Math.round(mean).toLocaleString('en-GB')} on average: the larger, the more so. `
    : ''
}

/** The numbers of both tests. */
function reasonsOf(found: Dispersion): readonly Reason[] {
  return [
    sigmaZReason(found),
    {
      name: 'χ² against counting alone',
      is: found.chiSquare,
      said: inNumbers(found, Math.min(found.chanceOfMore, found.chanceOfLess)),
    },
  ]
}

/** Sigma z alone, for where χ² would count a change of level as spread. */
export function sigmaZReason({ sigmaZ, sigmaZLimits: { lower, upper } }: Dispersion): Reason {
  return {
    name: `Laney’s sigma z, ${plain(lower, 2)} to ${plain(upper, 2)} by counting alone`,
    is: sigmaZ,
    said: plain(sigmaZ, 2),
  }
}
