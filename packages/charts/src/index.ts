export type { ChartNote, ChartPeriod, ChartSize, ControlChart, DrawOptions, PhaseNote, Sparkline } from './chart.ts'
