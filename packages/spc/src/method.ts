import type { MethodOptions } from './analysis.ts'
import type { Method } from './charts/chartType.ts'
import { SpcInputError } from './inputError.ts'
import { normalQuantile } from './numbers/normal.ts'

/** 3 sigma limits in mean moving ranges, as NHS England prints it; 3 ÷ 1.128 has more digits and is another number. */
const NHS_LIMITS_PER_RANGE = 2.66

/** The same in median moving ranges: 3 ÷ 0.954. */
const LIMITS_PER_MEDIAN_RANGE = 3.145

const DEFAULT: Method = {
  screenRanges: true,
  limitsPerRange: NHS_LIMITS_PER_RANGE,
  limitsPerMedianRange: LIMITS_PER_MEDIAN_RANGE,
  sigmas: 3,
  centre: Number.NaN,
  withoutSpread: 'noLimits',
  spreadFrom: 'baseline',
  excludedRanges: 'skipped',
  scoreSpread: 'ranges',
  sampleSpread: 'meanIfEqual',
  rangeConstants: 'exact',
  leastSpread: 0,
  sigmaFrom: 'ranges',
  exact: false,
  countsEvent: false,
  weight: 0.2,
  span: 5,
  allowance: 0.5,
  decisionInterval: 5,
  headStart: 0,
}

/** @throws SpcInputError for limits at nought or fewer sigma or ranges, and for other choices that no chart can be made by */
export function completeMethod(options: MethodOptions | undefined): Method {
  if (!options) return DEFAULT
  const method: Method = {
    screenRanges: options.screenRanges ?? DEFAULT.screenRanges,
    limitsPerRange: options.limitsPerRange ?? DEFAULT.limitsPerRange,
    limitsPerMedianRange: options.limitsPerMedianRange ?? DEFAULT.limitsPerMedianRange,
    sigmas: sigmasOf(options),
    centre: options.centre ?? DEFAULT.centre,
    withoutSpread: options.withoutSpread ?? DEFAULT.withoutSpread,
    spreadFrom: options.spreadFrom ?? DEFAULT.spreadFrom,
    excludedRanges: options.excludedRanges ?? DEFAULT.excludedRanges,
    scoreSpread: options.scoreSpread ?? DEFAULT.scoreSpread,
    sampleSpread: options.sampleSpread ?? DEFAULT.sampleSpread,
    rangeConstants: options.rangeConstants ?? DEFAULT.rangeConstants,
    leastSpread: options.spreadBelowZero === 'kept' ? Number.NEGATIVE_INFINITY : DEFAULT.leastSpread,
    sigmaFrom: options.sigmaFrom ?? DEFAULT.sigmaFrom,
    exact: options.confidence !== undefined,
    countsEvent: options.countsEvent ?? DEFAULT.countsEvent,
    weight: options.weight ?? DEFAULT.weight,
    span: options.span ?? DEFAULT.span,
    allowance: options.allowance ?? DEFAULT.allowance,
    decisionInterval: options.decisionInterval ?? DEFAULT.decisionInterval,
    headStart: options.headStart ?? DEFAULT.headStart,
  }
  checkSequential(method)
  if (!(method.sigmas > 0)) throw new SpcInputError(`Limits cannot stand at ${method.sigmas} sigma`)
  for (const ranges of [method.limitsPerRange, method.limitsPerMedianRange]) {
    if (!(ranges > 0)) throw new SpcInputError(`Limits cannot stand at ${ranges} moving ranges`)
  }
  return method
}

function sigmasOf({ sigmas, confidence }: MethodOptions): number {
  if (confidence === undefined) return sigmas ?? DEFAULT.sigmas
  if (sigmas !== undefined)
    throw new SpcInputError('Limits are given both by sigmas and by confidence: give one of them')
  if (!(confidence > 0 && confidence < 1)) {
    throw new SpcInputError(`Limits cannot hold a share of ${confidence}: give one between 0 and 1, such as 0.998`)
  }
  return -normalQuantile((1 - confidence) / 2)
}

function checkSequential({ weight, span, allowance, decisionInterval, headStart }: Method): void {
  if (!(weight > 0 && weight <= 1))
    throw new SpcInputError(`The newest value cannot weigh ${weight}: give more than 0 and up to 1`)
  if (!(Number.isInteger(span) && span >= 1)) throw new SpcInputError(`A moving average cannot span ${span} periods`)
  if (!(allowance >= 0)) throw new SpcInputError(`An allowance of ${allowance} sigma is below 0`)
  if (!(decisionInterval > 0))
    throw new SpcInputError(`A decision interval of ${decisionInterval} sigma is not above 0`)
  if (!(headStart >= 0)) throw new SpcInputError(`A head start of ${headStart} sigma is below 0`)
}
