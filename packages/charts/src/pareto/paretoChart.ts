import type { Pareto } from '@golden-thread/spc'
import type { ChartSize, DrawOptions } from '../chart.ts'
import { withSurround } from '../surround.ts'
import { nothingYet, paretoBars, paretoWords } from './paretoBars.ts'
import { paretoFrame } from './paretoFrame.ts'
import { cumulativeLine, shareAxis, shareGrid } from './paretoLine.ts'

/** Everything that a Pareto chart shows. Drawn by `paretoSvg`, said by `paretoTableOf`. */
export interface ParetoChart {
  /** Prefix of every id in the drawing. */
  readonly id: string
  readonly title: string
  /** The reading, in sentences. */
  readonly description: string
  readonly pareto: Pareto
  /** What the counts count: "falls". */
  readonly things: string
  /** What a category is: "reason". */
  readonly noun: string
  /** "1,342" */
  readonly countFormat: (count: number) => string
  /** "81.5%" */
  readonly shareFormat: (share: number) => string
  readonly stamp?: string
}

/**
 * A Pareto chart as SVG text, under the same rules as `controlChartSvg`. Bars lie, so that names of any length can be read on
 * a phone; as many as there are make it as high as it needs to be. There is one axis, the share of all: bars and the
 * cumulative line stand on the same scale, and counts are written beside the names.
 */
export function paretoSvg(chart: ParetoChart, size: ChartSize, options: DrawOptions = {}): string {
  const frame = paretoFrame(chart, size)
  const { rules, height } = frame
  const drawing = [
    shareGrid(frame),
    paretoBars(frame),
    shareAxis(frame),
    cumulativeLine(frame),
    paretoWords(frame),
    nothingYet(frame),
  ].join('')
  return withSurround(chart, size, { ...rules, height }, () => [], drawing, options)
}
