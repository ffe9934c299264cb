import { type Analysis, analyse, type ChartTypeId, type SeriesInput, signals } from '@golden-thread/spc'
import { type Adapter, type Case, knownOptions, listOf, NotComparable, numberOption, numbers } from '../case.ts'

/** qcc: individuals by their moving ranges, p, u and c charts in the order of their rows. */
export const qcc: Adapter = {
  peer: 'qcc',
  excuses: [],
  answer(testCase) {
    knownOptions(testCase, ['stdDevMethod', 'nSigmas', 'runLength', 'calibrationPoints'])
    const kind = KINDS[testCase.chart]
    if (!kind) throw new NotComparable(`chart ${testCase.chart}`)
    const method = testCase.options.stdDevMethod ?? 'MR'
    if (method !== 'MR') throw new NotComparable(`options.stdDevMethod: ${method}`)
    const runLength = numberOption(testCase, 'runLength') ?? SHIFT
    if (runLength !== SHIFT) throw new NotComparable(`options.runLength: ${runLength}`)

    const sigmas = numberOption(testCase, 'nSigmas') ?? 3
    const analysis = analyse(inputOf(testCase, kind.chart, sigmas))
    const found = signals(analysis)
    return {
      points: {
        statistic: listOf(analysis.values),
        center: listOf(analysis.centre),
        lcl: listOf(analysis.lower),
        ucl: listOf(analysis.upper),
      },
      stdDev: [kind.sigma(analysis, sigmas)],
      beyondLimits: found
        .flatMap(({ rule, points }) => (rule === 'outside' ? points.map((at) => at + 1) : []))
        .sort(byNumber),
      // The peer flags a run from its seventh point on, ours from its first.
      violatingRuns: found.flatMap(({ rule, points }) =>
        rule === 'shift' ? points.slice(SHIFT - 1).map((at) => at + 1) : [],
      ),
    }
  },
}

const SHIFT = 7

interface Kind {
  readonly chart: ChartTypeId
  /** The peer's standard deviation of the process, from our lines. */
  readonly sigma: (analysis: Analysis, sigmas: number) => number
}

const KINDS: Readonly<Record<string, Kind>> = {
  'xbar.one': { chart: 'xmr', sigma: ({ upper, centre }, sigmas) => (upper[0]! - centre[0]!) / sigmas },
  p: { chart: 'p', sigma: ({ centre }) => Math.sqrt(centre[0]! * (1 - centre[0]!)) },
  u: { chart: 'u', sigma: ({ centre }) => Math.sqrt(centre[0]!) },
  c: { chart: 'c', sigma: ({ centre }) => Math.sqrt(centre[0]!) },
}

function inputOf(testCase: Case, chart: ChartTypeId, sigmas: number): SeriesInput {
  const baseline = numberOption(testCase, 'calibrationPoints')
  const figures = testCase.input.value
    ? { numerators: numbers(testCase, 'value') }
    : { numerators: numbers(testCase, 'numerator'), denominators: numbers(testCase, 'denominator') }
  return {
    chart,
    direction: 'neither',
    ...figures,
    ...(baseline === null ? {} : { phases: [{ start: 0, baseline }] }),
    method: { screenRanges: false, limitsPerRange: 3 / 1.128, withoutSpread: 'onCentre', sigmas },
  }
}

function byNumber(a: number, b: number): number {
  return a - b
}
