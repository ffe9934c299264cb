import type { Signal } from '@golden-thread/spc'
import { centreWord, plural, type View, valueAt } from './view.ts'

/** Where there are more signals, each is named by its letter; the words stand in the list beneath the chart. */
export const MOST_SIGNALS_WITH_WORDS = 5

/** What a run's bracket says: "8 months above the mean". A rule that this file does not know is told by its length. */
export function runWords(view: View, signal: Signal): string {
  const { noun } = view.chart
  switch (signal.rule) {
    case 'shift':
    case 'unusualRun':
      return `${signal.points.length} ${plural(noun)} ${signal.side === 'high' ? 'above' : 'below'} the ${centreWord(view.chart)}`
    case 'trend':
      return `${lengthOf(view, signal)} ${plural(noun)} ${signal.side === 'high' ? 'rising' : 'falling'}`
    case 'outside':
      return `${signal.points.length} ${plural(noun)} ${signal.side === 'high' ? 'above' : 'below'} the limit`
    case 'twoInThree':
      return `2 of 3 near the ${signal.side === 'high' ? 'upper' : 'lower'} limit`
    default:
      return `${signal.points.length} ${plural(noun)}`
  }
}

/** What a single flagged point says: "Below the limit". */
export function pointWords(signal: Signal): string {
  const side = signal.side === 'high' ? 'Above' : 'Below'
  return signal.rule === 'outside' ? `${side} the limit` : `Marked ${signal.side}`
}

function lengthOf(view: View, { from, to }: Signal): number {
  let count = 0
  for (let index = from; index <= to; index++) if (valueAt(view, index) !== null) count++
  return count
}
