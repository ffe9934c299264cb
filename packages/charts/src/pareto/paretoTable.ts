import type { ParetoBar } from '@golden-thread/spc'
import type { ParetoChart } from './paretoChart.ts'

/** One category in words. Shares are '' where nothing was counted. */
export interface ParetoTableRow {
  readonly name: string
  readonly count: string
  readonly share: string
  readonly cumulativeShare: string
  /** One of the vital few. */
  readonly vital: boolean
}

/** The chart's text equivalent: every category, also those that the drawing puts together. */
export function paretoTableOf(chart: ParetoChart): readonly ParetoTableRow[] {
  return chart.pareto.bars.map((bar) => rowOf(chart, bar))
}

/** The row as one sentence after the other, for tooltips and to be read aloud. */
export function paretoRowRead(chart: ParetoChart, bar: ParetoBar): string {
  const { name, count, share, cumulativeShare, vital } = rowOf(chart, bar)
  const told = vital ? '. One of the vital few' : ''
  return `${name}: ${count} ${chart.things}, ${share} of all. With those before it ${cumulativeShare}${told}`
}

function rowOf({ countFormat, shareFormat }: ParetoChart, bar: ParetoBar): ParetoTableRow {
  return {
    name: bar.name,
    count: countFormat(bar.count),
    share: bar.share === null ? '' : shareFormat(bar.share),
    cumulativeShare: bar.cumulativeShare === null ? '' : shareFormat(bar.cumulativeShare),
    vital: bar.vital,
  }
}
