import { counted, inFigures } from '../words/counting.ts'
import { centreName, lastOnes, periods, range, sideWords, span, theCentre } from '../words/telling.ts'
import type { SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'

/**
 * A run of `length` or more points strictly on one side of the centre line, flagged from its first point.
 * A point on the line, or a missing one, breaks the run.
 */
export function shift(length: number, words: string): SignalRule {
  return {
    id: 'shift',
    label: `${words} or more points in a row on one side of the centre line`,
    words: {
      title: (telling) => {
        const { analysis, wording } = telling
        return `${counted(span(telling), wording.noun)} in a row ${sideWords(telling).beyond} the ${centreName(analysis)}`
      },
      because: (telling) => {
        const { signal, analysis, wording } = telling
        const values = range(analysis.values.subarray(signal.from, signal.to + 1), wording)
        return `${periods(telling)}, ${values}; the ${centreName(analysis)} is ${wording.value(analysis.centre[signal.to]!)}`
      },
      now: (telling) =>
        `${lastOnes(telling)} are all ${sideWords(telling).beyond} ${theCentre(telling)}: the process has changed`,
      short: (telling) => {
        const { analysis, wording } = telling
        return `${inFigures(span(telling), wording.noun)} ${sideWords(telling).beyond} the ${centreName(analysis)}`
      },
    },
    mark({ zones, start, end }, { bits, high, low }) {
      // Look at a window's last point first: where it breaks, no window before the break can hold, and all of them are skipped.
      let last = start + length - 1
      while (last < end) {
        const side = Math.sign(zones[last]!)
        let first = last
        while (first > last - length + 1 && Math.sign(zones[first - 1]!) === side) first--
        if (side === 0 || first > last - length + 1) {
          last = side === 0 ? last + length : first + length - 1
          continue
        }
        while (last + 1 < end && Math.sign(zones[last + 1]!) === side) last++
        for (let k = first; k <= last; k++) bits[k] = bits[k]! | (side === 1 ? high : low)
        last += length
      }
    },
    find: (judged, marks) => stretches(judged, marks),
  }
}
