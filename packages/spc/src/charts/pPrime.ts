import type { ChartType } from './chartType.ts'
import { drawPooled, PROPORTION } from './pooled.ts'

/**
 * @see Laney 2002, Quality Engineering 14:531
 */
export const pPrime: ChartType = {
  id: 'pPrime',
  label: 'p′ (proportion, large numbers)',
  useWhen: 'A share of a whole of thousands, where a p chart calls nearly every point special.',
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(PROPORTION, true, stretch, method, lines),
}
