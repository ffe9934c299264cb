import { inWords, listed } from '../words/counting.ts'
import { centreName, periods, range, sideWords, span, type Telling, theCentre } from '../words/telling.ts'
import { isMissing, membersOf } from './members.ts'
import type { PatternOptions, Shared } from './options.ts'
import { LIMITS } from './outside.ts'
import { findPatterns, markPatterns, type PatternRule } from './patternRule.ts'
import { type Judged, type RuleWords, type SignalRule, zoneBeyond } from './rule.ts'

/** So many points of so many in a row. */
export interface SomeOf {
  readonly id: string
  readonly needed: number
  readonly of: number
  /** They lie beyond the line at so many sigma. */
  readonly sigmas: number
}

export interface SomeBeyondOptions extends PatternOptions {
  /**
   * Where the other points of the window may lie.
   *
   * - `anywhere`: Western Electric, Nelson.
   * - `sameSide`: strictly on the same side of the centre line: NHSRplotthedots.
   * - `notBeyondOpposite`: not beyond the line on the opposite side: PowerBI-SPC.
   */
  readonly others?: 'anywhere' | 'sameSide' | 'notBeyondOpposite'
  /**
   * A point outside the limits.
   *
   * - `counted`: it lies beyond the line as well: Western Electric, Nelson, PowerBI-SPC.
   * - `notCounted`: it may only be one of the others: NHSRplotthedots.
   */
  readonly outsideLimits?: 'counted' | 'notCounted'
  /**
   * At the start of a phase fewer points than the window has are enough, if as many count: PowerBI-SPC, where the first two
   * points alone can be "two in three". Default false: NHSRplotthedots, Western Electric, Nelson.
   */
  readonly isOpenAtStart?: boolean
  /** @see Shared; default `both`. Only where whole windows are flagged can two of them share a point. */
  readonly shared?: Shared
}

/** At least `needed` of `of` points in a row beyond the line at so many sigma, all on one side. By default flags those points. */
export function someBeyond(some: SomeOf, options: SomeBeyondOptions = {}): SignalRule {
  const { needed, of, sigmas } = some
  const rule = patternOf(some, options)
  return {
    id: some.id,
    label: `${inWords(needed)} of ${inWords(of)} points in a row more than ${sigmas} sigma from the centre line, on the same side`,
    lines: [sigmas],
    words: wordsOf(some, rule.flagged === 'counting'),
    mark: (judged, marks) => markPatterns(rule, judged, marks),
    find: (judged) => findPatterns(rule, judged),
  }
}

/** Where the flagged points are those that count, they are told one by one. */
function wordsOf({ needed, of, sigmas }: SomeOf, areCounting: boolean): RuleWords {
  const beyond = (telling: Telling) => `more than ${sigmas} sigma ${sideWords(telling).beyond}`
  const window = (telling: Telling) => Math.max(of, span(telling))
  const values = ({ signal, analysis, wording }: Telling) =>
    range(
      signal.points.map((at) => analysis.values[at]!),
      wording,
    )
  const tally = (telling: Telling, say: (count: number) => string | number) =>
    areCounting
      ? `${say(telling.signal.points.length)} of ${say(window(telling))}`
      : `${say(needed)} or more of ${say(of)}`
  return {
    title: (telling) =>
      `${tally(telling, inWords)} ${telling.wording.noun}s ${beyond(telling)} the ${centreName(telling.analysis)}`,
    because: (telling) => {
      const told = areCounting ? each(telling, ', ').join('; ') : `${periods(telling)}, ${values(telling)}`
      return `${told}: ${areCounting ? '' : `${tally(telling, inWords)} `}${beyond(telling)} ${theCentre(telling)}`
    },
    now: (telling) =>
      areCounting
        ? `${listed(each(telling, ' at '))} lie ${beyond(telling)} ${theCentre(telling)}`
        : `${tally(telling, inWords)} ${telling.wording.noun}s from ${periods(telling)} lie ${beyond(telling)} ${theCentre(telling)}`,
    short: (telling) =>
      `${tally(telling, String)} ${telling.wording.noun}s ${beyond(telling)} the ${centreName(telling.analysis)}`,
  }
}

/** "May 2026 at 41.2%", a flagged point each. */
function each({ signal, analysis, wording }: Telling, between: string): readonly string[] {
  return signal.points.map((at) => `${wording.period(at)}${between}${wording.value(analysis.values[at]!)}`)
}

function patternOf({ needed, of, sigmas }: SomeOf, options: SomeBeyondOptions): PatternRule {
  const { others = 'anywhere', outsideLimits = 'counted', gaps = 'break', flagged = 'counting' } = options
  return {
    size: of,
    needed,
    isOpenAtStart: options.isOpenAtStart ?? false,
    flagged,
    shared: options.shared ?? 'both',
    members: (judged) => membersOf(judged, gaps),
    counts: (judged, members, place, side) => {
      const out = side * judged.zones[members[place]!]!
      if (out < zoneBeyond(judged, sigmas)) return false
      return outsideLimits === 'counted' || out < zoneBeyond(judged, LIMITS)
    },
    breaks: (judged, members, place, side) => breaks(judged, members[place]!, side, sigmas, others),
  }
}

function breaks(
  judged: Judged,
  at: number,
  side: 1 | -1,
  sigmas: number,
  others: NonNullable<SomeBeyondOptions['others']>,
): boolean {
  if (isMissing(judged, at)) return true
  const out = side * judged.zones[at]!
  if (others === 'sameSide') return out <= 0
  return others === 'notBeyondOpposite' && -out >= zoneBeyond(judged, sigmas)
}
