export { bernoulliParts } from './bernoulli.ts'
export { type CaptionFacts, captionFacts } from './captionFacts.ts'
export type { ChartNote, ChartPeriod, ChartSize, ControlChart, DrawOptions, PhaseNote, Sparkline } from './chart.ts'
export { controlChartSvg } from './controlChart.ts'
export { type FunnelChart, funnelLegendOf, funnelSvg } from './funnel/funnelChart.ts'
export { type FunnelRow, funnelTableOf } from './funnel/funnelTable.ts'
export { assuranceIconSvg } from './icons/assuranceIcon.ts'
export type { IconOptions } from './icons/icon.ts'
export { markSvg } from './icons/mark.ts'
export { type VariationRow, variationIconSvg, variationRowIconSvg } from './icons/variationIcon.ts'
export { type Ink, ONE_INK, SCREEN_INK } from './ink.ts'
export { type LegendEntry, legendOf, pointShapeSvg } from './legend.ts'
export { signalLetters } from './letters.ts'
export { assuranceName, pointVerdictName, variationAlternative, variationName } from './names.ts'
export {
  type ChartOfPair,
  type PairedCharts,
  type PairedRow,
  pairedChartsSvg,
  pairedLegendOf,
  pairedTableOf,
} from './pairedCharts.ts'
export { type ParetoChart, paretoSvg } from './pareto/paretoChart.ts'
export { type ParetoTableRow, paretoTableOf } from './pareto/paretoTable.ts'
export { rebasedParts } from './rebased.ts'
export { sparklineSvg } from './sparkline.ts'
export { type ChartRow, tableOf } from './table.ts'
export { centreWord } from './view.ts'
