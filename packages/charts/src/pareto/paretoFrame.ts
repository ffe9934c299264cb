import type { ParetoBar } from '@golden-thread/spc'
import type { ChartSize } from '../chart.ts'
import { SIZES, type SizeRules } from '../sizes.ts'
import { textWidth, wrapText } from '../textWidth.ts'
import type { ParetoChart } from './paretoChart.ts'

/** More bars than this, and the smallest are drawn as one; the table has them all. */
const MOST_BARS = 20
/** The names take at most this share of the width. */
const MOST_FOR_NAMES = 0.34
/** Lines are broken by the width of regular letters: bold ones need more. */
const ROOM_FOR_BOLD = 0.88
/** px between columns. */
const GAP = 12
/** px of a bar, and of white between one row and the next, at k = 1. */
const BAR = 20
const BETWEEN = 12
/** Room for the words above the plot, and for the axis below it. */
const ABOVE = 2.6
const BELOW = 2.4
/** The axis reaches this far, so that the last point stands free. */
export const AXIS_END = 1.02

/** A row of the drawing: a bar with its name. `of`: how many small ones it stands for. */
export interface ParetoRow {
  readonly bar: ParetoBar
  readonly of: number
  readonly names: readonly string[]
  /** Top of its bar. */
  readonly y: number
}

/** Where everything goes, in px of the size's own grid. */
export interface ParetoFrame {
  readonly chart: ParetoChart
  readonly size: ChartSize
  readonly rules: SizeRules
  readonly rows: readonly ParetoRow[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly height: number
  readonly barHeight: number
  /** Names and counts stand over their bars, as there is no room beside them. */
  readonly stacked: boolean
  readonly x: (share: number) => number
}

export function paretoFrame(chart: ParetoChart, size: ChartSize): ParetoFrame {
  const rules = SIZES[size]
  const { label, width } = rules
  const bars = drawnBars(chart)
  const stacked = size === 'phone'
  const counts = columnWidth(
    bars.map(({ bar }) => chart.countFormat(bar.count)),
    label,
  )
  const shares = columnWidth(
    bars.map(({ bar }) => shareText(chart, bar.cumulativeShare)),
    label,
  )
  const forNames = stacked
    ? width - counts - shares - 3 * GAP
    : Math.min(
        width * MOST_FOR_NAMES,
        columnWidth(
          bars.map(({ bar }) => bar.name),
          label,
        ) / ROOM_FOR_BOLD,
      )
  const left = stacked
    ? 4
    : Math.max(forNames + counts + 2 * GAP, Math.min(width * MOST_FOR_NAMES, headWidth(chart, rules)))
  const right = width - shares - 2 * GAP
  const top = label * ABOVE
  const barHeight = BAR * Math.min(1, rules.k)
  let y = top
  const rows = bars.map(({ bar, of }) => {
    const names = wrapText(bar.name, forNames * ROOM_FOR_BOLD, label, stacked ? 2 : 3)
    const words = names.length * label * 1.3
    const row = { bar, of, names, y: stacked ? y + words + 3 : y + Math.max(0, (words - barHeight) / 2) + BETWEEN / 2 }
    y += stacked ? words + 3 + barHeight + BETWEEN : Math.max(barHeight, words) + BETWEEN
    return row
  })
  const bottom = Math.max(y, top + 3 * barHeight)
  return {
    chart,
    size,
    rules,
    rows,
    left,
    right,
    top,
    bottom,
    height: Math.ceil(bottom + label * BELOW),
    barHeight,
    stacked,
    x: (share) => left + (share / AXIS_END) * (right - left),
  }
}

/** The share that a bar and all before it make up; '' where nothing was counted. */
export function shareText({ shareFormat }: ParetoChart, share: number | null): string {
  return share === null ? '' : shareFormat(share)
}

/** All bars, or the first of them and one for the rest that stands before what was gathered as other. */
function drawnBars({ pareto, noun }: ParetoChart): { bar: ParetoBar; of: number }[] {
  const { bars } = pareto
  const single = (bar: ParetoBar) => ({ bar, of: 1 })
  if (bars.length <= MOST_BARS) return bars.map(single)
  const last = bars.filter(({ isOther }) => isOther)
  const named = bars.filter(({ isOther }) => !isOther)
  const first = named.slice(0, MOST_BARS - 1 - last.length)
  const rest = named.slice(first.length)
  const count = rest.reduce((sum, bar) => sum + bar.count, 0)
  const together: ParetoBar = {
    name: `${rest.length} more ${noun}s`,
    count,
    share: pareto.total > 0 ? count / pareto.total : null,
    cumulativeShare: rest.at(-1)!.cumulativeShare,
    vital: false,
    isOther: true,
  }
  return [...first.map(single), { bar: together, of: rest.length }, ...last.map(single)]
}

/** What the counts are stands over their column. */
function headWidth({ things }: ParetoChart, { small }: SizeRules): number {
  return columnWidth([things], small) + 2 * GAP
}

function columnWidth(texts: readonly string[], size: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size, true))) * 1.04)
}
