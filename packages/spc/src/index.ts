export { adviseChart, CHART_ADVISERS, FURTHER_ADVISERS } from './advice/adviser.ts'
export type { Advice, Adviser, Reason, Redrawn } from './advice/advisers/advice.ts'
export type { Found, QualityCheck } from './advice/checks/check.ts'
export type { AdviceInput, FigureKind } from './advice/examined.ts'
export { type Finding, QUALITY_CHECKS, qualityFindings } from './advice/quality.ts'
export { FALSE_SUGGESTIONS, type Objection, type RebaseSuggestion, suggestRebase } from './advice/rebase.ts'
export { type RebaseWords, rebaseWords } from './advice/rebaseWords.ts'
export { type Aggregated, type Aggregation, aggregate, type Row } from './aggregate.ts'
export { analyse } from './analyse.ts'
export * from './analysis.ts'
export { type Chances, chances, expectedFalseSignals, type ShownChart } from './chance/chance.ts'
export { pointsUntilFinal, pointsUntilFound } from './chance/outlook.ts'
export type { Estimate } from './chance/simulate.ts'
export type { ChartType } from './charts/chartType.ts'
export { CHART_TYPES, chartType, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from './charts/index.ts'
export { ENGINE_VERSION } from './engine.ts'
export { explain } from './explain.ts'
export type { FunnelCurvePoint } from './funnels/curves.ts'
export {
  type FunnelAnalysis,
  type FunnelInput,
  type FunnelKind,
  type FunnelPoint,
  type FunnelSide,
  funnel,
  funnelLimits,
} from './funnels/funnel.ts'
export { type FunnelLimits, sideOf } from './funnels/limits.ts'
export type { FunnelMethodOptions } from './funnels/method.ts'
export { SpcInputError } from './inputError.ts'
export { type Judgement, judge } from './judge.ts'
export { judgeAppended } from './judgeAppended.ts'
export { english, type Messages } from './messages/index.ts'
export { type LimitFactors, limitFactors } from './numbers/limitFactors.ts'
export {
  type NoVitalFew,
  type Pareto,
  type ParetoBar,
  type ParetoCategory,
  type ParetoOptions,
  pareto,
} from './pareto.ts'
export { POINTS_FOR_LIMITS } from './phases.ts'
export { reading } from './reading.ts'
export { customRuleSet } from './rules/customRuleSet.ts'
export type { RuleDescription, RuleSetDescription } from './rules/description.ts'
export type { Precedence, RuleSet } from './rules/ruleSet.ts'
export { RULE_SETS, ruleSet } from './rules/ruleSets.ts'
export { type RebasedMedian, type RebasedMedians, type RebasingOptions, rebasedMedians } from './runs/rebasedMedian.ts'
export { type RebasedRun, rebasedRun } from './runs/rebasedRun.ts'
export { type RunsAnalysis, type RunsSignal, runsAnalysis } from './runs/runsAnalysis.ts'
export { type RunsLimits, type RunsMethod, runsLimits } from './runs/runsLimits.ts'
export {
  type BernoulliCusum,
  type BernoulliCusumOptions,
  bernoulliCusum,
  type CusumSide,
} from './sequential/bernoulliCusum.ts'
export { signals } from './signals.ts'
export { type Subgroups, subgroups } from './subgroups.ts'
export { trendLine } from './trendLine.ts'
export { VERDICTS } from './verdicts.ts'
export { variationsAt, verdictsAt } from './verdictsAt.ts'
export { canTell } from './words/canTell.ts'
export { type FunnelWording, funnelReading } from './words/funnelReading.ts'
export { type ParetoWording, paretoReading } from './words/paretoReading.ts'
export { tellRuns } from './words/runs.ts'
export { type Workspace, workspace } from './workspace.ts'
