import type { ChartType } from './chartType.ts'
import { drawPooled, RATE } from './pooled.ts'

/**
 * @see Montgomery, Introduction to Statistical Quality Control, 7.3
 */
export const u: ChartType = {
  id: 'u',
  label: 'u (rate)',
  useWhen: 'Events per amount of activity, such as falls per 1,000 bed days.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{u} = \frac{\sum_i y_i}{\sum_i n_i}` },
      { of: 'Limits', tex: String.raw`\bar{u} \pm 3 \sqrt{\frac{\bar{u}}{n_i}}` },
    ],
    letters: 'y_i: events at point i; n_i: the activity in which they could happen',
    needs:
      'Events and the activity that they are counted per, such as bed days. Events must be independent, and rare in each unit of activity.',
    reads:
      'Limits step with the activity and do not go below 0. A lower limit of 0 means that no period can be surprisingly good by itself: runs can still tell.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 7.3'],
    example: {
      title: 'Falls per 1,000 bed days',
      numerators: [14, 17, 12, 16, 13, 15, 18, 14, 12, 16, 15, 17, 13, 14, 26, 15, 12, 11, 13, 12],
      denominators: [
        4100, 3950, 4200, 4020, 3880, 4150, 4300, 4050, 3980, 4120, 4200, 4070, 3990, 4150, 4020, 4110, 3960, 4040,
        4180, 4090,
      ],
      multiplier: 1000,
      direction: 'lower',
    },
  },
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(RATE, false, stretch, method, lines),
}
