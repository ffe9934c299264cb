import type { Analysis, Phase, Reading, RuleId, Signal, Wording } from './analysis.ts'
import { chartType } from './charts/index.ts'
import { ruleOf } from './explain.ts'
import { messagesOf } from './messages/index.ts'
import { POINTS_FOR_LIMITS } from './phases.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { capitalised, counted, listed, nouns } from './words/counting.ts'
import { headline } from './words/headlines.ts'
import { outlook } from './words/outlook.ts'
import { tellRuns } from './words/runs.ts'
import { stated } from './words/telling.ts'
import { toldApart } from './words/toldApart.ts'
import { when } from './words/when.ts'

/**
 * What a chart shows, in plain words for a board member: verdict first, then what made it, then what to expect.
 * Every number in it is one of the data table, written by the caller's `wording`.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 */
export function reading(
  analysis: Analysis,
  signals: readonly Signal[],
  wording: Wording,
  set: RuleSet = ruleSet(analysis.ruleSet),
): Reading {
  const { latest } = analysis
  if (latest < 0) return noValues(wording)
  if (analysis.pointsToCome > 0 && analysis.phases.length === 1) return tooFewPoints(analysis, wording)

  const phase = phaseAt(analysis, latest)
  const change = whatChanged(analysis, signals, wording, set)
  // A number that was said with more decimals is not said with fewer a sentence later.
  const { sentence, reason } = outlook(analysis, phase, change.wording ?? wording, latest)
  return {
    headline: headline(messagesOf(wording), analysis.variation, analysis.assurance, {
      isSteady: isSteady(phase),
      isBoth: change.isBoth ?? false,
    }),
    rest: [
      change.sentence,
      runsOf(phase, change.rule, wording),
      sentence,
      earlyLimits(phase, wording),
      emptyPeriods(analysis, wording),
      provisional(analysis, wording),
    ]
      .filter((part) => part !== '')
      .join(' '),
    variationReason: change.reason,
    assuranceReason: reason,
  }
}

function phaseAt({ phases }: Analysis, at: number): Phase {
  return phases.find(({ end }) => at < end)!
}

/** Whether chance alone explains the phase, as far as the rule set asks. */
function isSteady({ runs }: Phase): boolean {
  return !runs || runs.signals.length === 0
}

/** What speaks against chance in the phase as a whole, but for a long run that is told already. */
function runsOf({ runs }: Phase, told: RuleId | undefined, wording: Wording): string {
  const signals = runs?.signals.filter((signal) => !(signal === 'longRun' && told === 'unusualRun')) ?? []
  if (!runs || signals.length === 0) return ''
  const say = messagesOf(wording)
  return say.reading.runs({ useful: runs.useful, told: listed(say, tellRuns({ ...runs, signals }, say)) })
}

function noValues(wording: Wording): Reading {
  const say = messagesOf(wording)
  const reason = say.reading.noValuesReason()
  return {
    headline: say.reading.noValues(),
    rest: say.reading.noValuesRest({ noun: nouns(say, 1, wording.noun) }),
    variationReason: reason,
    assuranceReason: reason,
  }
}

function tooFewPoints(analysis: Analysis, wording: Wording): Reading {
  const say = messagesOf(wording)
  const needed = POINTS_FOR_LIMITS
  const [noun, many] = [nouns(say, 1, wording.noun), nouns(say, needed, wording.noun)]
  const tally = say.reading.tally({ here: needed - analysis.pointsToCome, needed, noun: many })
  const latest = {
    point: say.pieces.points({ kind: chartType(analysis.chart).points ?? 'values', count: 1 }),
    value: wording.value(analysis.values[analysis.latest]!),
    period: wording.period(analysis.latest),
  }
  return {
    headline: say.reading.tooFew({ tally }),
    rest: [say.reading.tooFewRest({ ...latest, needed, noun }), emptyPeriods(analysis, wording)]
      .filter((part) => part !== '')
      .join(' '),
    variationReason: tally,
    assuranceReason: tally,
  }
}

interface Change {
  readonly sentence: string
  readonly reason: string
  /** What decided the verdict; absent where nothing did. */
  readonly rule?: RuleId
  /** How numbers were said, where some needed more decimals than usual. */
  readonly wording?: Wording
  /** Another rule says the opposite of the same point. */
  readonly isBoth?: boolean
}

