import type { ChartTypeId, FigureKind, FunnelKind } from '@golden-thread/spc'

export const MEASURE_KINDS = [
  'count',
  'proportion',
  'rate',
  'standardisedRatio',
  'ratio',
  'average',
  'published',
  'timeBetween',
  'rareEvent',
] as const

/** The kind of data: decides how a value comes from what was counted, and which charts suit. */
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export interface KindOfMeasure {
  readonly id: MeasureKind
  readonly label: string
  /** For a person who chooses. */
  readonly example: string
  /** What its figures are to advice on charts. */
  readonly figures: FigureKind
  readonly needsDenominator: boolean
  /** Value = numerator ÷ denominator. */
  readonly divides: boolean
  /** Each observation is an event with its date, not a period. */
  readonly dated: boolean
  /** What is counted cannot be below nought. */
  readonly counts: boolean
  /** Parts of a whole: the numerator is never above the denominator. */
  readonly partOfWhole: boolean
  /** Figures come as they are shown, and are stored divided by the multiplier: another multiplier would change them all. */
  readonly storedByMultiplier: boolean
  readonly unit: string
  readonly multiplier: number
  /** How units and peers are compared at one time; null where figures say nothing of how sure they are. */
  readonly funnel: FunnelKind | null
  /** The default first; each with when to choose it. */
  readonly charts: readonly { readonly chart: ChartTypeId; readonly when: string }[]
}

const XMR = {
  chart: 'xmr',
  when: 'As the NHS does by default: the limits come from how the values themselves move.',
} as const
const XMR_MEDIAN = {
  chart: 'xmrMedian',
  when: 'As XmR, where a few extreme values would pull the mean away from where most values lie.',
} as const
const XMR_MEDIAN_RANGE = {
  chart: 'xmrMedianRange',
  when: 'As XmR, where a few extreme values would move the mean and widen the limits too.',
} as const
const RUN = { chart: 'run', when: 'For few points, or skewed values: the median, no limits.' } as const
const I_PRIME = {
  chart: 'iPrime',
  when: 'Sizes that differ much, where values vary by more than their size explains. The limits follow the size.',
} as const

const KINDS: readonly KindOfMeasure[] = [
  {
    id: 'count',
    label: 'Count',
    example: 'Falls in a month, patients waiting',
    figures: 'count',
    needsDenominator: false,
    divides: false,
    dated: false,
    counts: true,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: '',
    multiplier: 1,
    funnel: null,
    charts: [
      XMR,
      { chart: 'c', when: 'Small counts of separate events while the chance of one stays the same.' },
      XMR_MEDIAN,
      XMR_MEDIAN_RANGE,
      RUN,
    ],
  },
  {
    id: 'proportion',
    label: 'Proportion',
    example: 'Patients seen within four hours, out of all who came',
    figures: 'proportion',
    needsDenominator: true,
    divides: true,
    dated: false,
    counts: true,
    partOfWhole: true,
    storedByMultiplier: false,
    unit: '%',
    multiplier: 100,
    funnel: 'proportion',
    charts: [
      XMR,
      { chart: 'p', when: 'Small denominators that change from period to period, such as a ward’s.' },
      { chart: 'pPrime', when: 'Denominators in the thousands, where p limits are far too narrow.' },
      I_PRIME,
      XMR_MEDIAN,
      XMR_MEDIAN_RANGE,
      RUN,
    ],
  },
  {
    id: 'rate',
    label: 'Rate',
    example: 'Falls for every 1,000 bed days',
    figures: 'rate',
    needsDenominator: true,
    divides: true,
    dated: false,
    counts: true,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: 'per 1,000',
    multiplier: 1000,
    funnel: 'rate',
    charts: [
      XMR,
      { chart: 'u', when: 'Few events, over a changing amount of care.' },
      { chart: 'uPrime', when: 'Very large amounts of care, where u limits are far too narrow.' },
      I_PRIME,
      XMR_MEDIAN,
      XMR_MEDIAN_RANGE,
      RUN,
    ],
  },
  {
    id: 'standardisedRatio',
    label: 'Standardised ratio',
    example: 'Deaths, against those expected from patients’ ages and illnesses',
    figures: 'rate',
    needsDenominator: true,
    divides: true,
    dated: false,
    counts: true,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: '',
    multiplier: 1,
    funnel: 'standardisedRatio',
    charts: [
      XMR,
      { chart: 'u', when: 'Few events: the limits follow the number that is expected.' },
      I_PRIME,
      XMR_MEDIAN,
      XMR_MEDIAN_RANGE,
      RUN,
    ],
  },
  {
    id: 'ratio',
    label: 'Ratio',
    example: 'Nursing hours for every patient day',
    figures: 'value',
    needsDenominator: true,
    divides: true,
    dated: false,
    counts: false,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: '',
    multiplier: 1,
    funnel: null,
    charts: [XMR, I_PRIME, XMR_MEDIAN, XMR_MEDIAN_RANGE, RUN],
  },
  {
    id: 'average',
    label: 'Average',
    example: 'Mean length of stay, with how many stays stand behind it',
    figures: 'value',
    needsDenominator: false,
    divides: false,
    dated: false,
    counts: false,
    partOfWhole: false,
    storedByMultiplier: true,
    unit: '',
    multiplier: 1,
    funnel: null,
    charts: [
      XMR,
      {
        chart: 'xbar',
        when: 'Where each average comes with its size and standard deviation, and values of one period hardly depend on each other.',
      },
      XMR_MEDIAN,
      XMR_MEDIAN_RANGE,
      RUN,
    ],
  },
  {
    id: 'published',
    label: 'Published value that can’t be added up',
    example: 'A median or 92nd percentile waiting time',
    figures: 'value',
    needsDenominator: false,
    divides: false,
    dated: false,
    counts: false,
    partOfWhole: false,
    storedByMultiplier: true,
    unit: '',
    multiplier: 1,
    funnel: null,
    charts: [XMR, XMR_MEDIAN, XMR_MEDIAN_RANGE, RUN],
  },
  {
    id: 'timeBetween',
    label: 'Time between events',
    example: 'Days between one MRSA infection and the next',
    figures: 'timeBetween',
    needsDenominator: false,
    divides: false,
    dated: true,
    counts: false,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: 'days',
    multiplier: 1,
    funnel: null,
    charts: [
      { chart: 't', when: 'Rare events at any time: longer is rarer.' },
      { ...XMR, when: 'When the times are neither rare nor skewed.' },
      RUN,
    ],
  },
  {
    id: 'rareEvent',
    label: 'Rare event',
    example: 'Operations between one retained swab and the next',
    figures: 'casesBetween',
    needsDenominator: false,
    divides: false,
    dated: true,
    counts: false,
    partOfWhole: false,
    storedByMultiplier: false,
    unit: 'cases',
    multiplier: 1,
    funnel: null,
    charts: [{ chart: 'g', when: 'Whole numbers of cases or days between rare events.' }, RUN],
  },
]

export function kindOf(id: MeasureKind): KindOfMeasure {
  return KINDS.find((kind) => kind.id === id)!
}

/**
 * Charts that some kind of measure has, in the order in which kinds name them. Charts that draw something else in the value's
 * place are none of them: its spread alone (moving range, S, R), or sums and averages of past values (EWMA, CUSUM, moving
 * average), which would stand on the overview as if they were the value and be held against its target.
 */
export const CHARTS_OF_ALL_KINDS: readonly ChartTypeId[] = [
  ...new Set(KINDS.flatMap(({ charts }) => charts.map(({ chart }) => chart))),
]
