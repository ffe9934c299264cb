import type { ChartType } from './chartType.ts'
import { drawPooled, RATE } from './pooled.ts'

/**
 * @see Montgomery, Introduction to Statistical Quality Control, 7.3
 */
export const u: ChartType = {
  id: 'u',
  label: 'u (rate)',
  useWhen: 'Events per amount of activity, such as falls per 1,000 bed days.',
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(RATE, false, stretch, method, lines),
}
