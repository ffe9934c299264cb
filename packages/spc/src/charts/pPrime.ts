import type { ChartType } from './chartType.ts'
import { drawPooled, PROPORTION } from './pooled.ts'
import { SCREENED_AT } from './sharedWords.ts'

/**
 * @see Laney 2002, Quality Engineering 14:531
 */
export const pPrime: ChartType = {
  id: 'pPrime',
  label: 'p′ (proportion, large numbers)',
  useWhen: 'A share of a whole of thousands, where a p chart calls nearly every point special.',
  about: {
    formulas: [
      { of: 'Scores', tex: String.raw`z_i = \frac{y_i / n_i - \bar{p}}{\sqrt{\bar{p} (1 - \bar{p}) / n_i}}` },
      { of: 'Spread of the scores', tex: String.raw`\sigma_z = \frac{\overline{MR}(z)}{1.128}` },
      { of: 'Limits', tex: String.raw`\bar{p} \pm 3 \, \sigma_z \sqrt{\frac{\bar{p} (1 - \bar{p})}{n_i}}` },
    ],
    letters: 'y_i: the numerator at point i; n_i: its denominator; MR(z): moving ranges of the scores, screened',
    constants: [
      {
        value: '1.128',
        is: 'd2 for pairs: the mean range of two normal values, in sigma',
        source: 'Montgomery, appendix VI',
      },
      SCREENED_AT,
    ],
    needs: 'As p, with large denominators.',
    reads:
      'As p. A spread of the scores of 1 gives the limits of p; well above 1 says that periods differ by more than counting.',
    sources: ['Laney 2002, Quality Engineering 14:531'],
    example: {
      title: 'Patients admitted through the emergency department, per cent',
      numerators: [
        1824, 1705, 1951, 1760, 1815, 1727, 1990, 1863, 1746, 1895, 1844, 1790, 1748, 2104, 2082, 2059, 2108, 2021,
        2166, 2103,
      ],
      denominators: [
        9120, 8950, 9300, 9010, 8870, 9250, 9400, 9105, 8930, 9160, 9240, 9080, 8990, 9190, 9020, 9130, 8940, 9060,
        9210, 9110,
      ],
      multiplier: 100,
      direction: 'lower',
    },
  },
  needsDenominator: true,
  needsCounts: true,
  centreName: 'mean',
  draw: (stretch, method, lines) => drawPooled(PROPORTION, true, stretch, method, lines),
}
