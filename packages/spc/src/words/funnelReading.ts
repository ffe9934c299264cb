import type { Reading } from '../analysis.ts'
import type { FunnelAnalysis, FunnelPoint, FunnelSide } from '../funnels/funnel.ts'
import { type Messages, messagesOf } from '../messages/index.ts'
import { capitalised, counted, inWords, listed, nouns } from './counting.ts'

/** How a page says units and values. */
export interface FunnelWording {
  /** "trust", "ward": what a unit is. */
  readonly noun: string
  /** "27.3%". */
  readonly value: (value: number) => string
  /** The language; English when absent. */
  readonly messages?: Messages
}

/** More names than this are too many for a sentence. */
const MOST_NAMES = 5

/**
 * What a funnel plot shows, in plain words: who lies outside the limits, and that the order of all others says nothing. Every
 * number in it is one of the table, written by the caller's `wording`.
 *
 * @param level which pair of limits is meant, by its place in `levels`; the last when absent
 */
export function funnelReading(
  analysis: FunnelAnalysis,
  wording: FunnelWording,
  level: number = analysis.levels.length - 1,
): Pick<Reading, 'headline' | 'rest'> {
  const { points } = analysis
  const compared = points.filter(({ value }) => value !== null)
  if (compared.length === 0) {
    const say = messagesOf(wording)
    return {
      headline: say.funnel.none({ noun: nouns(say, 1, wording.noun) }),
      rest: withoutValue(points, wording),
    }
  }
  const outside = compared.filter((point) => point.outside[level])
  const sentences = [
    ...(['high', 'low'] as const).map((side) => whoLies(side, outside, level, wording)),
    within(compared.length, outside.length, analysis, level, wording),
    widened(analysis, wording),
    withoutValue(points, wording),
  ]
  return {
    headline: headlineOf(compared.length, outside.length, analysis, wording),
    rest: sentences.filter((sentence) => sentence !== '').join(' '),
  }
}

function headlineOf(compared: number, outside: number, analysis: FunnelAnalysis, wording: FunnelWording): string {
  const say = messagesOf(wording)
  const target = wording.value(analysis.target!)
  const where = outside === 0 ? 'within' : 'outside'
  if (compared === 1) return say.funnel.one({ noun: nouns(say, 1, wording.noun), where, target })
  const units = counted(say, compared, wording.noun)
  return outside === 0 || outside === compared
    ? say.funnel.all({ units, where, target })
    : say.funnel.some({ outside: capitalised(inWords(say, outside)), units, count: outside, target })
}

function whoLies(side: FunnelSide, outside: readonly FunnelPoint[], level: number, wording: FunnelWording): string {
  const farthest = outside
    .filter((point) => point.outside[level] === side)
    .toSorted((a, b) => Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0))
  if (farthest.length === 0) return ''
  const say = messagesOf(wording)
  const names = farthest
    .slice(0, MOST_NAMES)
    .map(({ unit, value }) => say.funnel.unit({ unit, value: wording.value(value!) }))
  const more = farthest.length - names.length
  if (more > 0) names.push(say.funnel.more({ number: inWords(say, more) }))
  return say.funnel.lie({ side, units: listed(say, names) })
}

/** What the limits are, and what being within them means. */
function within(
  compared: number,
  outside: number,
  { levels }: FunnelAnalysis,
  level: number,
  wording: FunnelWording,
): string {
  const say = messagesOf(wording)
  const share = outOf(say, 1 - levels[level]!)
  const chance = say.funnel.chance({ share, noun: nouns(say, 2, wording.noun) })
  return compared - outside < 2 ? chance : `${chance} ${say.funnel.order()}`
}

/** "5 in 100", "2 in 1,000". */
function outOf(say: Messages, share: number): string {
  const hundredths = Math.round(share * 100)
  return Math.abs(share * 100 - hundredths) < 1e-6 && hundredths > 0
    ? say.funnel.inHundred({ count: String(hundredths) })
    : say.funnel.inThousand({ count: String(Number((share * 1000).toFixed(1))) })
}

function widened({ adjusted }: FunnelAnalysis, wording: FunnelWording): string {
  const say = messagesOf(wording)
  return adjusted ? say.funnel.widened({ noun: nouns(say, 2, wording.noun) }) : ''
}

function withoutValue(points: readonly FunnelPoint[], wording: FunnelWording): string {
  const say = messagesOf(wording)
  return (['missing', 'noDenominator'] as const)
    .map((why) => ({ why, count: points.filter(({ noValue }) => noValue === why).length }))
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => say.funnel[why]({ units: capitalised(counted(say, count, wording.noun)), count }))
    .join(' ')
}
