import { inWords, listed } from '../words/counting.ts'
import { sideWords, span, type Telling, theCentre, theLimits } from '../words/telling.ts'
import { above, below, side } from './onLine.ts'
import type { Judged, SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'

/**
 * Two of three points in a row between the warning lines (two thirds of the way) and the limits, all three strictly on the
 * same side of the centre line. Only the points beyond the warning line are flagged; a point outside the limits is not one
 * of them, but may be the third. A missing point breaks it.
 */
export const twoInThree: SignalRule = {
  id: 'twoInThree',
  label: 'two of three points in a row near the same limit, and all three on its side of the centre line',
  words: {
    title: (telling) => {
      const { signal, wording } = telling
      return `${inWords(signal.points.length)} of ${inWords(window(telling))} ${wording.noun}s near the ${sideWords(telling).limit} limit`
    },
    because: (telling) => {
      const { signal, analysis, wording } = telling
      const close = signal.points
        .map((at) => `${wording.period(at)}, ${wording.value(analysis.values[at]!)}`)
        .join('; ')
      return `${close}: more than two thirds of the way from ${theCentre(telling)} to the limit; ${theLimits(telling)}`
    },
    now: (telling) => {
      const { signal, analysis, wording } = telling
      const close = signal.points.map((at) => `${wording.period(at)} at ${wording.value(analysis.values[at]!)}`)
      return `${listed(close)} lie unusually near the ${sideWords(telling).limit} limit: ${theLimits(telling)}`
    },
    short: (telling) =>
      `${telling.signal.points.length} of ${window(telling)} ${telling.wording.noun}s near the ${sideWords(telling).limit} limit`,
  },
  mark(judged, { bits, high, low }) {
    const { values, centre, start, end } = judged
    for (let i = start + 2; i < end; i++) {
      const now = side(values[i]!, centre[i]!)
      if (now === 0 || side(values[i - 1]!, centre[i - 1]!) !== now || side(values[i - 2]!, centre[i - 2]!) !== now)
        continue
      const close = [near(judged, i - 2, now), near(judged, i - 1, now), near(judged, i, now)] as const
      if (Number(close[0]) + Number(close[1]) + Number(close[2]) < 2) continue
      const bit = now === 1 ? high : low
      for (let k = 0; k < 3; k++) if (close[k]) bits[i - 2 + k] = bits[i - 2 + k]! | bit
    }
  },
  find: (judged, marks) =>
    stretches(judged, marks, (at, which) => {
      const { start, end, values, centre } = judged
      if (at <= start || at >= end - 1 || side(values[at]!, centre[at]!) !== which) return false
      const bit = which === 1 ? marks.high : marks.low
      return (marks.bits[at - 1]! & bit) !== 0 && (marks.bits[at + 1]! & bit) !== 0
    }),
}

function near({ values, lower, upper, lowerWarning, upperWarning }: Judged, at: number, which: 1 | -1): boolean {
  const value = values[at]!
  return which === 1
    ? above(value, upperWarning[at]!) && !above(value, upper[at]!)
    : below(value, lowerWarning[at]!) && !below(value, lower[at]!)
}

/** The points that the rule looked at: three, or as many as the pattern spans. */
function window(telling: Telling): number {
  return Math.max(3, span(telling))
}
