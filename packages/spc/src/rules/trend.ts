import { counted, inFigures } from '../words/counting.ts'
import { lastOnes, periods, sideWords, span, type Telling } from '../words/telling.ts'
import type { Judged, Marks, Pattern, SignalRule } from './rule.ts'

/**
 * `length` or more points in a row, each strictly higher (or each strictly lower) than the one before, flagged from the
 * first. An equal pair or a missing value breaks the trend.
 *
 * Where two trends meet, a point is flagged by the move out of it, not by the move into it, and a move that is neither up
 * nor down counts as down: so the NHS package has it, and its verdicts hang on it.
 */
export function trend(length: number, words: string): SignalRule {
  return {
    id: 'trend',
    label: `${words} or more points in a row, each higher (or each lower) than the one before`,
    words: {
      title: (telling) =>
        `${counted(span(telling), telling.wording.noun)} ${sideWords(telling).rising} one after another`,
      because: (telling) =>
        `${periods(telling)}, ${fromTo(telling)}, each ${sideWords(telling).higher} than the one before`,
      now: (telling) =>
        `${lastOnes(telling)} have ${sideWords(telling).risen} one after another, ${fromTo(telling)}: the process is changing`,
      short: (telling) => `${inFigures(span(telling), telling.wording.noun)} ${sideWords(telling).rising}`,
    },
    mark({ values, start, end }, { bits, high, low }) {
      // As in a shift, from a window's last move backwards, so that most windows are never looked at.
      let marked = -1
      let last = start + length - 1
      while (last < end) {
        const side = move(values, last)
        let first = last - 1
        while (first > last - length + 1 && move(values, first) === side) first--
        if (side === 0 || first > last - length + 1) {
          last = side === 0 ? last + length - 1 : first + length - 1
          continue
        }
        while (last + 1 < end && move(values, last + 1) === side) last++
        for (let k = first; k <= last; k++) if (k !== marked) bits[k] = bits[k]! | (side === 1 ? high : low)
        if (marked === first || (marked >= start && marked === first - 1)) turn(values, marked, { bits, high, low })
        marked = last
        last += length - 1
      }
    },
    find: (judged) => monotoneRuns(judged, length),
  }
}

/** The move into a point: 1 up, −1 down, 0 neither or unknown. */
function move(values: Float64Array, at: number): -1 | 0 | 1 {
  const rise = values[at]! - values[at - 1]!
  return rise > 0 ? 1 : rise < 0 ? -1 : 0
}

/** The last point of one trend, met by the first of the next: the move out of it decides. */
function turn(values: Float64Array, at: number, { bits, high, low }: Marks): void {
  bits[at] = (bits[at]! & ~(high | low)) | (move(values, at + 1) === 1 ? high : low)
}

function fromTo({ signal, analysis, wording }: Telling): string {
  return `from ${wording.value(analysis.values[signal.from]!)} to ${wording.value(analysis.values[signal.to]!)}`
}

/** Each run with its first and last point whole, also where two of them share a turning point. */
function monotoneRuns({ values, start, end }: Judged, length: number): readonly Pattern[] {
  const found: Pattern[] = []
  let from = start
  let running = 0
  for (let i = start + 1; i <= end; i++) {
    const rise = i < end ? values[i]! - values[i - 1]! : Number.NaN
    const now = rise > 0 ? 1 : rise < 0 ? -1 : 0
    if (now === running) continue
    if (running !== 0 && i - from >= length) {
      const points = Array.from({ length: i - from }, (_, k) => from + k)
      found.push({ side: running > 0 ? 'high' : 'low', from, to: i - 1, points })
    }
    running = now
    from = i - 1
  }
  return found
}
