import { counted, inFigures } from '../words/counting.ts'
import { lastOnes, periods, sideWords, span, type Telling } from '../words/telling.ts'
import type { Judged, Pattern, SignalRule } from './rule.ts'

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
      let moves = 0
      let marked = -1
      for (let i = start + 1; i < end; i++) {
        const rise = values[i]! - values[i - 1]!
        moves = rise > 0 ? Math.max(moves, 0) + 1 : rise < 0 ? Math.min(moves, 0) - 1 : 0
        const steps = Math.abs(moves)
        if (steps < length - 1) continue
        const first = steps === length - 1 ? i - steps : i
        const bit = moves > 0 ? high : low
        // The last point of an earlier trend meets the first of this one: its move out decides.
        if (first < i && marked >= first - 1 && marked >= start) {
          const out = values[marked + 1]! - values[marked]!
          bits[marked] = (bits[marked]! & ~(high | low)) | (out > 0 ? high : low)
        }
        for (let k = first; k <= i; k++) if (k !== marked) bits[k] = bits[k]! | bit
        marked = i
      }
    },
    find: (judged) => monotoneRuns(judged, length),
  }
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
