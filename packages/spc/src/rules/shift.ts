import { counted, inFigures } from '../words/counting.ts'
import { centreName, lastOnes, periods, range, sideWords, span, theCentre } from '../words/telling.ts'
import { side } from './onLine.ts'
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
    mark({ values, centre, start, end }, { bits, high, low }) {
      let running: -1 | 0 | 1 = 0
      let first = start
      for (let i = start; i < end; i++) {
        const now = side(values[i]!, centre[i]!)
        if (now !== running) {
          running = now
          first = i
        }
        if (now === 0 || i - first < length - 1) continue
        const bit = now === 1 ? high : low
        for (let k = i - first === length - 1 ? first : i; k <= i; k++) bits[k] = bits[k]! | bit
      }
    },
    find: (judged, marks) => stretches(judged, marks),
  }
}
