import type { ChartType } from './chartType.ts'
import { drawPooled, PROPORTION } from './pooled.ts'

/**
 * @see Montgomery, Introduction to Statistical Quality Control, 7.2
 */
export const p: ChartType = {
  id: 'p',
  label: 'p (proportion)',
  useWhen: 'A share of a counted whole, such as patients seen within four hours.',
  about: {
    formulas: [
      { of: 'Centre line', tex: String.raw`\bar{p} = \frac{\sum_i y_i}{\sum_i n_i}` },
      { of: 'Limits', tex: String.raw`\bar{p} \pm 3 \sqrt{\frac{\bar{p} (1 - \bar{p})}{n_i}}` },
    ],
    letters: 'y_i: the numerator at point i; n_i: its denominator',
    needs:
      'A count and the whole that it is part of, each period. Every one of the whole must have about the same chance. The chart is rough where a period expects fewer than about five.',
    reads:
      'Limits step with the denominators: the fewer patients, the wider. With thousands a period they get so narrow that every point is outside: then p′ or XmR is the chart. Limits end at 0 and 1.',
    sources: ['Montgomery, Introduction to Statistical Quality Control, 7.2'],
    example: {
      title: 'Patients seen within four hours, per cent',
      numerators: [82, 75, 88, 79, 81, 77, 90, 83, 76, 85, 84, 80, 78, 104, 102, 99, 108, 101, 106, 103],
      denominators: [
        410, 395, 420, 402, 388, 415, 430, 405, 398, 412, 420, 407, 399, 415, 402, 411, 396, 404, 418, 409,
      ],
      multiplier: 100,
      direction: 'higher',
    },
  },
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(PROPORTION, false, stretch, method, lines),
}
