import { type ControlChart, controlChartSvg } from '@golden-thread/charts'
import {
  type Analysis,
  analyse,
  CHART_TYPES,
  type ChartType,
  canTell,
  explain,
  FURTHER_CHART_TYPES,
  type MethodOptions,
  RULE_SETS,
  type RuleSet,
  reading,
  SAMPLE_CHART_TYPES,
  type Signal,
  signals,
  type Wording,
} from '@golden-thread/spc'
import type { Answer } from '#main/commands/spc/answer.ts'
import { type Choices, orList } from '#main/commands/spc/choices.ts'
import { Columns } from '#main/commands/spc/columns.ts'
import { type Figures, figuresOf } from '#main/commands/spc/figures.ts'
import { methodOf } from '#main/commands/spc/method.ts'
import { results } from '#main/commands/spc/results.ts'
import { rulesOf } from '#main/commands/spc/rules.ts'
import type { Table } from '#main/commands/spc/table.ts'
import { valueWords } from '#main/commands/spc/valueWords.ts'
import { Problem } from '#platform/errors.ts'

const TYPES: readonly ChartType[] = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES]

/** A chart of figures in order of time: its results, its reading and its drawing. */
export function controlChart(table: Table, choices: Choices): Answer {
  const type = typeOf(choices.chart)
  const figures = figuresOf(table, new Columns(table, choices.columns), type, choices)
  const rules = rulesOf(choices.rules)
  const analysis = analysed(figures, type, rules, methodOf(choices.method), choices)
  const found = signals(analysis, rules)
  const wording = wordingOf(figures, analysis, choices)
  const said = reading(analysis, found, wording, rules)
  const title = choices.title ?? (table.name || type.label)
  const told = { title, analysis, found, rules, figures, wording, said, choices }
  return {
    results: () => results(told),
    text: () => text(told),
    svg: () => controlChartSvg(drawn(told), choices.size, { standalone: true }),
  }
}

/** One chart, and everything that is said of it. */
export interface Told {
  readonly title: string
  readonly analysis: Analysis
  readonly found: readonly Signal[]
  readonly rules: RuleSet
  readonly figures: Figures
  readonly wording: Wording
  readonly said: ReturnType<typeof reading>
  readonly choices: Choices
}

function typeOf(id: string): ChartType {
  const found = TYPES.find((type) => type.id === id)
  if (found) return found
  const ids = [...TYPES.map((type) => type.id), 'funnel', 'pareto']
  throw new Problem('invalid', `--chart: there is no “${id}”. Choose ${orList(ids)}`)
}

function analysed(
  { numerators, denominators, samples, timeline }: Figures,
  type: ChartType,
  rules: RuleSet,
  method: MethodOptions,
  choices: Choices,
): Analysis {
  const baseline = choices.baseline === undefined ? {} : { baseline: choices.baseline }
  const starts = [...new Set([0, ...choices.phases.map(timeline.place)])].sort((a, b) => a - b)
  return analyse({
    chart: type.id,
    numerators,
    ...(denominators && { denominators }),
    ...(samples && { samples }),
    multiplier: multiplierOf(choices),
    direction: choices.better,
    ...(choices.target !== undefined && { target: choices.target }),
    phases: starts.map((start) => ({ start, ...baseline })),
    excluded: choices.excluded.map(timeline.place),
    ruleSet: rules,
    method,
  })
}

/** @throws Problem where both ways to multiply are asked for */
export function multiplierOf({ percent, per }: Choices): number {
  if (percent && per !== undefined) {
    throw new Problem('invalid', `--percent and --per ${per} are two ways to show one figure. Leave one out`)
  }
  return percent ? 100 : (per ?? 1)
}

function wordingOf(
  { denominators, samples, arePercents, timeline }: Figures,
  analysis: Analysis,
  choices: Choices,
): Wording {
  const suffix = choices.percent || arePercents ? '%' : ''
  const areExact = !denominators && !samples && multiplierOf(choices) === 1
  const words = valueWords([...analysis.values], areExact, suffix)
  return {
    period: (index) => timeline.periods[index]!.label,
    value: words.value,
    noun: timeline.noun,
    ...reachOf(analysis, choices.percent || arePercents),
  }
}

/** What values can be, for limits that lie beyond it. */
function reachOf({ values, chart }: Analysis, isShare: boolean): { floor?: number; ceiling?: number } {
  const isNoneBelow = chart !== 'cusum' && values.every((value) => !(value < 0))
  return { ...(isNoneBelow && { floor: 0 }), ...(isShare && { ceiling: 100 }) }
}

function drawn({ title, analysis, found, figures, wording, said, choices }: Told): ControlChart {
  const { timeline } = figures
  const words = valueWords([], true, choices.percent || figures.arePercents ? '%' : '')
  const isShare = choices.percent || figures.arePercents
  const left = choices.excluded.map((one) => ({ ...one, text: one.text || 'left out' }))
  return {
    id: 'chart',
    title,
    description: `${said.headline} ${said.rest}`.trim(),
    analysis,
    signals: found,
    time: timeline.periods,
    noun: timeline.noun,
    format: wording.value,
    axisFormat: words.axis,
    provisional: timeline.periods.map(() => false),
    notes: [...choices.notes, ...left].map((one) => ({ index: timeline.place(one), text: one.text })),
    phaseNotes: phaseNotes(analysis, wording, figures, choices),
    ...reachOf(analysis, isShare),
    stamp: `Engine ${analysis.engine}, rules ${analysis.ruleSet}.`,
  }
}

function phaseNotes(
  analysis: Analysis,
  wording: Wording,
  { timeline }: Figures,
  { phases }: Choices,
): ControlChart['phaseNotes'] {
  if (analysis.phases.length < 2) return []
  return analysis.phases.map(({ start, end }) => {
    const why = phases.find((one) => timeline.place(one) === start)?.text
    const from = start === 0 ? `${wording.period(0)} to ${wording.period(end - 1)}` : `From ${wording.period(start)}`
    return {
      index: start,
      title: why ? `${from}: ${why}` : from,
      detail: Number.isNaN(analysis.centre[start]!) ? '' : `centre ${wording.value(analysis.centre[start]!)}`,
    }
  })
}

/** The reading, then why points are marked, then what the chart can tell. */
function text({ title, analysis, found, rules, wording, said }: Told): string {
  const marked = found.toReversed().map((signal) => {
    const { title: what, text: why } = explain(signal, analysis, wording, rules)
    return `- ${what}. ${why}`
  })
  const tells = mayTell(analysis, rules) ? canTell(analysis, wording) : []
  return [
    title,
    '',
    `${said.headline} ${said.rest}`.trim(),
    ...(marked.length > 0 ? ['', 'Why points are marked, newest first:', ...marked] : []),
    ...(tells.length > 0 ? ['', tells.join(' ')] : []),
    '',
  ].join('\n')
}

/** What chance does is known of our own sets, on charts whose points do not hang on each other. */
function mayTell({ chart }: Analysis, rules: RuleSet): boolean {
  return RULE_SETS.includes(rules) && !TYPES.find(({ id }) => id === chart)?.accumulates
}
