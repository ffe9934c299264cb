import type { Reading } from '../analysis.ts'
import type { Pareto, ParetoBar } from '../pareto.ts'
import { capitalised, counted, inWords, listed } from './counting.ts'

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
}

/** More names than this are too many for a sentence. */
const MOST_NAMES = 5

/** What a Pareto chart shows, in plain words. Every number in it is one of its table, written by the caller's `wording`. */
export function paretoReading(result: Pareto, wording: ParetoWording): Pick<Reading, 'headline' | 'rest'> {
  const { bars, vitalFew, noVitalFew, total } = result
  if (total === 0) return { headline: `No ${wording.things} counted yet.`, rest: '' }
  const occurred = bars.filter(({ count }) => count > 0)
  if (noVitalFew === null) {
    const vital = bars.slice(0, vitalFew)
    return { headline: headlineOf(vital, occurred, wording), rest: restOf(vital, result, wording) }
  }
  const largest = occurred[0]!
  const most = largest.isOther
    ? ''
    : `The most frequent, ${named([largest], wording)}, is ${shareOf(largest, wording)}.`
  return {
    headline:
      noVitalFew === 'otherTooLarge'
        ? `Too many ${wording.things} are under “${bars.find(({ isOther }) => isOther)!.name}” to tell the vital few.`
        : `No few ${wording.noun}s stand out among the ${wording.things}.`,
    rest: [most, allOf(result, wording)].filter((part) => part !== '').join(' '),
  }
}

function headlineOf(vital: readonly ParetoBar[], occurred: readonly ParetoBar[], wording: ParetoWording): string {
  const { things, noun, share } = wording
  const made = share(vital.at(-1)!.cumulativeShare!)
  if (occurred.length === 1) return `All ${things} have one ${noun}: ${vital[0]!.name}.`
  const of = `${inWords(vital.length)} of the ${counted(occurred.length, noun)}`
  return `${capitalised(of)} ${vital.length === 1 ? 'makes' : 'make'} up ${made} of the ${things}.`
}

function restOf(vital: readonly ParetoBar[], result: Pareto, wording: ParetoWording): string {
  const which =
    vital.length > MOST_NAMES
      ? `The first of them are ${named(vital.slice(0, MOST_NAMES), wording)}.`
      : `${vital.length === 1 ? 'It is' : 'They are'} ${named(vital, wording)}.`
  return `${which} ${allOf(result, wording)}`
}

function named(bars: readonly ParetoBar[], { count }: ParetoWording): string {
  return listed(bars.map((bar) => `${bar.name} (${count(bar.count)})`))
}

function shareOf({ share }: ParetoBar, wording: ParetoWording): string {
  return `${wording.share(share!)} of the ${wording.things}`
}

function allOf({ total }: Pareto, { things, count }: ParetoWording): string {
  return `Counted in all: ${count(total)} ${things}.`
}
