import type { Reading } from '../analysis.ts'
import { type Messages, messagesOf } from '../messages/index.ts'
import type { Pareto, ParetoBar } from '../pareto.ts'
import { capitalised, counted, inWords, listed, nouns } from './counting.ts'

/** How a page says what was counted. */
export interface ParetoWording {
  /** "falls": what the counts count. */
  readonly things: string
  /** "reason": what a category is. */
  readonly noun: string
  /** "1,342". */
  readonly count: (count: number) => string
  /** "81.5%". */
  readonly share: (share: number) => string
  /** The language; English when absent. */
  readonly messages?: Messages
}

/** More names than this are too many for a sentence. */
const MOST_NAMES = 5

/** What a Pareto chart shows, in plain words. Every number in it is one of its table, written by the caller's `wording`. */
export function paretoReading(result: Pareto, wording: ParetoWording): Pick<Reading, 'headline' | 'rest'> {
  const { bars, vitalFew, noVitalFew, total } = result
  const say = messagesOf(wording)
  const { things } = wording
  if (total === 0) return { headline: say.pareto.none({ things }), rest: '' }
  const occurred = bars.filter(({ count }) => count > 0)
  if (noVitalFew === null) {
    const vital = bars.slice(0, vitalFew)
    return { headline: headlineOf(vital, occurred, wording), rest: restOf(vital, result, wording) }
  }
  const largest = occurred[0]!
  const share = wording.share(largest.share!)
  const most = largest.isOther ? '' : say.pareto.most({ bar: named([largest], wording), share, things })
  return {
    headline:
      noVitalFew === 'otherTooLarge'
        ? say.pareto.otherTooLarge({ things, other: bars.find(({ isOther }) => isOther)!.name })
        : say.pareto.noFew({ noun: nouns(say, 2, wording.noun), things }),
    rest: [most, allOf(result, wording)].filter((part) => part !== '').join(' '),
  }
}

function headlineOf(vital: readonly ParetoBar[], occurred: readonly ParetoBar[], wording: ParetoWording): string {
  const say = messagesOf(wording)
  const { things, noun } = wording
  if (occurred.length === 1) return say.pareto.one({ things, noun: nouns(say, 1, noun), name: vital[0]!.name })
  const some = say.pareto.ofThe({ some: inWords(say, vital.length), all: counted(say, occurred.length, noun) })
  const share = wording.share(vital.at(-1)!.cumulativeShare!)
  return say.pareto.few({ some: capitalised(some), count: vital.length, share, things })
}

function restOf(vital: readonly ParetoBar[], result: Pareto, wording: ParetoWording): string {
  const say = messagesOf(wording)
  const which =
    vital.length > MOST_NAMES
      ? say.pareto.first({ names: named(vital.slice(0, MOST_NAMES), wording) })
      : say.pareto.they({ count: vital.length, names: named(vital, wording) })
  return `${which} ${allOf(result, wording)}`
}

function named(bars: readonly ParetoBar[], wording: ParetoWording): string {
  const say = messagesOf(wording)
  return listed(
    say,
    bars.map(({ name, count }) => say.pareto.bar({ name, count: wording.count(count) })),
  )
}

function allOf({ total }: Pareto, wording: ParetoWording): string {
  return messagesOf(wording).pareto.total({ total: wording.count(total), things: wording.things })
}
