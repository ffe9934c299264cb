import type { ChartType } from './chartType.ts'
import { drawPooled, RATE } from './pooled.ts'

/**
 * @see Laney 2002, Quality Engineering 14:531
 */
export const uPrime: ChartType = {
  id: 'uPrime',
  label: 'u′ (rate, large numbers)',
  useWhen: 'Events per amount of activity, where a u chart calls nearly every point special.',
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(RATE, true, stretch, method, lines),
}
