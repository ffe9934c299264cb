export * from './analysis.ts'
// analyse(input: SeriesInput): Analysis
// signals(analysis: Analysis): readonly Signal[]            oldest first
// reading(analysis, signals, wording): Reading
// explain(signal, analysis, wording): Explanation
// CHART_TYPES, chartType(id), RULE_SETS, ENGINE_VERSION
