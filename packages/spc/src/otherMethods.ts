import type { ChartAbout } from './charts/chartAbout.ts'
import { FUNNEL_OPTIONS } from './funnels/funnelOptions.ts'
import type { OptionAbout } from './optionAbout.ts'

/** A method that is no chart of one series about its centre line. */
export interface OtherMethod extends Omit<ChartAbout, 'example'> {
  readonly id: string
  readonly label: string
  /** The function of this package. */
  readonly by: string
  readonly useWhen: string
  readonly options?: readonly OptionAbout[]
}

const SPIEGELHALTER = [
  'Spiegelhalter 2005, Statistics in Medicine 24:1185 (funnel plots)',
  'Spiegelhalter 2005, Quality and Safety in Health Care 14:347 (over-dispersion)',
  'DerSimonian & Laird 1986',
  "NHS England, SHMI specification (`scale: 'log'`, `outerScores: 'truncated'`, `denominatorDecimals: 2`)",
]

export const OTHER_METHODS: readonly OtherMethod[] = [
  {
    id: 'funnel',
    label: 'Funnel plot',
    by: 'funnel',
    options: FUNNEL_OPTIONS,
    useWhen: 'Units side by side at one time: which of them differ by more than their size explains.',
    formulas: [
      {
        of: 'Target',
        tex: String.raw`\theta = \frac{\sum_i y_i}{\sum_i n_i} \quad \text{(1 for standardised ratios)}`,
      },
      { of: 'Scores', tex: String.raw`z_i = \frac{f(y_i / n_i) - f(\theta)}{s_i}` },
      {
        of: 'Over-dispersion',
        tex: String.raw`\varphi = \frac{1}{I} \sum_i z_i^2, \quad \tau^2 = \max \left( 0, \frac{I \varphi - (I - 1)}{\sum w_i - \sum w_i^2 / \sum w_i} \right), \quad w_i = s_i^{-2}`,
      },
      { of: 'Limits', tex: String.raw`f^{-1} \left( f(\theta) \pm k \sqrt{s(n)^2 + \tau^2} \right)` },
    ],
    letters:
      'y_i, n_i: numerator and denominator of unit i; I: units; f: arcsine of the root for proportions, square root or logarithm for the others; s: standard error on that scale; k: 1.96 and 3.09. Without over-dispersion limits are the exact ones of the binomial or Poisson distribution',
    constants: [
      { value: '10%', is: 'outer scores at each end that are pulled in before φ', source: 'Spiegelhalter 2005' },
      {
        value: '95%, 99.8%',
        is: 'shares of units that each pair of limits holds by chance',
        source: 'Spiegelhalter 2005',
      },
    ],
    needs: 'A numerator and a denominator a unit, of one period; or observed and expected counts.',
    reads:
      'A unit outside is worth a question, no verdict. Units within do not differ by more than chance, so their order says nothing. It says nothing of change over time: that is what a control chart of the unit is for.',
    sources: SPIEGELHALTER,
  },
  {
    id: 'pareto',
    label: 'Pareto chart',
    by: 'pareto',
    useWhen: 'Counts by reason or kind: which few make up most of it.',
    formulas: [
      {
        of: 'Cumulative share',
        tex: String.raw`S_k = \frac{\sum_{j \le k} c_j}{\sum_j c_j}, \quad c_1 \ge c_2 \ge \dots`,
      },
    ],
    letters: 'c_j: the count of the j-th most frequent category; what is gathered as “other” stands last',
    constants: [
      {
        value: '80%',
        is: 'the vital few are the fewest that make up this share',
        source: 'Juran 1951, Quality Control Handbook',
      },
    ],
    needs: 'Counts of categories, of a time in which the process was steady.',
    reads:
      'The vital few are named only where they are at most half of the categories. Where all are about alike, or most is “other”, it says so in place of naming any.',
    sources: ['Juran 1951, Quality Control Handbook', 'Montgomery, Introduction to Statistical Quality Control, 5.4'],
  },
  {
    id: 'rebasedRun',
    label: 'Run chart with re-based medians',
    by: 'rebasedRun',
    useWhen: 'A long series whose level changed several times, to see from when on it held.',
    formulas: [
      { of: 'First median', tex: String.raw`\operatorname{median}(x_1, \dots, x_{13})` },
      {
        of: 'Next median',
        tex: String.raw`\operatorname{median}(x_a, \dots, x_b) \text{ of the first 9 values in a row on one side}`,
      },
    ],
    letters: 'x_i: values in order of time; those on the median are passed over',
    constants: [
      { value: '13 and 9', is: 'values of the first median, and of a run that makes a new one', source: 'runcharter' },
    ],
    needs: 'One number a period, 22 or more.',
    reads: 'Each new median is a proposal. That a process has changed is for a person to say, with a reason.',
    sources: ['runcharter 0.2.0.9000', 'Anhøj & Olesen 2014, PLoS ONE 9:e113825'],
  },
  {
    id: 'bernoulliCusum',
    label: 'CUSUM of single cases',
    by: 'bernoulliCusum',
    useWhen: 'Cases one by one, each with an event or without, where a change must be found before a month is over.',
    formulas: [
      {
        of: 'Weight of a case',
        tex: String.raw`w_i = y_i \log \frac{p_1}{p_0} + (1 - y_i) \log \frac{1 - p_1}{1 - p_0}`,
      },
      { of: 'Sum', tex: String.raw`S_i = \max(0, S_{i-1} + w_i)` },
    ],
    letters:
      'y_i: 1 for an event, 0 without; p_0: the share as it should be; p_1: the share whose odds are so many times those of p_0',
    constants: [
      { value: '2', is: 'odds ratio to be found', source: 'qicharts2 0.8.1' },
      { value: '3.5', is: 'where a sum signals and begins again', source: 'qicharts2 0.8.1' },
    ],
    needs: 'Cases in order of time, and a share that is known from before them.',
    reads:
      'A sum at its limit says that the chance of an event has changed. Between signals it is evidence on its way, not a verdict.',
    sources: ['Steiner, Cook, Farewell & Treasure 2000, Biostatistics 1:441'],
  },
]
