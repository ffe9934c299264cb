import { counted, inFigures, inWords } from '../words/counting.ts'
import { centreName, lastOnes, periods, span, theCentre, valuesWithin } from '../words/telling.ts'
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
  const says = `within ${sigmas} sigma of`
  return sideless(
    {
      id: 'hugging',
      label: `${inWords(length)} or more points in a row ${says} the centre line`,
      lines: [sigmas],
      words: spreadWords(says, 'the limits are too wide for how little the process varies'),
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
  const says = `more than ${sigmas} sigma from`
  const isFar = (judged: Judged, at: number, side: 1 | -1) => side * judged.zones[at]! >= zoneBeyond(judged, sigmas)
  return sideless(
    {
      id: 'mixture',
      label: `${inWords(length)} or more points in a row ${says} the centre line, on both sides of it`,
      lines: [sigmas],
      words: spreadWords(says, 'they may be of two processes'),
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
      label: `${inWords(length)} or more points in a row going up and down in turn`,
      words: {
        title: (telling) => `${counted(span(telling), telling.wording.noun)} in a row going up and down in turn`,
        because: (telling) =>
          `${periods(telling)}, ${valuesWithin(telling)}, each lower and higher in turn than the one before`,
        now: (telling) => `${lastOnes(telling)} go up and down in turn: they may be of two processes`,
        short: (telling) => `${inFigures(span(telling), telling.wording.noun)} up and down in turn`,
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

function sideless(rule: Pick<SignalRule, 'id' | 'label' | 'lines' | 'words'>, pattern: PatternRule): SignalRule {
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

function hasLimits(judged: Judged, at: number): boolean {
  return !isMissing(judged, at) && !Number.isNaN(judged.upper[at]!)
}

function spreadWords(says: string, means: string): RuleWords {
  return {
    title: (telling) =>
      `${counted(span(telling), telling.wording.noun)} in a row ${says} the ${centreName(telling.analysis)}`,
    because: (telling) => `${periods(telling)}, ${valuesWithin(telling)}; all ${says} ${theCentre(telling)}`,
    now: (telling) => `${lastOnes(telling)} are all ${says} ${theCentre(telling)}: ${means}`,
    short: (telling) => `${inFigures(span(telling), telling.wording.noun)} ${says} the ${centreName(telling.analysis)}`,
  }
}
