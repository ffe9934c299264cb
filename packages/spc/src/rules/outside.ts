import { counted, inFigures } from '../words/counting.ts'
import { lastOnes, periods, range, sideWords, span, type Telling, theLimits } from '../words/telling.ts'
import type { SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'
import { OUTSIDE } from './zones.ts'

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
  mark({ zones, start, end }, { bits, high, low }) {
    for (let i = start; i < end; i++) {
      if (zones[i] === OUTSIDE) bits[i] = bits[i]! | high
      else if (zones[i] === -OUTSIDE) bits[i] = bits[i]! | low
    }
  },
  find: (judged, marks) => stretches(judged, marks),
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
