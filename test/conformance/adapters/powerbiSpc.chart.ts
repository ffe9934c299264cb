import { type Analysis, analyse, type ChartTypeId, type SeriesInput } from '@golden-thread/spc'
import { type Case, knownOptions, NotComparable, numberOption, numbers, optionOf } from '../case.ts'
import { isOfSamples, keptRows, phaseStarts } from './powerbiSpc.rows.ts'
import { directionOf, ruleSetOf } from './powerbiSpc.rules.ts'

/** One case as our engine sees it. */
export interface Charted {
  /** Row of the input that each point comes from. */
  readonly rows: readonly number[]
  readonly removed: number
  /** The chart with its limits at 1, 2 and 3 sigma. */
  readonly one: Analysis
  readonly two: Analysis
  readonly three: Analysis
}

export function chartOf(testCase: Case): Charted {
  knownOptions(testCase, OPTIONS)
  const chart = CHARTS.get(testCase.chart)
  if (!chart) throw new NotComparable(`chart ${testCase.chart}`)
  const { kept, removed } = keptRows(testCase)
  const at = (sigmas: number) => analyse(inputOf(testCase, chart, kept, sigmas))
  return { rows: kept, removed, one: at(1), two: at(2), three: at(3) }
}

const OPTIONS = [
  'screenMovingRanges',
  'improvementDirection',
  'shiftN',
  'trendN',
  'twoInThreeHighlightSeries',
  'astronomicalLimit',
  'twoInThreeLimit',
  'processFlagType',
  'flagOnlyLastPoint',
  'altTarget',
  'subsetPoints',
  'subsetFrom',
]

const CHARTS = new Map<string, ChartTypeId>([
  ['run', 'run'],
  ['i', 'xmr'],
  ['i_m', 'xmrMedian'],
  ['i_mm', 'xmrMedianRange'],
  ['mr', 'mr'],
  ['p', 'p'],
  ['pp', 'pPrime'],
  ['u', 'u'],
  ['up', 'uPrime'],
  ['c', 'c'],
  ['g', 'g'],
  ['t', 't'],
  ['xbar', 'xbar'],
  ['s', 's'],
])

/** Charts whose limits come from mean moving ranges: screening leaves none where all values are equal. The median of none is 0. */
const BY_RANGES = ['i', 'i_m', 'pp', 'up', 't']

function inputOf(testCase: Case, chart: ChartTypeId, kept: readonly number[], sigmas: number): SeriesInput {
  const screened = testCase.options.screenMovingRanges !== false
  const target = numberOption(testCase, 'altTarget')
  const baseline = baselineOf(testCase)
  return {
    chart,
    direction: directionOf(testCase),
    ...figuresOf(testCase, kept),
    ...(target === null ? {} : { target }),
    phases: phaseStarts(testCase, kept).map((start) => ({ start, ...baseline })),
    ruleSet: ruleSetOf(testCase),
    method: {
      screenRanges: screened,
      limitsPerRange: 3 / 1.128,
      limitsPerMedianRange: 3 / 1.128,
      sampleSpread: 'pooled',
      spreadBelowZero: 'kept',
      withoutSpread: screened && BY_RANGES.includes(testCase.chart) ? 'onCentreUnlessEqual' : 'onCentre',
      assuranceWithoutLimits: 'hitOrMiss',
      judgedAt: 'lastPeriod',
      sigmas,
    },
  }
}

function figuresOf(testCase: Case, kept: readonly number[]) {
  const pick = (name: string) => {
    const all = numbers(testCase, name)
    return Float64Array.from(kept, (row) => all[row]!)
  }
  const numerators = pick('numerator')
  if (isOfSamples(testCase)) {
    const deviations = testCase.chart === 's' ? numerators : pick('sd')
    return { numerators, samples: { sizes: pick('denominator'), deviations } }
  }
  return { numerators, ...(testCase.input.denominator ? { denominators: pick('denominator') } : {}) }
}

/** The first or the last rows of each phase make the limits; all of them where nothing is asked. */
function baselineOf(testCase: Case) {
  const baseline = numberOption(testCase, 'subsetPoints')
  if (baseline === null) return {}
  const from = testCase.options.subsetFrom == null ? 'Start' : optionOf(testCase, 'subsetFrom', ['Start', 'End'])
  return { baseline, baselineFrom: from === 'Start' ? ('start' as const) : ('end' as const) }
}
