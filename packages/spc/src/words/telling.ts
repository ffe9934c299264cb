import type { Analysis, Signal, Wording } from '../analysis.ts'
import { chartType } from '../charts/index.ts'
import { counted, inWords } from './counting.ts'

/** One signal with everything that is needed to say it. */
export interface Telling {
  readonly signal: Signal
  readonly analysis: Analysis
  readonly wording: Wording
}

/** "above" and "upper" for the high side, "below" and "lower" for the low one. */
export const SIDE_WORDS = {
  high: { beyond: 'above', limit: 'upper', risen: 'risen', higher: 'higher', rising: 'rising' },
  low: { beyond: 'below', limit: 'lower', risen: 'fallen', higher: 'lower', rising: 'falling' },
} as const

export function sideWords({ signal }: Telling): (typeof SIDE_WORDS)['high' | 'low'] {
  return SIDE_WORDS[signal.side]
}

/** How many periods the pattern spans. */
export function span({ signal }: Telling): number {
  return signal.to - signal.from + 1
}

/** "The last eight months", or "The eight months to May 2026" when later ones have no value yet. */
export function lastOnes(telling: Telling): string {
  const { signal, analysis, wording } = telling
  return signal.to === analysis.values.length - 1
    ? `the last ${counted(span(telling), wording.noun)}`
    : `the ${counted(span(telling), wording.noun)} to ${wording.period(signal.to)}`
}

/** "the last eight months", or "eight of the last nine months" where points between them are passed over. */
export function countOfLast(telling: Telling, count: number): string {
  return count === span(telling) ? lastOnes(telling) : `${inWords(count)} of ${lastOnes(telling)}`
}

/** The values from the pattern's first point to its last, without empty periods. */
export function valuesWithin({ signal, analysis, wording }: Telling): string {
  return range(
    analysis.values.subarray(signal.from, signal.to + 1).filter((value) => !Number.isNaN(value)),
    wording,
  )
}

/** "November 2025 to June 2026", or the one period. */
export function periods({ signal, wording }: Telling): string {
  const first = wording.period(signal.from)
  return signal.from === signal.to ? first : `${first} to ${wording.period(signal.to)}`
}

/** "mean" or "median": what the chart's centre line is. */
export function centreName({ chart, centreName }: Analysis): string {
  return centreName ?? chartType(chart).centreName
}

/** "the mean of 25.0%". */
export function theCentre({ signal, analysis, wording }: Telling): string {
  return `the ${centreName(analysis)} of ${wording.value(analysis.centre[signal.to]!)}`
}

/** The limit on the signal's side at each of its flagged points. */
export function limitsPassed({ signal, analysis }: Telling): readonly number[] {
  const line = signal.side === 'high' ? analysis.upper : analysis.lower
  return signal.points.map((at) => line[at]!)
}

/** "25.2%", or "25.2% to 28.1%" from the least to the most. */
export function range(numbers: Iterable<number>, { value }: Wording): string {
  const all = [...numbers]
  const least = value(Math.min(...all))
  const most = value(Math.max(...all))
  return least === most ? least : `${least} to ${most}`
}

/** "the upper limit is 29.8%", "the upper limits are 29.1% to 30.4%". */
export function theLimits(telling: Telling): string {
  const limits = range(limitsPassed(telling), telling.wording)
  const name = `the ${sideWords(telling).limit} limit`
  return limits.includes(' to ') ? `${name}s are ${limits}` : `${name} is ${limits}`
}
