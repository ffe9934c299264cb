import { inWords } from '../words/counting.ts'
import {
  centreName,
  countOfLast,
  periods,
  periodsInFigures,
  periodsInWords,
  span,
  type Telling,
  theCentre,
  valuesWithin,
} from '../words/telling.ts'
import { isMissing, membersOf } from './members.ts'
import type { PatternOptions } from './options.ts'
import { findPatterns, markPatterns, type PatternRule } from './patternRule.ts'
import type { Judged, Marks, SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'

export interface ShiftOptions extends PatternOptions {
  /**
   * A point exactly on the centre line.
   *
   * - `break`: ends the run: NHSRplotthedots, PowerBI-SPC, qcc.
   * - `skip`: neither counts nor breaks, and is not flagged: qicharts2, runcharter, and the run chart rules of the IHI.
   * - `count`: counts towards the run that it stands in, on whichever side; none of the tools that we compare with.
   */
  readonly onCentre?: 'break' | 'skip' | 'count'
}

/**
 * A run of `length` or more points on one side of the centre line. By default flagged from its first point, and broken by a
 * point on the line and by a missing one.
 */
export function shift(length: number, options: ShiftOptions = {}): SignalRule {
  const { onCentre = 'break', gaps = 'break', flagged = 'whole' } = options
  const isPlain = onCentre === 'break' && gaps === 'break' && flagged !== 'completing'
  const rule = runOf(length, { onCentre, gaps, flagged })
  // With `completing`, the first ones make the run up too, but are not flagged.
  const count = ({ signal }: Telling) => signal.points.length + (flagged === 'completing' ? length - 1 : 0)
  const inAll = (telling: Telling) => periodsInWords(telling, count(telling))
  return {
    id: 'shift',
    ...(onCentre !== 'skip' && gaps === 'break' ? { reach: length - 1 } : {}),
    label: (say) => say.rules.shift.label({ length: inWords(say, length), onCentre }),
    words: {
      title: (telling) => telling.say.rules.shift.title({ periods: inAll(telling), ...place(telling) }),
      because: (telling) => {
        const { signal, analysis, wording } = telling
        const centreValue = wording.value(analysis.centre[signal.to]!)
        const values = valuesWithin(telling)
        return telling.say.rules.shift.because({ periods: periods(telling), values, centreValue, ...place(telling) })
      },
      now: (telling) =>
        telling.say.rules.shift.now({
          lastOnes: countOfLast(telling, count(telling)),
          all: count(telling) === span(telling) ? 'yes' : 'no',
          theCentre: theCentre(telling),
          ...place(telling),
        }),
      short: (telling) =>
        telling.say.rules.shift.short({ periods: periodsInFigures(telling, count(telling)), ...place(telling) }),
    },
    mark: isPlain
      ? (judged, marks) => markRuns(length, judged, marks)
      : (judged, marks) => markPatterns(rule, judged, marks),
    find: isPlain ? stretches : (judged) => findPatterns(rule, judged),
  }
}

function place(telling: Telling) {
  return { side: telling.signal.side, centre: centreName(telling) }
}

/** Looks at a window's last point first: where it breaks, no window before the break can hold, and all of them are passed over. */
function markRuns(length: number, { zones, start, end }: Judged, { bits, high, low }: Marks): void {
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
}

function runOf(length: number, { onCentre, gaps, flagged }: Required<ShiftOptions>): PatternRule {
  const mayBeOn = onCentre === 'count'
  return {
    size: length,
    needed: length,
    flagged,
    shared: 'both',
    members: (judged) => membersOf(judged, gaps, (at) => onCentre === 'skip' && judged.zones[at] === 0),
    counts: (judged, members, place, side) => {
      const at = members[place]!
      const toSide = side * judged.zones[at]!
      return toSide > 0 || (mayBeOn && toSide === 0 && !isMissing(judged, at))
    },
    breaks: () => false,
    // Points that are all on the line are on neither side of it.
    holds: ({ zones }, members, from, to) => members.slice(from, to + 1).some((at) => zones[at] !== 0),
  }
}
