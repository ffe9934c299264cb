import {
  centreName,
  lastOnes,
  periods,
  periodsInFigures,
  periodsInWords,
  span,
  type Telling,
  theCentre,
  theLimits,
  valuesFlagged,
} from '../words/telling.ts'
import { type Judged, type Marks, type SignalRule, zoneBeyond } from './rule.ts'
import { stretches } from './stretches.ts'

/** Where the limits stand, in sigma. */
export const LIMITS = 3

/** A point strictly outside the limits; on a limit is inside. Neighbours on the same side are one pattern. */
export const outside: SignalRule = {
  id: 'outside',
  reach: 0,
  label: (say) => say.rules.outside.label(),
  words: {
    title: (telling) => telling.say.rules.outside.title({ periods: howMany(telling), side: telling.signal.side }),
    because: (telling) => telling.say.rules.outside.because({ periods: periods(telling), ...numbers(telling) }),
    now: (telling) => {
      const { side } = telling.signal
      return span(telling) === 1
        ? telling.say.rules.outside.nowOne({ period: periods(telling), side, ...numbers(telling) })
        : telling.say.rules.outside.now({ lastOnes: lastOnes(telling), side, ...numbers(telling) })
    },
    short: (telling) => {
      const count = span(telling)
      const which = count === 1 ? periods(telling) : periodsInFigures(telling, count)
      return telling.say.rules.outside.title({ periods: which, side: telling.signal.side })
    },
  },
  mark: (judged, marks) => markBeyond(judged, marks, zoneBeyond(judged, LIMITS)),
  find: (judged, marks) => stretches(judged, marks),
}

/**
 * A point beyond a line at another distance than the limits: the "1 Sigma" and "2 Sigma" of PowerBI-SPC. At 3 sigma it is
 * `outside`.
 */
export function beyond(sigmas: number): SignalRule {
  if (sigmas === LIMITS) return outside
  return {
    ...outside,
    label: (say) => say.rules.outside.labelAt({ sigmas: String(sigmas) }),
    lines: [sigmas],
    words: {
      title: (telling) => telling.say.rules.outside.titleAt({ periods: howMany(telling), ...line(telling, sigmas) }),
      because: (telling) =>
        telling.say.rules.outside.becauseAt({
          periods: periods(telling),
          values: valuesFlagged(telling),
          ...line(telling, sigmas),
        }),
      now: (telling) =>
        telling.say.rules.outside.nowAt({
          lastOnes: lastOnes(telling),
          values: valuesFlagged(telling),
          ...line(telling, sigmas),
        }),
      short: (telling) => telling.say.rules.outside.titleAt({ periods: periods(telling), ...line(telling, sigmas) }),
    },
    mark: (judged, marks) => markBeyond(judged, marks, zoneBeyond(judged, sigmas)),
  }
}

function markBeyond({ zones, farthest, start, end }: Judged, { bits, high, low }: Marks, zone: number): void {
  if (farthest < zone) return
  for (let i = start; i < end; i++) {
    const here = zones[i]!
    if (here >= zone) bits[i] = bits[i]! | high
    else if (here <= -zone) bits[i] = bits[i]! | low
  }
}

function howMany(telling: Telling): string {
  const count = periodsInWords(telling, span(telling))
  return span(telling) === 1 ? count : telling.say.pieces.inARow({ periods: count })
}

function numbers(telling: Telling) {
  return { values: valuesFlagged(telling), limits: theLimits(telling) }
}

function line(telling: Telling, sigmas: number) {
  const { side } = telling.signal
  return { sigmas: String(sigmas), side, centre: centreName(telling), theCentre: theCentre(telling) }
}
