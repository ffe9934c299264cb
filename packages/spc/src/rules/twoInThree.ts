import { inWords, listed, nouns } from '../words/counting.ts'
import { eachFlagged, limitsPassed, range, span, type Telling, theCentre, theLimits } from '../words/telling.ts'
import { LIMITS } from './outside.ts'
import { type SignalRule, zoneBeyond } from './rule.ts'
import { stretches } from './stretches.ts'

/** Where the warning lines stand, in sigma. */
const WARNING = 2

/**
 * Two of three points in a row between the warning lines (two thirds of the way) and the limits, all three strictly on the
 * same side of the centre line. Only the points beyond the warning line are flagged; a point outside the limits is not one
 * of them, but may be the third. A missing point breaks it.
 */
export const twoInThree: SignalRule = {
  id: 'twoInThree',
  reach: 2,
  label: (say) => say.rules.twoInThree.label(),
  words: {
    title: (telling) => title(telling, (count) => inWords(telling.say, count)),
    because: (telling) =>
      telling.say.rules.twoInThree.because({
        points: eachFlagged(telling).join('; '),
        theCentre: theCentre(telling),
        limits: theLimits(telling),
      }),
    now: (telling) =>
      telling.say.rules.twoInThree.now({
        points: listed(telling.say, eachFlagged(telling, 'pointAt')),
        side: telling.signal.side,
        limits: range(telling, limitsPassed(telling)),
      }),
    short: (telling) => title(telling, String),
  },
  mark(judged, { bits, high, low }) {
    const { zones, start, end } = judged
    const near = zoneBeyond(judged, WARNING)
    const outside = zoneBeyond(judged, LIMITS)
    if (judged.farthest < near) return
    for (let i = start; i < end - 1; i++) {
      const zone = zones[i]!
      if ((zone < near && zone > -near) || zone >= outside || zone <= -outside) continue
      const bit = zone > 0 ? high : low
      const before = i > start && sameSide(zone, zones[i - 1]!)
      const after = i + 2 < end && sameSide(zone, zones[i + 2]!)
      if ((before || after) && isNear(zones[i + 1]!, zone, near, outside)) flagPair(bits, i, i + 1, bit)
      if (after && isNear(zones[i + 2]!, zone, near, outside) && sameSide(zone, zones[i + 1]!)) {
        flagPair(bits, i, i + 2, bit)
      }
    }
  },
  // Two patterns that share a third point between them are one.
  find: (judged, marks) =>
    stretches(judged, marks, (at, side) => {
      const bit = side === 1 ? marks.high : marks.low
      const between = (marks.bits[at - 1]! & marks.bits[at + 1]! & bit) !== 0
      return at > judged.start && at < judged.end - 1 && between && Math.sign(judged.zones[at]!) === side
    }),
}

/** Between warning line and limit, on the side of `other`. */
function isNear(zone: number, other: number, near: number, outside: number): boolean {
  const out = other > 0 ? zone : -zone
  return out >= near && out < outside
}

function sameSide(one: number, other: number): boolean {
  return one > 0 ? other > 0 : other < 0
}

function flagPair(bits: Uint32Array, one: number, other: number, bit: number): void {
  bits[one] = bits[one]! | bit
  bits[other] = bits[other]! | bit
}

function title(telling: Telling, written: (count: number) => string): string {
  const { say, signal, wording } = telling
  const window = windowOf(telling)
  const some = say.counting.of({ some: written(signal.points.length), all: written(window) })
  return say.rules.twoInThree.title({ some, periods: nouns(say, window, wording.noun), side: signal.side })
}

/** The points that the rule looked at: three, or as many as the pattern spans. */
function windowOf(telling: Telling): number {
  return Math.max(3, span(telling))
}
