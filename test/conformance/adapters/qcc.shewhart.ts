import {
  type Analysis,
  analyse,
  type ChartTypeId,
  customRuleSet,
  type MethodOptions,
  type RuleSet,
  type SampleSpread,
  type SeriesInput,
  signals,
} from '@golden-thread/spc'
import { type Case, knownOptions, listOf, NotComparable, numberOption, numbers, orNull } from '../case.ts'
import { QCC_RANGES } from './qcc.constants.ts'
import { samplesOf } from './qcc.samples.ts'

/** Its centre, limits, standard deviation of the process, and the places of what it flags, counted from 1. */
export function shewhartAnswer(testCase: Case): Readonly<Record<string, unknown>> {
  knownOptions(testCase, ['stdDevMethod', 'nSigmas', 'runLength', 'calibrationPoints', 'confidenceLevel'])
  const kind = KINDS[testCase.chart]
  if (!kind) throw new NotComparable(`chart ${testCase.chart}`)
  const rules = rulesOf(testCase)
  const input: SeriesInput = { ...kind.input(testCase), ruleSet: rules }
  const centred = analyse(input)
  const limited = testCase.options.confidenceLevel != null && kind.exact ? analyse(kind.exact(input, centred)) : centred
  return {
    points: {
      statistic: listOf(centred.values),
      center: listOf(centred.centre),
      lcl: listOf(limited.lower),
      ucl: listOf(limited.upper),
    },
    stdDev: kind.sigma(centred, input).map(orNull),
    beyondLimits: placesOf(limited, 'outside', rules),
    violatingRuns: placesOf(centred, 'shift', rules),
  }
}

const RUN_LENGTH = 7

/** Points outside, and runs of any length, flagged from the point that completes one. */
function rulesOf(testCase: Case): RuleSet {
  return customRuleSet({
    id: 'qcc',
    label: 'qcc',
    citation: 'qcc 2.7, as its options set it',
    version: '1',
    rules: [
      { rule: 'outside' },
      { rule: 'shift', length: numberOption(testCase, 'runLength') ?? RUN_LENGTH, flagged: 'completing' },
    ],
  })
}

interface Kind {
  readonly input: (testCase: Case) => SeriesInput
  /** The peer's standard deviation of the process, of which it has one or one a point, from ours. */
  readonly sigma: (analysis: Analysis, input: SeriesInput) => readonly number[]
  /** Where its exact limits are not those of the counts that it shows: ours that they are. */
  readonly exact?: (input: SeriesInput, shown: Analysis) => SeriesInput
}

const KINDS: Readonly<Record<string, Kind>> = {
  'xbar.one': {
    input: (testCase) => ofValues(testCase, 'xmr', { sigmaFrom: sigmaFromOf(testCase) }),
    sigma: (_, input) => {
      const { upper, centre } = analyse(atThreeSigma(input))
      return [(upper[0]! - centre[0]!) / 3]
    },
  },
  p: {
    input: (testCase) => ofRatios(testCase, 'p'),
    sigma: ({ centre }) => [Math.sqrt(centre[0]! * (1 - centre[0]!))],
  },
  np: { input: (testCase) => ofRatios(testCase, 'np'), sigma: sigmaOfCounts },
  u: { input: (testCase) => ofRatios(testCase, 'u'), sigma: ({ centre }) => [Math.sqrt(centre[0]!)] },
  c: { input: (testCase) => ofValues(testCase, 'c', {}), sigma: ({ centre }) => [Math.sqrt(centre[0]!)] },
  g: {
    input: (testCase) => ofValues(testCase, 'g', { countsEvent: true }),
    sigma: ({ centre }) => [Math.sqrt(centre[0]! * (centre[0]! - 1))],
    // Its quantiles are those of cases before the event, although its counts include it.
    exact: (input, { centre }) => ({
      ...input,
      method: { ...input.method, countsEvent: false, centre: centre[0]! - 1 },
    }),
  },
  xbar: { input: (testCase) => ofSamples(testCase, 'xbar'), sigma: sigmaOfSamples },
  R: { input: (testCase) => ofSamples(testCase, 'r'), sigma: sigmaOfSamples },
  S: { input: (testCase) => ofSamples(testCase, 's'), sigma: sigmaOfSamples },
}

const SIGMAS = { MR: 'ranges', SD: 'deviation' } as const