/** The rule that decides the latest point's verdict; or that none does, and when one last did. */
function whatChanged(analysis: Analysis, signals: readonly Signal[], wording: Wording, set: RuleSet): Change {
  const say = messagesOf(wording)
  const deciding = decidingSignal(analysis, signals, set)
  if (deciding) return told(deciding, opposite(deciding, analysis, signals, set), analysis, wording, set)
  const { latest, values, centre } = analysis
  const { noLimits } = phaseAt(analysis, latest)
  if (noLimits === 'allEqual' && values[latest] === centre[latest]) {
    return { sentence: '', reason: say.reading.noVariation() }
  }
  const value = stated({ analysis, say }, 1, wording.value(values[latest]!))
  const point = { period: capitalised(wording.period(latest)), value }
  if (analysis.excluded?.includes(latest)) {
    return { sentence: say.reading.leftOut(point), reason: say.reading.leftOutReason() }
  }
  const last = signals.reduce((to, signal) => Math.max(to, signal.to), -1)
  const before = last < 0 ? '' : ` ${say.reading.lastChange({ when: when(wording, last) })}`
  const isUsual = !Number.isNaN(analysis.upper[latest]!)
  if (isUsual && isSteady(phaseAt(analysis, latest))) {
    return { sentence: `${say.reading.usual(point)}${before}`, reason: say.reading.usualReason() }
  }
  const nothing = set.runs ? say.reading.nothingRuns() : say.reading.nothingElse()
  return { sentence: `${say.reading.nothing({ ...point, nothing })}${before}`, reason: nothing }
}

/** What a signal says of the latest point, and what another one says against it. */
function told(signal: Signal, against: Signal | undefined, analysis: Analysis, wording: Wording, set: RuleSet): Change {
  const say = messagesOf(wording)
  const words = (one: Signal) => {
    const telling = toldApart(one, analysis, wording)
    const { now, short } = ruleOf(one, set).words
    return { now: now(telling), short: short(telling), wording: telling.wording }
  }
  const { now, short, wording: raised } = words(signal)
  const said = capitalised(now)
  if (!against) return { sentence: say.reading.sentence({ said }), reason: short, rule: signal.rule, wording: raised }
  const other = words(against)
  return {
    sentence: say.reading.both({ said, other: other.now }),
    reason: say.reading.bothReasons({ reason: short, other: other.short }),
    rule: signal.rule,
    wording: raised,
    isBoth: true,
  }
}

/** Several signals may hold at the latest point: the rule that comes first in its set, on the verdict's side, is the one that decided. */
function decidingSignal(analysis: Analysis, signals: readonly Signal[], set: RuleSet): Signal | undefined {
  if (analysis.variation === 'commonCause') return undefined
  const side = analysis.variation.endsWith('High') ? 'high' : 'low'
  return firstOf(
    signals.filter(
      ({ side: on, verdict, points }) =>
        on === side && analysis.variation.startsWith(verdict) && points.includes(analysis.latest),
    ),
    set,
  )
}

/** The signal that says improving of a point that is concerning by the one that decided, or the other way round. */
function opposite(
  { verdict }: Signal,
  { latest }: Analysis,
  signals: readonly Signal[],
  set: RuleSet,
): Signal | undefined {
  const against = verdict === 'improving' ? 'concerning' : verdict === 'concerning' ? 'improving' : null
  return firstOf(
    signals.filter((one) => one.verdict === against && one.points.includes(latest)),
    set,
  )
}

function firstOf(holding: readonly Signal[], { rules }: RuleSet): Signal | undefined {
  const first = rules.find(({ id }) => holding.some(({ rule }) => rule === id))
  return holding.find(({ rule }) => rule === first?.id)
}

function earlyLimits({ early, noLimits, points }: Phase, wording: Wording): string {
  if (!early || noLimits !== null) return ''
  const say = messagesOf(wording)
  const needed = POINTS_FOR_LIMITS
  return say.reading.early({ points, needed, noun: nouns(say, needed, wording.noun) })
}

/** Periods at the end of the axis that have no value yet. */
function emptyPeriods({ latest, values }: Analysis, wording: Wording): string {
  const empty = Array.from({ length: values.length - 1 - latest }, (_, i) => latest + 1 + i)
  if (empty.length === 0) return ''
  const say = messagesOf(wording)
  if (empty.length > 3) return say.reading.emptyMany({ periods: counted(say, empty.length, wording.noun) })
  return say.reading.empty({ periods: capitalised(listed(say, empty.map(wording.period))), count: empty.length })
}

function provisional({ latest }: Analysis, wording: Wording): string {
  if (!wording.provisional?.(latest)) return ''
  return messagesOf(wording).reading.provisional({ period: capitalised(wording.period(latest)) })
}
