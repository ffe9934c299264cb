import type { ChartTypeId, MethodOptions } from './analysis.ts'
import type { OptionAbout } from './optionAbout.ts'

const [NHS, EXCEL, QICHARTS, QCC, POWERBI] = [
  'NHSRplotthedots',
  "the NHS's Excel tool",
  'qicharts2',
  'qcc',
  'PowerBI-SPC',
] as const

const DECISION = 9

interface MethodOptionAbout extends OptionAbout {
  readonly name: keyof MethodOptions
  readonly charts: readonly ChartTypeId[] | 'all'
}

/** Every option of a chart's method. `MethodOptions` has their types; here is what they mean, and who does which. */
export const METHOD_OPTIONS: readonly MethodOptionAbout[] = [
  {
    name: 'screenRanges',
    question: 'Do very large moving ranges count towards the limits?',
    charts: ['xmr', 'xmrMedian', 'xmrMedianRange', 'iPrime', 'pPrime', 'uPrime', 't', 'ewma', 'cusum', 'movingAverage'],
    takes: 'switch',
    values: [
      {
        value: 'true',
        means: 'ranges of 3.267 times their mean or more are dropped, once, and the mean is taken again',
        tools: [NHS, POWERBI, `${QICHARTS} (when attached)`, 'Nelson 1982', 'Provost & Murray 2011'],
      },
      { value: 'false', means: 'all ranges count', tools: [EXCEL, QCC, 'Wheeler', 'Laney 2002'] },
    ],
    decision: DECISION,
  },
  {
    name: 'limitsPerRange',
    question: 'How many mean moving ranges from the mean are 3-sigma limits?',
    charts: ['xmr', 'xmrMedian'],
    takes: 'number',
    values: [
      { value: '2.66', means: 'as NHS England prints it', tools: [NHS] },
      { value: '3 ÷ 1.128 = 2.65957', means: 'not rounded: limits 0.016% narrower', tools: [QICHARTS, QCC, POWERBI] },
    ],
    decision: DECISION,
  },
  {
    name: 'limitsPerMedianRange',
    question: 'How many median moving ranges from the centre are 3-sigma limits?',
    charts: ['xmrMedianRange'],
    takes: 'number',
    values: [
      { value: '3.145', means: '3 ÷ 0.954, the constant of median ranges', tools: ['Wheeler 2000'] },
      { value: '3 ÷ 1.128 = 2.65957', means: 'the constant of mean ranges: limits a sixth narrower', tools: [POWERBI] },
    ],
    decision: DECISION,
  },
  {
    name: 'sigmas',
    question: 'How many sigma from the centre do limits stand?',
    charts: 'all',
    takes: 'number',
    values: [{ value: '3', means: 'warning lines stand at two thirds of it', tools: [NHS, QICHARTS, QCC, POWERBI] }],
    decision: DECISION,
  },
  {
    name: 'confidence',
    question: 'Which share of points keeps within the limits by chance, in place of so many sigma?',
    charts: 'all',
    takes: 'number',
    values: [
      { value: 'not used', means: '`sigmas` say where limits stand', tools: [NHS, QICHARTS, POWERBI] },
      {
        value: 'such as 0.9973',
        means:
          'p, np, u, c and g: quantiles of the binomial, Poisson or geometric distribution itself; others: as many sigma as a normal distribution needs',
        tools: [`${QCC} (confidence.level)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'centre',
    question: 'Is the centre line known beforehand?',
    charts: 'all',
    takes: 'number',
    values: [
      { value: 'not given', means: 'computed from the baseline', tools: [NHS, QICHARTS, QCC, POWERBI] },
      { value: 'a number', means: 'before the multiplier', tools: [`${QICHARTS} (cl)`, `${QCC} (center)`] },
    ],
    decision: DECISION,
  },
  {
    name: 'withoutSpread',
    question: 'What is drawn where there is no spread?',
    charts: 'all',
    takes: 'choice',
    values: [
      { value: 'noLimits', means: 'no limits, and the reason', tools: [] },
      {
        value: 'onCentre',
        means: 'both limits on the centre line',
        tools: [QCC, `${NHS}, ${QICHARTS} and ${POWERBI} (ranges not screened)`],
      },
      {
        value: 'onCentreUnlessEqual',
        means: 'so only where the values are not all equal',
        tools: [`${NHS}, ${QICHARTS} and ${POWERBI} (ranges screened)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'assuranceWithoutLimits',
    question: 'What is said of the target where there are no limits?',
    charts: 'all',
    takes: 'choice',
    values: [
      {
        value: 'byValue',
        means: 'a constant series meets or misses it by its value, and the result says so',
        tools: [],
      },
      { value: 'hitOrMiss', means: 'always hit or miss', tools: [NHS, POWERBI] },
    ],
    decision: DECISION,
  },
  {
    name: 'judgedAt',
    question: 'Where are both verdicts read when the last periods are empty?',
    charts: 'all',
    takes: 'choice',
    values: [
      { value: 'latestValue', means: 'at the latest value', tools: [] },
      {
        value: 'lastPeriod',
        means: 'at the last period, although it is empty',
        tools: [NHS, `${POWERBI} (of the rows that it keeps)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'excludedRanges',
    question: 'Which ranges beside an excluded point count?',
    charts: ['mr'],
    takes: 'choice',
    values: [
      { value: 'skipped', means: 'the point is passed over: its neighbours form a range with each other', tools: [] },
      {
        value: 'kept',
        means: 'the ranges on both its sides are kept, and only its own is left out',
        tools: [QICHARTS],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'spreadFrom',
    question: 'Whose differences make the spread of I′?',
    charts: ['iPrime'],
    takes: 'choice',
    values: [
      { value: 'baseline', means: 'those of the baseline, without excluded points', tools: ['Taylor 2017'] },
      { value: 'wholePhase', means: 'those of all points of the phase', tools: [QICHARTS] },
    ],
    decision: DECISION,
  },
  {
    name: 'scoreSpread',
    question: 'How is the spread of the scores measured?',
    charts: ['pPrime', 'uPrime'],
    takes: 'choice',
    values: [
      { value: 'ranges', means: 'by their moving ranges', tools: ['Laney 2002', QICHARTS, POWERBI] },
      {
        value: 'deviation',
        means: 'by their standard deviation, where the order of points means nothing',
        tools: [`${QICHARTS} (names in place of dates)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'sampleSpread',
    question: 'How does sigma follow from the spreads within samples?',
    charts: ['xbar', 's', 'r'],
    takes: 'choice',
    values: [
      {
        value: 'meanIfEqual',
        means: 'the plain mean of the deviations where all samples are of one size, else pooled',
        tools: ['Montgomery', QICHARTS],
      },
      { value: 'pooled', means: 'always pooled by degrees of freedom', tools: [POWERBI] },
      { value: 'meanDeviation', means: 'mean of s ÷ c4', tools: [`${QCC} (UWAVE-SD)`] },
      {
        value: 'weightedDeviation',
        means: 'the same with the weights of least variance',
        tools: [`${QCC} (MVLUE-SD)`],
      },
      { value: 'rootMeanSquare', means: 'root mean square by degrees of freedom, ÷ c4', tools: [`${QCC} (RMSDF)`] },
      { value: 'meanRange', means: 'mean of range ÷ d2', tools: [`${QCC} (UWAVE-R)`] },
      { value: 'weightedRange', means: 'the same with the weights of least variance', tools: [`${QCC} (MVLUE-R)`] },
    ],
    decision: DECISION,
  },
  {
    name: 'rangeConstants',
    question: 'Which d2 and d3 are used?',
    charts: ['xbar', 'r'],
    takes: 'table',
    values: [
      { value: 'exact', means: 'computed, for every size', tools: [] },
      { value: 'a printed table', means: 'rounded to its three decimals', tools: [QCC] },
    ],
    decision: DECISION,
  },
  {
    name: 'spreadBelowZero',
    question: 'Is a lower limit of a spread drawn below 0?',
    charts: ['s', 'r'],
    takes: 'choice',
    values: [
      { value: 'cut', means: 'it is drawn at 0', tools: ['Montgomery', QICHARTS, QCC] },
      { value: 'kept', means: 'where the formula puts it', tools: [POWERBI] },
    ],
    decision: DECISION,
  },
  {
    name: 'sigmaFrom',
    question: 'What is sigma of single values taken from?',
    charts: ['xmr', 'ewma', 'cusum', 'movingAverage'],
    takes: 'choice',
    values: [
      { value: 'ranges', means: 'moving ranges', tools: [NHS, QICHARTS, POWERBI, QCC] },
      { value: 'deviation', means: 'the standard deviation ÷ c4(n)', tools: [`${QCC} (std.dev = "SD")`] },
    ],
    decision: DECISION,
  },
  {
    name: 'countsEvent',
    question: 'Is the event itself one of the cases counted?',
    charts: ['g'],
    takes: 'switch',
    values: [
      { value: 'false', means: 'cases between events: two events in a row are 0', tools: [QICHARTS, POWERBI] },
      {
        value: 'true',
        means: 'cases up to and with the event: two in a row are 1; the line is their mean',
        tools: [QCC],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'weight',
    question: 'What does the newest value weigh (λ)?',
    charts: ['ewma'],
    takes: 'number',
    values: [{ value: '0.2', means: 'above 0 and up to 1', tools: [QCC, 'Montgomery'] }],
    decision: DECISION,
  },
  {
    name: 'span',
    question: 'Over how many periods does the average go?',
    charts: ['movingAverage'],
    takes: 'number',
    values: [{ value: '5', means: 'a whole number of 1 or more', tools: ['Montgomery'] }],
    decision: DECISION,
  },
  {
    name: 'allowance',
    question: 'What may a value differ from the centre without adding to a sum (k, in sigma)?',
    charts: ['cusum'],
    takes: 'number',
    values: [
      { value: '0.5', means: 'half the shift that is to be found', tools: [`${QCC} (se.shift = 1)`, 'Montgomery'] },
    ],
    decision: DECISION,
  },
  {
    name: 'decisionInterval',
    question: 'Where do the limits of the sums stand (h, in sigma)?',
    charts: ['cusum'],
    takes: 'number',
    values: [{ value: '5', means: 'both sides', tools: [QCC, 'Montgomery'] }],
    decision: DECISION,
  },
  {
    name: 'headStart',
    question: 'Where do the sums begin (in sigma)?',
    charts: ['cusum'],
    takes: 'number',
    values: [
      { value: '0', means: 'at the centre', tools: [QCC, 'Montgomery'] },
      {
        value: 'such as 2.5',
        means: 'half the decision interval finds a process that is off from the start',
        tools: ['Lucas & Crosier 1982'],
      },
    ],
    decision: DECISION,
  },
]
