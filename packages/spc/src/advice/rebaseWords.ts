import type { Wording } from '../analysis.ts'
import { messagesOf } from '../messages/index.ts'
import { capitalised, counted, inWords, nouns, percent } from '../words/counting.ts'
import { endsOf, reachOf } from '../words/reach.ts'
import { centreName } from '../words/telling.ts'
import { plain } from './checks/check.ts'
import type { LinesThere, Objection, RebaseSuggestion } from './rebase.ts'
import { FALSE_SUGGESTIONS } from './rebase.ts'
import { STANDARD_ERRORS_APART } from './steps.ts'

/** A suggested rebase in plain words. */
export interface RebaseWords {
  /** "Since April 2026 figures lie higher than before." */
  readonly headline: string
  /** What speaks for new limits, a sentence each. */
  readonly evidence: readonly string[]
  /** What speaks against them, a sentence each. */
  readonly against: readonly string[]
  /** Which means the same as "3.7 standard errors": how often a steady series is told this. */
  readonly chance: string
}

/** Widths that differ by fewer hundredths are about the same. */
const SAME_WIDTH = 5

/** Every value in it is written by the caller's `wording`. What would be said then belongs to `reading` of both analyses. */
export function rebaseWords(suggestion: RebaseSuggestion, wording: Wording): RebaseWords {
  const { start, side } = suggestion
  const { headline, chance } = messagesOf(wording).advice.rebase
  return {
    headline: headline({ period: wording.period(start), side }),
    evidence: [...levels(suggestion, wording), ...limits(suggestion, wording)],
    against: suggestion.against.map((objection) => objectionWords(objection, wording)),
    chance: chance({ count: Math.round(FALSE_SUGGESTIONS * 100) }),
  }
}

function levels(suggestion: RebaseSuggestion, wording: Wording): readonly string[] {
  const { side, points, run, sigmas, standardErrors, before, after, analysis } = suggestion
  const { value, noun } = wording
  const say = messagesOf(wording)
  const { rebase } = say.advice
  return [
    rebase.centres({
      ...{ periods: capitalised(counted(say, points, noun)), count: points, value: value(after.centre) },
      ...{ earlier: counted(say, before.points, noun), was: value(before.centre) },
      centre: centreName({ analysis, say }),
    }),
    rebase.run({ run: inWords(say, run), side }),
    rebase.apart({ sigmas: plain(sigmas), errors: plain(standardErrors), asked: plain(STANDARD_ERRORS_APART) }),
  ]
}

function limits({ now, after, width, analysis }: RebaseSuggestion, wording: Wording): readonly string[] {
  const say = messagesOf(wording)
  const { rebase } = say.advice
  const reach = reachOf(analysis, wording)
  const within = ({ lower, upper }: LinesThere) =>
    lower === null || upper === null ? null : rebase.within(endsOf(lower, upper, reach, wording))
  const [anew, present] = [within(after), within(now)]
  if (anew === null || present === null || width === null) return []
  const change = Math.abs(1 - width)
  const words =
    Math.round(change * 100) < SAME_WIDTH
      ? rebase.asWide()
      : rebase.changed({ share: percent(say, change), width: width < 1 ? 'narrower' : 'wider' })
  return [rebase.limits({ anew, now: present, width: words })]
}

function objectionWords(objection: Objection, wording: Wording): string {
  const say = messagesOf(wording)
  const { against } = say.advice.rebase
  switch (objection.id) {
    case 'fewPoints': {
      const { points, needed } = objection
      return against.fewPoints({ points, needed, noun: nouns(say, needed, wording.noun) })
    }
    case 'unknownCause':
      return against.unknownCause()
    case 'drift':
      return against.drift()
    case 'wider':
      return against.wider({ share: percent(say, objection.width) })
    case 'following':
      return against.following({ noun: nouns(say, 1, wording.noun) })
  }
}
