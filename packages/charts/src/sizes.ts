import type { ChartSize } from './chart.ts'
import { type Ink, ONE_INK, SCREEN_INK } from './ink.ts'

/** How a chart of one size is drawn, in px of its own grid. */
export interface SizeRules {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Lines and points are drawn at this factor of the desk's. */
  readonly k: number
  readonly label: number
  readonly small: number
  /** Round steps of the value axis to aim at. */
  readonly steps: number
  readonly ink: Ink
  /** Words at the right: in full, or figures only. */
  readonly labels: 'words' | 'figures' | 'wall'
  /** Signals: letter with words, letter alone, or nothing where the reading beside the chart says it. */
  readonly signals: 'words' | 'letters' | 'none'
  /** Lanes of brackets over runs, above the limits and as many beneath: together never more than half of the height. */
  readonly lanes: number
  /** Events: in full, in a few words where they fit, or left to the list beneath the chart. */
  readonly notes: 'text' | 'short' | 'none'
  readonly phases: 'words' | 'short' | 'none'
  /** Rows of the time axis that there is room for. */
  readonly timeRows: 1 | 2
  /** Fewer px a point than this: show the latest 24. 0: never. */
  readonly leastPitch: number
  /** Each point carries its row of the table, for tooltips and walking. */
  readonly rows: boolean
}

export const SIZES: Readonly<Record<ChartSize, SizeRules>> = {
  desk: {
    width: 1000,
    height: 520,
    left: 48,
    right: 176,
    top: 58,
    bottom: 58,
    k: 1,
    label: 13.5,
    small: 12.5,
    steps: 5,
    ink: SCREEN_INK,
    labels: 'words',
    signals: 'words',
    lanes: 3,
    notes: 'text',
    phases: 'words',
    timeRows: 2,
    leastPitch: 0,
    rows: true,
  },
  phone: {
    width: 358,
    height: 330,
    left: 36,
    right: 44,
    top: 34,
    bottom: 34,
    k: 0.8,
    label: 12.5,
    small: 12.5,
    steps: 5,
    ink: SCREEN_INK,
    labels: 'figures',
    signals: 'letters',
    lanes: 2,
    notes: 'none',
    phases: 'short',
    timeRows: 2,
    leastPitch: 6,
    rows: true,
  },
  wall: {
    width: 600,
    height: 262,
    left: 62,
    right: 132,
    top: 12,
    bottom: 44,
    k: 1.45,
    label: 20,
    small: 20,
    steps: 4,
    ink: SCREEN_INK,
    labels: 'wall',
    signals: 'none',
    lanes: 0,
    notes: 'short',
    phases: 'none',
    timeRows: 1,
    leastPitch: 8,
    rows: false,
  },
  print: {
    width: 642,
    height: 380,
    left: 40,
    right: 158,
    top: 52,
    bottom: 50,
    k: 1,
    label: 12.5,
    small: 12.5,
    steps: 5,
    ink: ONE_INK,
    labels: 'words',
    signals: 'words',
    lanes: 2,
    notes: 'text',
    phases: 'words',
    timeRows: 2,
    leastPitch: 0,
    rows: false,
  },
}