/** Sigma of single values: by moving ranges unless the peer is told otherwise. */
export function sigmaFromOf({ options }: Case): 'ranges' | 'deviation' {
  const asked = String(options.stdDevMethod ?? 'MR')
  if (asked === 'auto') return SIGMAS.MR
  if (asked !== 'MR' && asked !== 'SD') throw new NotComparable(`options.stdDevMethod: ${asked}`)
  return SIGMAS[asked]
}

const SPREADS: Readonly<Record<string, SampleSpread>> = {
  'UWAVE-R': 'meanRange',
  'UWAVE-SD': 'meanDeviation',
  'MVLUE-R': 'weightedRange',
  'MVLUE-SD': 'weightedDeviation',
  RMSDF: 'rootMeanSquare',
}

/** Samples of more values than this have their sigma from deviations, unless the peer is told otherwise. */
const LARGEST_BY_RANGE = 25

function ofValues(testCase: Case, chart: ChartTypeId, method: MethodOptions): SeriesInput {
  return { ...common(testCase, chart, method), numerators: numbers(testCase, 'value') }
}

function ofRatios(testCase: Case, chart: ChartTypeId): SeriesInput {
  return {
    ...common(testCase, chart, {}),
    numerators: numbers(testCase, 'numerator'),
    denominators: numbers(testCase, 'denominator'),
  }
}

function ofSamples(testCase: Case, chart: 'xbar' | 'r' | 's'): SeriesInput {
  const samples = samplesOf(testCase)
  const method = { sampleSpread: spreadOf(testCase, samples.sizes), rangeConstants: QCC_RANGES }
  const shown = { xbar: samples.means, r: samples.ranges, s: samples.deviations }
  return { ...common(testCase, chart, method), numerators: shown[chart], samples }
}

function spreadOf({ chart, options }: Case, sizes: ArrayLike<number>): SampleSpread {
  const asked = String(options.stdDevMethod ?? 'auto')
  if (asked !== 'auto') {
    const known = SPREADS[asked]
    if (!known) throw new NotComparable(`options.stdDevMethod: ${asked}`)
    return known
  }
  if (chart === 'S') return 'meanDeviation'
  return chart === 'R' || Math.max(...Array.from(sizes)) <= LARGEST_BY_RANGE ? 'meanRange' : 'rootMeanSquare'
}

function common(testCase: Case, chart: ChartTypeId, method: MethodOptions): Omit<SeriesInput, 'numerators'> {
  const baseline = numberOption(testCase, 'calibrationPoints')
  const confidence = numberOption(testCase, 'confidenceLevel')
  return {
    chart,
    direction: 'neither',
    ...(baseline === null ? {} : { phases: [{ start: 0, baseline }] }),
    method: {
      screenRanges: false,
      limitsPerRange: 3 / 1.128,
      withoutSpread: 'onCentre',
      ...(confidence === null ? { sigmas: numberOption(testCase, 'nSigmas') ?? 3 } : { confidence }),
      ...method,
    },
  }
}

function atThreeSigma(input: SeriesInput): SeriesInput {
  const { confidence: _, ...method } = input.method!
  return { ...input, method: { ...method, sigmas: 3 } }
}

/** What our x̄ chart of the same samples has as 3 sigma ÷ √n. */
function sigmaOfSamples(_: Analysis, input: SeriesInput): readonly number[] {
  const { sizes } = input.samples!
  const { upper, centre } = analyse({ ...atThreeSigma(input), chart: 'xbar' })
  return [((upper[0]! - centre[0]!) / 3) * Math.sqrt(sizes[0]!)]
}

/** One where all are the same. */
function sigmaOfCounts({ centre }: Analysis, { denominators }: SeriesInput): readonly number[] {
  const sigmas = Array.from(centre, (count, at) => Math.sqrt(count * (1 - count / denominators![at]!)))
  return new Set(denominators as Float64Array).size === 1 || sigmas.every((sigma) => sigma === 0)
    ? [sigmas[0]!]
    : sigmas
}

/** Places of the points that a rule flags, counted from 1 and in order. */
function placesOf(analysis: Analysis, rule: string, rules: RuleSet): readonly number[] {
  const places = signals(analysis, rules).flatMap((signal) => (signal.rule === rule ? signal.points : []))
  return places.map((at) => at + 1).sort((a, b) => a - b)
}
