import type { Messages } from '../messages/index.ts'
import { inWords, listed, nouns } from '../words/counting.ts'
import { centreName, eachFlagged, periods, span, type Telling, theCentre, valuesFlagged } from '../words/telling.ts'
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
    label: (say) =>
      say.rules.someBeyond.label({ needed: inWords(say, needed), of: inWords(say, of), sigmas: String(sigmas) }),
    lines: [sigmas],
    ...(options.gaps === 'skip' || options.isOpenAtStart ? {} : { reach: of - 1 }),
    words: wordsOf(some, rule.flagged === 'counting'),
    mark: (judged, marks) => markPatterns(rule, judged, marks),
    find: (judged) => findPatterns(rule, judged),
  }
}

/** Where the flagged points are those that count, they are told one by one. */
function wordsOf({ needed, of, sigmas }: SomeOf, areCounting: boolean): RuleWords {
  const where = (telling: Telling) => ({
    ...{ sigmas: String(sigmas), side: telling.signal.side },
    ...{ centre: centreName(telling), theCentre: theCentre(telling) },
  })
  const window = (telling: Telling) => Math.max(of, span(telling))
  const tally = (telling: Telling, written: (say: Messages, count: number) => string) => {
    const { say, signal } = telling
    return areCounting
      ? say.counting.of({ some: written(say, signal.points.length), all: written(say, window(telling)) })
      : say.rules.someBeyond.tally({ needed: written(say, needed), of: written(say, of) })
  }
  const noun = ({ say, wording }: Telling) => nouns(say, of, wording.noun)
  const title = (telling: Telling, written: (say: Messages, count: number) => string) => {
    const some = tally(telling, written)
    return telling.say.rules.someBeyond.title({ some, periods: noun(telling), ...where(telling) })
  }
  return {
    title: (telling) => title(telling, inWords),
    because: (telling) => {
      const { someBeyond } = telling.say.rules
      if (areCounting) return someBeyond.because({ points: eachFlagged(telling).join('; '), ...where(telling) })
      const which = { periods: periods(telling), values: valuesFlagged(telling), some: tally(telling, inWords) }
      return someBeyond.becauseSome({ ...which, ...where(telling) })
    },
    now: (telling) => {
      const { someBeyond } = telling.say.rules
      if (areCounting) {
        const points = listed(telling.say, eachFlagged(telling, 'pointAt'))
        return someBeyond.now({ points, ...where(telling) })
      }
      const which = { some: tally(telling, inWords), noun: noun(telling), periods: periods(telling) }
      return someBeyond.nowSome({ ...which, ...where(telling) })
    },
    short: (telling) => title(telling, (_, count) => String(count)),
  }
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
