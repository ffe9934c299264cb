import type { Reading } from '../analysis.ts'
import type { FunnelAnalysis, FunnelPoint, FunnelSide } from '../funnels/funnel.ts'
import { capitalised, counted, inWords, listed } from './counting.ts'

/** How a page says units and values. */
export interface FunnelWording {
  /** "trust", "ward": what a unit is. */
  readonly noun: string
  /** "27.3%". */
  readonly value: (value: number) => string
}

/** More names than this are too many for a sentence. */
const MOST_NAMES = 5

/**
 * What a funnel plot shows, in plain words: who lies outside the limits, and that the order of all others says nothing. Every
 * number in it is one of the table, written by the caller's `wording`.
 *
 * @param level which pair of limits is meant, by its place in `levels`; the last when absent
 */
export function funnelReading(
  analysis: FunnelAnalysis,
  wording: FunnelWording,
  level: number = analysis.levels.length - 1,
): Pick<Reading, 'headline' | 'rest'> {
  const { points } = analysis
  const { noun } = wording
  const compared = points.filter(({ value }) => value !== null)
  if (compared.length === 0) return { headline: `No ${noun} has a value yet.`, rest: withoutValue(points, noun) }
  const outside = compared.filter((point) => point.outside[level])
  const sentences = [
    ...(['high', 'low'] as const).map((side) => whoLies(side, outside, level, wording)),
    within(compared.length, outside.length, analysis, level, wording),
    widened(analysis, noun),
    withoutValue(points, noun),
  ]
  return {
    headline: headlineOf(compared, outside, analysis, wording),
    rest: sentences.filter((sentence) => sentence !== '').join(' '),
  }
}

function headlineOf(
  compared: readonly FunnelPoint[],
  outside: readonly FunnelPoint[],
  { target }: FunnelAnalysis,
  { noun, value }: FunnelWording,
): string {
  const than = `what chance explains about ${value(target!)}`
  if (compared.length === 1) {
    return outside.length === 0
      ? `The one ${noun} with a value lies within ${than}.`
      : `The one ${noun} with a value lies outside ${than}.`
  }
  const all = counted(compared.length, noun)
  if (outside.length === 0) return `All ${all} lie within ${than}.`
  if (outside.length === compared.length) return `All ${all} lie outside ${than}.`
  return `${capitalised(inWords(outside.length))} of the ${all} ${outside.length === 1 ? 'lies' : 'lie'} outside ${than}.`
}

function whoLies(side: FunnelSide, outside: readonly FunnelPoint[], level: number, wording: FunnelWording): string {
  const farthest = outside
    .filter((point) => point.outside[level] === side)
    .toSorted((a, b) => Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0))
  if (farthest.length === 0) return ''
  const names = farthest.slice(0, MOST_NAMES).map(({ unit, value }) => `${unit} (${wording.value(value!)})`)
  const more = farthest.length - names.length
  if (more > 0) names.push(`${inWords(more)} more`)
  return `${side === 'high' ? 'Above the upper' : 'Below the lower'} limit: ${listed(names)}.`
}

/** What the limits are, and what being within them means. */
function within(
  compared: number,
  outside: number,
  { levels }: FunnelAnalysis,
  level: number,
  { noun }: FunnelWording,
): string {
  const chance = `Chance alone puts about ${outOf(1 - levels[level]!)} ${noun}s outside their limits`
  if (compared - outside < 2) return `${chance}.`
  return `${chance}. Those within do not differ by more than that, so their order says nothing.`
}

/** "5 in 100", "2 in 1,000". */
function outOf(share: number): string {
  const hundredths = Math.round(share * 100)
  return Math.abs(share * 100 - hundredths) < 1e-6 && hundredths > 0
    ? `${hundredths} in 100`
    : `${Number((share * 1000).toFixed(1))} in 1,000`
}

function widened({ adjusted }: FunnelAnalysis, noun: string): string {
  return adjusted
    ? `The ${noun}s differ by more than counting by chance explains, and the limits are widened for it.`
    : ''
}

function withoutValue(points: readonly FunnelPoint[], noun: string): string {
  const missing = points.filter(({ noValue }) => noValue === 'missing').length
  const empty = points.filter(({ noValue }) => noValue === 'noDenominator').length
  const sentences = [
    missing > 0 ? `${capitalised(counted(missing, noun))} ${hasOrHave(missing)} no figures.` : '',
    empty > 0 ? `${capitalised(counted(empty, noun))} ${hasOrHave(empty)} a denominator of 0, and so no value.` : '',
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function hasOrHave(count: number): string {
  return count === 1 ? 'has' : 'have'
}
