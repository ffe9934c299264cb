import type { Analysis, Signal } from '@golden-thread/spc'

/** One place on the time axis. */
export interface ChartPeriod {
  /** In full, as read aloud: "June 2026", "week ending 7 June 2026". */
  readonly label: string
  /** Shorter, for labels on the drawing: "Jun 2026". The label itself when absent. */
  readonly short?: string
  /** Under its point: "J" of a month, "Feb" at a month's first week; '' when it has none. */
  readonly tick: string
  /** What the ticks stand under, in bold between dividers: "2026"; '' when there is no such row. */
  readonly group: string
}

/** An event, tied to a point by a leader. */
export interface ChartNote {
  readonly index: number
  readonly text: string
  /** Second line, in slate. */
  readonly detail?: string
}

/** What stands above a phase. */
export interface PhaseNote {
  /** Index of the phase's first point; 0 for the first phase. */
  readonly index: number
  /** "From February 2025: discharge lounge open all day" */
  readonly title: string
  /** "new limits agreed 12 May 2025, mean 25.0%" */
  readonly detail: string
}

/** Everything that a control chart shows. Drawn by `controlChartSvg`, said by `tableOf`. */
export interface ControlChart {
  /** Prefix of every id in the drawing, so that several charts can stand on one page. */
  readonly id: string
  readonly title: string
  /** The reading, in sentences. */
  readonly description: string
  readonly analysis: Analysis
  /** Of `signals(analysis)`, oldest first. */
  readonly signals: readonly Signal[]
  /** One entry per period of the analysis; further ones name places still to come. */
  readonly time: readonly ChartPeriod[]
  /** "month", "week", "day", "quarter", "year", "event". */
  readonly noun: string
  /** A value with its unit: "27.3%". */
  readonly format: (value: number) => string
  /** A round step of the axis with its unit: "25%". `decimals` are enough to tell the steps apart; never more than needed. */
  readonly axisFormat: (value: number, decimals: number) => string
  /** One entry per period. */
  readonly provisional: readonly boolean[]
  readonly notes: readonly ChartNote[]
  /** The first phase too. Leave empty when there is one phase and nothing to say of it. */
  readonly phaseNotes: readonly PhaseNote[]
  /** The word before the target's value. Default "Target". */
  readonly targetLabel?: string
  /** No value can be lower than this (0 for a count): the axis ends there, and a limit beyond it is not drawn. */
  readonly floor?: number
  /** No value can be higher than this (100 for a percentage), in the same way. */
  readonly ceiling?: number
  /** Data as at, source, versions of definition and engine, provisional or not: at the foot of what is printed or downloaded. */
  readonly stamp?: string
  /** The single values that points are made of (weighted and moving averages): dots behind them. One entry per period, NaN for none. */
  readonly singleValues?: ArrayLike<number>
  /** From and to which period the values lie that each centre line is of: drawn heavier there (re-based medians). */
  readonly centreOf?: readonly { readonly from: number; readonly to: number }[]
  /** Where several charts share one drawing: what this one shows, before each of its rows; and letters of signals used before it. */
  readonly partName?: string
  readonly lettersBefore?: number
  /** Draw every period, also where a narrow chart would show the latest 24 only. */
  readonly showAll?: boolean
}

/** desk 1000 × 520, phone 358 × 330, wall 600 × 262, print 642 × 380 in one ink (170 mm wide). */
export type ChartSize = 'desk' | 'phone' | 'wall' | 'print'

export interface DrawOptions {
  /** A file of its own: the title above, the legend of point shapes and the stamp below. Print always has the stamp. */
  readonly standalone?: boolean
}

/** What a sparkline draws: parallel arrays of the latest periods, null where there is no such number. */
export interface Sparkline {
  readonly values: readonly (number | null)[]
  readonly centre: readonly (number | null)[]
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  readonly verdicts: readonly Analysis['verdicts'][number][]
  readonly provisional: readonly boolean[]
  readonly target: number | null
}
