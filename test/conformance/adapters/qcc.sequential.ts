import { type Analysis, analyse, type MethodOptions, type SeriesInput } from '@golden-thread/spc'
import { type Case, knownOptions, listOf, numberOption, numbers, orNull } from '../case.ts'
import { sigmaFromOf } from './qcc.shewhart.ts'

/** EWMA: the values, their average, its sigma and limits, and the places outside them, counted from 1. */
export function ewmaAnswer(testCase: Case): Readonly<Record<string, unknown>> {
  knownOptions(testCase, ['lambda', 'nSigmas', 'stdDevMethod', 'calibrationPoints'])
  const sigmas = numberOption(testCase, 'nSigmas') ?? 3
  const weight = numberOption(testCase, 'lambda') ?? 0.2
  const analysis = analyse(inputOf(testCase, 'ewma', { weight, sigmas }))
  const { centre, upper } = analysis
  return {
    points: {
      statistic: listOf(numbers(testCase, 'value')),
      ewma: listOf(analysis.values),
      sigma: listOf(upper.map((limit, at) => (limit - centre[at]!) / sigmas)),
      lcl: listOf(analysis.lower),
      ucl: listOf(upper),
    },
    center: centre[0],
    stdDev: orNull(sigmaOf(testCase)),
    violations: places(analysis.values, (value, at) => value > upper[at]! || value < analysis.lower[at]!),
  }
}

/** CUSUM in standard deviations, where ours are in the values' own unit. Without any the peer has no sums. */
export function cusumAnswer(testCase: Case): Readonly<Record<string, unknown>> {
  knownOptions(testCase, ['decisionInterval', 'seShift', 'headStart', 'stdDevMethod', 'calibrationPoints'])
  const decisionInterval = numberOption(testCase, 'decisionInterval') ?? 5
  const allowance = (numberOption(testCase, 'seShift') ?? 1) / 2
  const headStart = numberOption(testCase, 'headStart') ?? 0
  const { sums } = analyse(inputOf(testCase, 'cusum', { decisionInterval, allowance, headStart }))
  const sigma = sigmaOf(testCase)
  const inSigma = (sum: Float64Array) => sum.map((value) => (sigma > 0 ? value / sigma : Number.NaN))
  const [upper, lower] = [inSigma(sums!.upper), inSigma(sums!.lower)]
  return {
    points: { cusumPos: listOf(upper), cusumNeg: listOf(lower) },
    center: individuals(testCase).centre[0],
    stdDev: orNull(sigma),
    violationsUpper: places(upper, (sum) => sum > decisionInterval),
    violationsLower: places(lower, (sum) => sum < -decisionInterval),
  }
}

function inputOf(testCase: Case, chart: 'xmr' | 'ewma' | 'cusum', method: MethodOptions): SeriesInput {
  const baseline = numberOption(testCase, 'calibrationPoints')
  const sigmaFrom = sigmaFromOf(testCase)
  return {
    chart,
    direction: 'neither',
    numerators: numbers(testCase, 'value'),
    ...(baseline === null ? {} : { phases: [{ start: 0, baseline }] }),
    method: { screenRanges: false, limitsPerRange: 3 / 1.128, withoutSpread: 'onCentre', sigmaFrom, ...method },
  }
}

function individuals(testCase: Case): Analysis {
  return analyse(inputOf(testCase, 'xmr', {}))
}

function sigmaOf(testCase: Case): number {
  const { upper, centre } = individuals(testCase)
  return (upper[0]! - centre[0]!) / 3
}

/** Counted from 1. */
function places(values: Float64Array, isOutside: (value: number, at: number) => boolean): readonly number[] {
  return [...values.keys()].flatMap((at) => (isOutside(values[at]!, at) ? [at + 1] : []))
}
