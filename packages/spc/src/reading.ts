import type { Analysis, Phase, Reading, RuleId, Signal, Wording } from './analysis.ts'
import { ruleOf } from './explain.ts'
import { POINTS_FOR_LIMITS } from './phases.ts'
import type { RuleSet } from './rules/ruleSet.ts'
import { ruleSet } from './rules/ruleSets.ts'
import { capitalised, counted, listed } from './words/counting.ts'
import { headline } from './words/headlines.ts'
import { outlook } from './words/outlook.ts'
import { tellRuns } from './words/runs.ts'
import type { Telling } from './words/telling.ts'
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
  const { sentence, reason } = outlook(analysis, phase, wording, latest)
  return {
    headline: headline(analysis.variation, analysis.assurance, isSteady(phase)),
    rest: [
      change.sentence,
      runsOf(phase, change.rule),
      sentence,
      earlyLimits(phase, wording),
      emptyPeriods(analysis, wording),
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
function runsOf({ runs }: Phase, told: RuleId | undefined): string {
  const signals = runs?.signals.filter((signal) => !(signal === 'longRun' && told === 'unusualRun')) ?? []
  return runs && signals.length > 0
    ? `The ${runs.useful} points on either side of the line do not vary by chance alone: ${listed(tellRuns({ ...runs, signals }))}.`
    : ''
}

function noValues({ noun }: Wording): Reading {
  return {
    headline: 'No values yet.',
    rest: `The chart begins with the first ${noun} that has one.`,
    variationReason: 'no values yet',
    assuranceReason: 'no values yet',
  }
}

function tooFewPoints(analysis: Analysis, { noun, period, value }: Wording): Reading {
  const here = POINTS_FOR_LIMITS - analysis.pointsToCome
  const tally = `${here} of ${POINTS_FOR_LIMITS} ${noun}s`
  const latest = `The latest value, ${value(analysis.values[analysis.latest]!)}, is of ${period(analysis.latest)}.`
  return {
    headline: `Too few points yet: ${tally}.`,
    rest: [latest, `Limits and verdicts begin with the 13th ${noun}.`, emptyPeriods(analysis, { noun, period, value })]
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
}

/** The rule that decides the latest point's verdict; or that none does, and when one last did. */
function whatChanged(analysis: Analysis, signals: readonly Signal[], wording: Wording, set: RuleSet): Change {
  const telling = decidingSignal(analysis, signals, wording, set)
  if (telling) {
    const { words } = ruleOf(telling.signal, set)
    return { sentence: `${capitalised(words.now(telling))}.`, reason: words.short(telling), rule: telling.signal.rule }
  }
  const { latest, values, centre } = analysis
  const { noLimits } = phaseAt(analysis, latest)
  if (noLimits === 'allEqual' && values[latest] === centre[latest]) return { sentence: '', reason: 'no variation' }
  const point = `${capitalised(wording.period(latest))}, at ${wording.value(values[latest]!)},`
  if (analysis.excluded?.includes(latest)) {
    return { sentence: `${point} is left out of limits and rules.`, reason: 'latest point left out' }
  }
  const last = signals.reduce((to, signal) => Math.max(to, signal.to), -1)
  const before = last < 0 ? '' : ` The last special change was ${when(wording, last)}.`
  const isUsual = !Number.isNaN(analysis.upper[latest]!)
  if (isUsual && isSteady(phaseAt(analysis, latest))) {
    return {
      sentence: `${point} shows nothing beyond the usual ups and downs.${before}`,
      reason: 'usual ups and downs',
    }
  }
  const nothing = set.runs ? 'no unusually long run' : 'no shift and no trend'
  return { sentence: `${point} is part of ${nothing}.${before}`, reason: nothing }
}

/** Several signals may hold at the latest point: the rule that comes first in its set, on the verdict's side, is the one that decided. */
function decidingSignal(
  analysis: Analysis,
  signals: readonly Signal[],
  wording: Wording,
  set: RuleSet,
): Telling | null {
  if (analysis.variation === 'commonCause') return null
  const side = analysis.variation.endsWith('High') ? 'high' : 'low'
  const holding = signals.filter(
    ({ side: on, verdict, points }) =>
      on === side && analysis.variation.startsWith(verdict) && points.includes(analysis.latest),
  )
  const first = set.rules.find(({ id }) => holding.some(({ rule }) => rule === id))
  const signal = holding.find(({ rule }) => rule === first?.id)
  return signal ? toldApart(signal, analysis, wording) : null
}

function earlyLimits({ early, noLimits, points }: Phase, { noun }: Wording): string {
  if (!early || noLimits !== null) return ''
  return `These limits are early: they stand on ${points} of the ${POINTS_FOR_LIMITS} ${noun}s that they need, and will still move.`
}

/** Periods at the end of the axis that have no value yet. */
function emptyPeriods({ latest, values }: Analysis, { noun, period }: Wording): string {
  const empty = Array.from({ length: values.length - 1 - latest }, (_, i) => latest + 1 + i)
  if (empty.length === 0) return ''
  if (empty.length > 3) return `The last ${counted(empty.length, noun)} have no value yet.`
  return `${capitalised(listed(empty.map(period)))} ${empty.length === 1 ? 'has' : 'have'} no value yet.`
}
