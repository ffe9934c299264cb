import type { Analysis, Signal, Wording } from '../analysis.ts'
import { chartType } from '../charts/index.ts'
import type { Messages } from '../messages/index.ts'
import { counted, inFigures, inWords } from './counting.ts'

/** One signal with everything that is needed to say it. */
export interface Telling {
  readonly signal: Signal
  readonly analysis: Analysis
  readonly wording: Wording
  readonly say: Messages
}

/** How many periods the pattern spans. */
export function span({ signal }: Telling): number {
  return signal.to - signal.from + 1
}

/** "eight months" */
export function periodsInWords({ say, wording }: Telling, count: number): string {
  return counted(say, count, wording.noun)
}

/** "8 months" */
export function periodsInFigures({ say, wording }: Telling, count: number): string {
  return inFigures(say, count, wording.noun)
}

/** "The last eight months", or "The eight months to May 2026" when later ones have no value yet. */
export function lastOnes(telling: Telling): string {
  const { signal, analysis, wording, say } = telling
  const ones = periodsInWords(telling, span(telling))
  return signal.to === analysis.values.length - 1
    ? say.pieces.lastOnes({ periods: ones })
    : say.pieces.lastOnesTo({ periods: ones, to: wording.period(signal.to) })
}

/** "the last eight months", or "eight of the last nine months" where points between them are passed over. */
export function countOfLast(telling: Telling, count: number): string {
  const { say } = telling
  return count === span(telling)
    ? lastOnes(telling)
    : say.counting.of({ some: inWords(say, count), all: lastOnes(telling) })
}

/** The values from the pattern's first point to its last, without empty periods. */
export function valuesWithin(telling: Telling): string {
  const { signal, analysis } = telling
  const values = analysis.values.subarray(signal.from, signal.to + 1).filter((value) => !Number.isNaN(value))
  return stated(telling, values.length, range(telling, values))
}

/** The values of the points that are flagged. */
export function valuesFlagged(telling: Telling): string {
  const { signal, analysis } = telling
  return stated(
    telling,
    signal.points.length,
    range(
      telling,
      signal.points.map((at) => analysis.values[at]!),
    ),
  )
}

/** "27.3%", or what it is where that is not simply a value: "a weighted average of 27.3%". */
export function stated({ analysis, say }: Pick<Telling, 'analysis' | 'say'>, count: number, values: string): string {
  return say.pieces.stated({ kind: chartType(analysis.chart).points ?? 'values', count, values })
}

/** Each flagged point with its value: "May 2026, 41.2%", or for a sentence "May 2026 at 41.2%". */
export function eachFlagged(telling: Telling, as: 'point' | 'pointAt' = 'point'): readonly string[] {
  const { signal, analysis, wording, say } = telling
  return signal.points.map((at) =>
    say.pieces[as]({
      period: wording.period(at),
      value: stated(telling, 1, wording.value(analysis.values[at]!)),
    }),
  )
}

/** "November 2025 to June 2026", or the one period. */
export function periods({ signal, wording, say }: Telling): string {
  const from = wording.period(signal.from)
  return signal.from === signal.to ? from : say.pieces.range({ from, to: wording.period(signal.to) })
}

/** "mean" or "median": what the chart's centre line is. */
export function centreName({ analysis, say }: Pick<Telling, 'analysis' | 'say'>): string {
  const name = analysis.centreName ?? chartType(analysis.chart).centreName
  return say.pieces.centre({ name: name === 'zero line' ? 'zeroLine' : name })
}

/** "the mean of 25.0%". */
export function theCentre(telling: Telling): string {
  const { signal, analysis, wording, say } = telling
  return say.pieces.theCentre({ centre: centreName(telling), value: wording.value(analysis.centre[signal.to]!) })
}

/** The limit on the signal's side at each of its flagged points. */
export function limitsPassed({ signal, analysis }: Pick<Telling, 'signal' | 'analysis'>): readonly number[] {
  const line = signal.side === 'high' ? analysis.upper : analysis.lower
  return signal.points.map((at) => line[at]!)
}

/** "25.2%", or "25.2% to 28.1%" from the least to the most. */
export function range(telling: Telling, numbers: Iterable<number>): string {
  return ends(telling, numbers).words
}

/** "the upper limit is 29.8%", "the upper limits are 29.1% to 30.4%". */
export function theLimits(telling: Telling): string {
  const { words, areMany } = ends(telling, limitsPassed(telling))
  return telling.say.pieces.theLimits({ side: telling.signal.side, number: areMany ? 2 : 1, limits: words })
}

function ends({ say, wording }: Telling, numbers: Iterable<number>) {
  const all = [...numbers]
  const [from, to] = [wording.value(Math.min(...all)), wording.value(Math.max(...all))]
  return from === to ? { words: from, areMany: false } : { words: say.pieces.range({ from, to }), areMany: true }
}
