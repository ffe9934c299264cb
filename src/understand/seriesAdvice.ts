import {
  type Advice,
  type AdviceInput,
  adviseChart,
  analyse,
  type ChartTypeId,
  canTell,
  type Finding,
  qualityFindings,
  type RebaseSuggestion,
  signals,
  suggestRebase,
} from '@golden-thread/spc'
import { type DeclinedRebase, isDeclined } from '#understand/declinedRebase.ts'
import { kindOf } from '#understand/measureKind.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import { periodLabel } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf, seriesInput } from '#understand/seriesState.ts'
import { valueText, wordingOf } from '#understand/wording.ts'

/** What the statistics have to say beside the chart: made when its page is read, from its own figures. */
export interface SeriesAdvice {
  /** What the chart can and can’t tell, a sentence each. */
  readonly canTell: readonly string[]
  readonly findings: readonly Finding[]
  readonly charts: readonly Advice[]
  /** New limits that the figures ask for and nobody has declined; null for none, or while the definition asks for others. */
  readonly rebase: RebaseSuggestion | null
}

export function adviceOn(view: SeriesView, declined: readonly DeclinedRebase[]): SeriesAdvice {
  const wording = wordingOf(view.definition, view.observations)
  const input = adviceInput(view)
  const suggestion = view.proposedPhase ? null : suggestRebase(input)
  return {
    canTell: canTell(view.analysis, wording, ruleSetOf(view.definition)),
    findings: qualityFindings(input, wording),
    charts: adviseChart(input, wording),
    rebase: suggestion && isDeclined(suggestion, view.observations.periods, declined) ? null : suggestion,
  }
}

/** The suggestion in force, whether declined or not. */
export function suggestionFor(view: SeriesView): RebaseSuggestion | null {
  return view.proposedPhase ? null : suggestRebase(adviceInput(view))
}

/** What the form for new limits says first: a noted event of about then, or what the figures say, for a person to finish. */
export function suggestedReason(view: SeriesView, { start, before, after }: RebaseSuggestion): string {
  const { periods } = view.observations
  const event = view.annotations.find(({ period }) => Math.abs(placeOf(view, period) - start) <= NEAR)
  if (event) return event.text
  const value = (number: number) => valueText(number, view.definition)
  return `Mean ${value(after.centre)} since ${periodLabel(periods[start]!, calendarOf(view.definition))}, ${value(before.centre)} before. ${TO_FINISH}`
}

/** Whether a reason still waits for the words that only a person knows. */
export function isUnfinished(reason: string): boolean {
  return reason.trimEnd().endsWith(TO_FINISH)
}

const TO_FINISH = 'What changed:'
/** An event as near as this, in periods, may be the cause. */
const NEAR = 2

/** The same figures as an advised chart takes them; null where it cannot be drawn from them. */
export function viewOnChart(view: SeriesView, { redrawn, chart }: Advice): SeriesView | null {
  if (!redrawn || !chart) return null
  const analysis = analyse(redrawn.series)
  const drawn = { ...view, analysis, signals: signals(analysis, ruleSetOf(view.definition)) }
  if (redrawn.at.length === view.observations.periods.length && redrawn.at.every((at, i) => at === i)) {
    return { ...drawn, definition: { ...view.definition, chart } }
  }
  return betweenEvents(drawn, redrawn.at, chart)
}

/** Points that stand for what lies between events: each at the period of its event, in a unit of their own. */
function betweenEvents(view: SeriesView, at: readonly number[], chart: ChartTypeId): SeriesView {
  const { definition, observations, analysis } = view
  const { divides, partOfWhole } = kindOf(definition.kind)
  const unit = divides ? (partOfWhole ? 'cases' : definition.denominator || 'activity') : `${definition.period}s`
  return {
    ...view,
    definition: {
      ...definition,
      chart,
      name: `${definition.name}: ${unit} between events`,
      unit,
      decimals: 0,
      targets: [],
    },
    observations: {
      periods: at.map((place) => observations.periods[place]!),
      numerators: analysis.values,
      denominators: null,
      spreads: null,
      provisional: at.map((place) => observations.provisional[place] ?? false),
    },
    phases: [],
    annotations: [],
    countChanges: [],
  }
}

function adviceInput(view: SeriesView): AdviceInput {
  const { definition, observations, phases, excluded, annotations } = view
  return {
    ...seriesInput(definition, observations, { phases, excluded: excluded.map(({ period }) => period) }),
    kind: kindOf(definition.kind).figures,
    periods: observations.periods,
    events: annotations.map(({ period }) => placeOf(view, period)).filter((place) => place >= 0),
  }
}

function placeOf({ observations }: SeriesView, period: number): number {
  return observations.periods.findIndex((one) => one >= period)
}
