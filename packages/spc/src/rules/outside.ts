import { counted, inFigures } from '../words/counting.ts'
import {
  centreName,
  lastOnes,
  periods,
  range,
  sideWords,
  span,
  type Telling,
  theCentre,
  theLimits,
} from '../words/telling.ts'
import { type Judged, type Marks, type SignalRule, zoneBeyond } from './rule.ts'
import { stretches } from './stretches.ts'

/** Where the limits stand, in sigma. */
export const LIMITS = 3

/** A point strictly outside the limits; on a limit is inside. Neighbours on the same side are one pattern. */
export const outside: SignalRule = {
  id: 'outside',
  label: 'a point outside the limits',
  words: {
    title: (telling) => `${howMany(telling)} ${sideWords(telling).beyond} the ${sideWords(telling).limit} limit`,
    because: (telling) => `${periods(telling)}, ${valuesOf(telling)}; ${theLimits(telling)}`,
    now: (telling) => {
      const { beyond } = sideWords(telling)
      const subject =
        span(telling) === 1
          ? `${periods(telling)}, at ${valuesOf(telling)}, is ${beyond} what the process gives by chance`
          : `${lastOnes(telling)}, at ${valuesOf(telling)}, are all ${beyond} what the process gives by chance`
      return `${subject}: ${theLimits(telling)}`
    },
    short: (telling) => {
      const where = `${sideWords(telling).beyond} the ${sideWords(telling).limit} limit`
      return span(telling) === 1
        ? `${periods(telling)} ${where}`
        : `${inFigures(span(telling), telling.wording.noun)} ${where}`
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
  const line = `${sigmas} sigma`
  return {
    ...outside,
    label: `a point more than ${line} from the centre line`,
    lines: [sigmas],
    words: {
      title: (telling) =>
        `${howMany(telling)} more than ${line} ${sideWords(telling).beyond} the ${centreName(telling.analysis)}`,
      because: (telling) =>
        `${periods(telling)}, ${valuesOf(telling)}; more than ${line} ${sideWords(telling).beyond} ${theCentre(telling)}`,
      now: (telling) =>
        `${lastOnes(telling)}, at ${valuesOf(telling)}, more than ${line} ${sideWords(telling).beyond} ${theCentre(telling)}`,
      short: (telling) =>
        `${periods(telling)} more than ${line} ${sideWords(telling).beyond} the ${centreName(telling.analysis)}`,
    },
    mark: (judged, marks) => markBeyond(judged, marks, zoneBeyond(judged, sigmas)),
  }
}

function markBeyond({ zones, start, end }: Judged, { bits, high, low }: Marks, zone: number): void {
  for (let i = start; i < end; i++) {
    const here = zones[i]!
    if (here >= zone) bits[i] = bits[i]! | high
    else if (here <= -zone) bits[i] = bits[i]! | low
  }
}

function howMany(telling: Telling): string {
  return `${counted(span(telling), telling.wording.noun)}${span(telling) === 1 ? '' : ' in a row'}`
}

function valuesOf({ signal, analysis, wording }: Telling): string {
  return range(
    signal.points.map((at) => analysis.values[at]!),
    wording,
  )
}
