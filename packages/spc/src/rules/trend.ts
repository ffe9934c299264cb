import { inWords } from '../words/counting.ts'
import { countOfLast, periods, periodsInFigures, periodsInWords, type Telling } from '../words/telling.ts'
import { membersOf, moveInto } from './members.ts'
import type { PatternOptions, Shared } from './options.ts'
import { findPatterns, markPatterns, type PatternRule } from './patternRule.ts'
import type { Judged, Marks, Pattern, SignalRule } from './rule.ts'

export interface TrendOptions extends PatternOptions {
  /**
   * Equal neighbours.
   *
   * - `break`: end the trend: NHSRplotthedots, PowerBI-SPC.
   * - `skip`: of equal points in a row the first counts and the others are passed over, so they neither add to the trend nor
   *   end it: NHS guidance in words, and the run chart rules of the IHI.
   */
  readonly ties?: 'break' | 'skip'
  /**
   * The point at which one trend ends and the other begins.
   *
   * - `wayOut`: it belongs to the move out of it, and so does the last point of a trend that another follows at once; a move
   *   that is neither up nor down counts as down: NHSRplotthedots.
   * - `later`: where two trends share a point, the later one has it: PowerBI-SPC.
   * - `both`: it belongs to both.
   */
  readonly turningPoint?: 'wayOut' | Shared
  /**
   * Look for trends across the borders of phases: a trend needs no limits. No tool that we compare with does; all of them
   * begin again with each phase. Default false.
   */
  readonly acrossPhases?: boolean
}

/**
 * `length` or more points in a row, each strictly higher (or each strictly lower) than the one before. By default flagged
 * from the first, and broken by an equal pair and by a missing value.
 */
export function trend(length: number, options: TrendOptions = {}): SignalRule {
  const { ties = 'break', turningPoint = 'wayOut', gaps = 'break', flagged = 'whole', acrossPhases = false } = options
  const isPlain = ties === 'break' && gaps === 'break' && flagged !== 'completing' && turningPoint === 'wayOut'
  const rule = movesOf(length, ties, turningPoint === 'wayOut' ? 'both' : turningPoint, { gaps, flagged })
  const count = ({ signal }: Telling) => signal.points.length + (flagged === 'completing' ? length - 1 : 0)
  const inAll = (telling: Telling) => periodsInWords(telling, count(telling))
  return {
    id: 'trend',
    acrossPhases,
    ...reachOf(length, ties === 'break' && gaps === 'break', isPlain, turningPoint),
    label: (say) => say.rules.trend.label({ length: inWords(say, length), ties }),
    words: {
      title: (telling) => telling.say.rules.trend.title({ periods: inAll(telling), side: telling.signal.side }),
      because: (telling) => telling.say.rules.trend.because({ periods: periods(telling), ...fromTo(telling) }),
      now: (telling) =>
        telling.say.rules.trend.now({ lastOnes: countOfLast(telling, count(telling)), ...fromTo(telling) }),
      short: (telling) => {
        const which = periodsInFigures(telling, count(telling))
        return telling.say.rules.trend.short({ periods: which, side: telling.signal.side })
      },
    },
    mark: (judged, marks) => {
      if (isPlain) return markTrends(length, judged, marks)
      markPatterns(rule, judged, marks)
      if (turningPoint === 'wayOut') turnAll(rule.members(judged), judged, marks)
    },
    find: (judged) => (isPlain ? monotoneRuns(judged, length) : findPatterns(rule, judged)),
  }
}

/** Where the way out of a turning point counts, the trend before it must be seen too. */
function reachOf(
  length: number,
  isOfNeighbours: boolean,
  isPlain: boolean,
  turningPoint: TrendOptions['turningPoint'],
): Pick<SignalRule, 'reach'> {
  if (!isOfNeighbours) return {}
  if (turningPoint !== 'wayOut') return { reach: length - 1 }
  return isPlain ? { reach: 2 * length } : {}
}

/** As in a shift, from a window's last move backwards, so that most windows are never looked at. */
function markTrends(length: number, { values, start, end }: Judged, { bits, high, low }: Marks): void {
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

/** As `turn`, for points that may have others between them that are passed over. */
function turnAll(members: readonly number[], judged: Judged, { bits, high, low }: Marks): void {
  for (const [place, at] of members.entries()) {
    const next = members[place + 1]
    if (next === undefined || (bits[at]! & (high | low)) === 0 || (bits[next]! & (high | low)) === 0) continue
    bits[at] = (bits[at]! & ~(high | low)) | (moveInto(judged, members, place + 1) === 1 ? high : low)
  }
}

function movesOf(
  length: number,
  ties: NonNullable<TrendOptions['ties']>,
  shared: Shared,
  { gaps, flagged }: Required<PatternOptions>,
): PatternRule {
  return {
    size: length - 1,
    needed: length - 1,
    lead: 1,
    flagged,
    shared,
    members: (judged) =>
      membersOf(judged, gaps, (at, before) => ties === 'skip' && judged.values[at] === judged.values[before]),
    counts: (judged, members, place, side) => moveInto(judged, members, place) === side,
    breaks: () => false,
  }
}

function fromTo({ signal, analysis, wording }: Telling) {
  const [from, to] = [wording.value(analysis.values[signal.from]!), wording.value(analysis.values[signal.to]!)]
  return { from, to, side: signal.side }
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
