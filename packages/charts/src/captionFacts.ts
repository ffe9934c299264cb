import type { ChartSize, ControlChart } from './chart.ts'
import { frameOf } from './frame.ts'
import { viewOf } from './view.ts'

/** What a page's caption under a drawing must say of it. */
export interface CaptionFacts {
  /** Where the value axis begins, as text; null where it holds 0. A cut axis makes changes look larger. */
  readonly axisFrom: string | null
  /** Earlier periods that this size leaves out; 0 for none. */
  readonly leftOut: number
}

export function captionFacts(chart: ControlChart, size: ChartSize): CaptionFacts {
  const view = viewOf(chart, size)
  const { low, high, decimals } = frameOf(view).axis
  const isRound = Number(low.toFixed(decimals)) === Number(low.toPrecision(12))
  return {
    axisFrom: low <= 0 && high >= 0 ? null : chart.axisFormat(low, isRound ? decimals : decimals + 1),
    leftOut: view.from,
  }
}
