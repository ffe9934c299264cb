import type { Wording } from '../analysis.ts'
import { english } from '../messages/index.ts'
import { capitalised, counted, inWords } from '../words/counting.ts'
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
  const { start, side, points, run, sigmas, standardErrors, now, before, after } = suggestion
  const { period, value, noun } = wording
  const higher = side === 'high' ? 'higher' : 'lower'
  return {
    headline: `Since ${period(start)} the figures lie ${higher} than before, and still do.`,
    evidence: [
      `${capitalised(counted(english, points, noun))} since then ${points === 1 ? 'has' : 'have'} a mean of ${value(after.centre)}; the ${counted(english, before.points, noun)} before had ${value(before.centre)}.`,
      `The latest ${inWords(english, run)} in a row lie ${side === 'high' ? 'above' : 'below'} the mean before.`,
      `The two means lie ${plain(sigmas)} sigma, and ${plain(standardErrors)} of their standard errors, apart; ${plain(STANDARD_ERRORS_APART)} are asked for.`,
      ...limits(now, after, suggestion.width, value),
    ],
    against: suggestion.against.map((objection) => objectionWords(objection, wording)),
    chance: `Fewer than ${Math.round(FALSE_SUGGESTIONS * 100)} in 100 steady series would be told this.`,
  }
}

function limits(now: LinesThere, after: LinesThere, width: number | null, value: Wording['value']): readonly string[] {
  if (after.lower === null || after.upper === null || now.lower === null || now.upper === null) return []
  const change = width === null ? 0 : Math.round(Math.abs(1 - width) * 100)
  const wide = change < SAME_WIDTH ? 'about as wide' : `${change}% ${width! < 1 ? 'narrower' : 'wider'}`
  return [
    `New limits would be ${value(after.lower)} to ${value(after.upper)}, instead of ${value(now.lower)} to ${value(now.upper)}: ${wide}.`,
  ]
}

function objectionWords(objection: Objection, { noun }: Wording): string {
  switch (objection.id) {
    case 'fewPoints':
      return `Only ${objection.points} of the ${objection.needed} ${noun}s that limits need: they would still move.`
    case 'unknownCause':
      return 'No event is noted about then. If nobody knows what changed, find out first.'
    case 'drift':
      return 'The figures may drift rather than step: a slope explains them as well. New limits would soon be old.'
    case 'wider':
      return `The new limits would be wider, ${Math.round(objection.width * 100)}% of the width now: the spread grew too, and that asks for a reason of its own.`
    case 'following':
      return `Each ${noun} carries much of the one before. Such figures wander for long without a change.`
  }
}
