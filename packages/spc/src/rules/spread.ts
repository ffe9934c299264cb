import { inWords } from '../words/counting.ts'
import {
  centreName,
  lastOnes,
  periods,
  periodsInFigures,
  periodsInWords,
  span,
  type Telling,
  theCentre,
  valuesWithin,
} from '../words/telling.ts'
import { isMissing, membersOf, moveInto } from './members.ts'
import type { PatternOptions } from './options.ts'
import { findPatterns, markPatterns, type PatternRule } from './patternRule.ts'
import { type Judged, type RuleWords, type SignalRule, zoneBeyond } from './rule.ts'

/** Rules that find a spread that is not the process's own. None of the tools that we compare with has them; Minitab and JMP do. */

/**
 * `length` or more points in a row within `sigmas` of the centre line, on whichever side of it; on the line at so many sigma
 * is within. Limits that are too wide for the process: often groups of unlike things in each point, or an old baseline.
 */
export function hugging(length: number, sigmas: number, options: PatternOptions = {}): SignalRule {
  return sideless(
    {
      id: 'hugging',
      ...reachOf(length, options),
      label: (say) => say.rules.hugging.label({ length: inWords(say, length), sigmas: String(sigmas) }),
      lines: [sigmas],
      words: spreadWords('hugging', sigmas),
    },
    {
      ...everyOf(length, options),
      counts: (judged, members, place) => {
        const at = members[place]!
        return hasLimits(judged, at) && Math.abs(judged.zones[at]!) < zoneBeyond(judged, sigmas)
      },
    },
  )
}

/**
 * `length` or more points in a row none of which lies within `sigmas` of the centre line, some above it and some below. Two
 * processes mixed in one series.
 */
export function mixture(length: number, sigmas: number, options: PatternOptions = {}): SignalRule {
  const isFar = (judged: Judged, at: number, side: 1 | -1) => side * judged.zones[at]! >= zoneBeyond(judged, sigmas)
  return sideless(
    {
      id: 'mixture',
      ...reachOf(length, options),
      label: (say) => say.rules.mixture.label({ length: inWords(say, length), sigmas: String(sigmas) }),
      lines: [sigmas],
      words: spreadWords('mixture', sigmas),
    },
    {
      ...everyOf(length, options),
      counts: (judged, members, place) => isFar(judged, members[place]!, 1) || isFar(judged, members[place]!, -1),
      holds: (judged, members, from, to) => {
        const window = members.slice(from, to + 1)
        return window.some((at) => isFar(judged, at, 1)) && window.some((at) => isFar(judged, at, -1))
      },
    },
  )
}

export interface AlternatingOptions extends PatternOptions {
  /** Equal neighbours end it (default), or of equal points in a row the first counts and the others are passed over. @see TrendOptions.ties */
  readonly ties?: 'break' | 'skip'
}

/** `length` or more points in a row that go up and down in turn. Something that takes turns, such as two shifts or two clinics. */
export function alternating(length: number, options: AlternatingOptions = {}): SignalRule {
  const { ties = 'break', gaps = 'break' } = options
  return sideless(
    {
      id: 'alternating',
      ...reachOf(length, options),
      label: (say) => say.rules.alternating.label({ length: inWords(say, length) }),
      words: {
        title: (telling) => telling.say.rules.alternating.title({ periods: periodsInWords(telling, span(telling)) }),
        because: (telling) =>
          telling.say.rules.alternating.because({ periods: periods(telling), values: valuesWithin(telling) }),
        now: (telling) => telling.say.rules.alternating.now({ lastOnes: lastOnes(telling) }),
        short: (telling) => telling.say.rules.alternating.short({ periods: periodsInFigures(telling, span(telling)) }),
      },
    },
    {
      ...everyOf(length - 2, options),
      lead: 2,
      members: (judged) =>
        membersOf(judged, gaps, (at, before) => ties === 'skip' && judged.values[at] === judged.values[before]),
      // A point counts that turns back: the first two of the pattern cannot.
      counts: (judged, members, place) =>
        moveInto(judged, members, place) * moveInto(judged, members, place - 1) === -1,
    },
  )
}

function sideless(
  rule: Pick<SignalRule, 'id' | 'label' | 'lines' | 'reach' | 'words'>,
  pattern: PatternRule,
): SignalRule {
  return {
    ...rule,
    isSideless: true,
    mark: (judged, marks) => markPatterns(pattern, judged, marks),
    find: (judged) => findPatterns(pattern, judged),
  }
}

function everyOf(size: number, { gaps = 'break', flagged = 'whole' }: PatternOptions): Omit<PatternRule, 'counts'> {
  return {
    size,
    needed: size,
    isSideless: true,
    flagged,
    shared: 'both',
    members: (judged) => membersOf(judged, gaps),
    breaks: () => false,
  }
}

function reachOf(length: number, { gaps, ties }: AlternatingOptions): Pick<SignalRule, 'reach'> {
  return gaps === 'skip' || ties === 'skip' ? {} : { reach: length - 1 }
}

function hasLimits(judged: Judged, at: number): boolean {
  return !isMissing(judged, at) && !Number.isNaN(judged.upper[at]!)
}

function spreadWords(rule: 'hugging' | 'mixture', sigmas: number): RuleWords {
  const line = (telling: Telling) => {
    return { sigmas: String(sigmas), centre: centreName(telling), theCentre: theCentre(telling) }
  }
  return {
    title: (telling) =>
      telling.say.rules[rule].title({ periods: periodsInWords(telling, span(telling)), ...line(telling) }),
    because: (telling) =>
      telling.say.rules[rule].because({
        periods: periods(telling),
        values: valuesWithin(telling),
        ...line(telling),
      }),
    now: (telling) => telling.say.rules[rule].now({ lastOnes: lastOnes(telling), ...line(telling) }),
    short: (telling) =>
      telling.say.rules[rule].short({ periods: periodsInFigures(telling, span(telling)), ...line(telling) }),
  }
}
