import type { ChartType } from './chartType.ts'
import { drawPooled, PROPORTION } from './pooled.ts'

/**
 * @see Montgomery, Introduction to Statistical Quality Control, 7.2
 */
export const p: ChartType = {
  id: 'p',
  label: 'p (proportion)',
  useWhen: 'A share of a counted whole, such as patients seen within four hours.',
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(PROPORTION, false, stretch, method, lines),
}
