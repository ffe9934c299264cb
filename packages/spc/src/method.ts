import type { MethodOptions } from './analysis.ts'
import type { Method } from './charts/chartType.ts'
import { SpcInputError } from './inputError.ts'

/** 3 sigma limits in mean moving ranges, as NHS England prints it; 3 ÷ 1.128 has more digits and is another number. */
const NHS_LIMITS_PER_RANGE = 2.66

const DEFAULT: Method = {
  screenRanges: true,
  limitsPerRange: NHS_LIMITS_PER_RANGE,
  sigmas: 3,
  centre: Number.NaN,
  withoutSpread: 'noLimits',
  spreadFrom: 'baseline',
  excludedRanges: 'skipped',
  scoreSpread: 'ranges',
  sampleSpread: 'meanIfEqual',
}

/** @throws SpcInputError for limits at nought or fewer sigma or ranges */
export function completeMethod(options: MethodOptions | undefined): Method {
  if (!options) return DEFAULT
  const method: Method = {
    screenRanges: options.screenRanges ?? DEFAULT.screenRanges,
    limitsPerRange: options.limitsPerRange ?? DEFAULT.limitsPerRange,
    sigmas: options.sigmas ?? DEFAULT.sigmas,
    centre: options.centre ?? DEFAULT.centre,
    withoutSpread: options.withoutSpread ?? DEFAULT.withoutSpread,
    spreadFrom: options.spreadFrom ?? DEFAULT.spreadFrom,
    excludedRanges: options.excludedRanges ?? DEFAULT.excludedRanges,
    scoreSpread: options.scoreSpread ?? DEFAULT.scoreSpread,
    sampleSpread: options.sampleSpread ?? DEFAULT.sampleSpread,
  }
  if (!(method.sigmas > 0)) throw new SpcInputError(`Limits cannot stand at ${method.sigmas} sigma`)
  if (!(method.limitsPerRange > 0))
    throw new SpcInputError(`Limits cannot stand at ${method.limitsPerRange} moving ranges`)
  return method
}
