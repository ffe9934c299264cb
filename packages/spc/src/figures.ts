import type { SeriesInput } from './analysis.ts'
import type { ChartType } from './charts/chartType.ts'
import { needsRanges } from './charts/samples.ts'
import { SpcInputError } from './inputError.ts'
import type { Workspace } from './workspace.ts'

/**
 * Takes a series into the workspace: checks it, and makes the values that are drawn, before the multiplier.
 * A denominator that is missing or nought makes the value missing; it keeps its place.
 *
 * @throws SpcInputError for arrays of unequal length, infinite numbers, negative counts or denominators, or a chart without the denominators it needs
 */
export function takeIn(input: SeriesInput, type: ChartType, into: Workspace): void {
  const length = input.numerators.length
  takeNumerators(input.numerators, type, into)
  if (input.denominators) takeDenominators(input.denominators, length, into)
  else if (type.needsDenominator) throw new SpcInputError(`A ${type.id} chart needs denominators`)
  else into.denominators.fill(1, 0, length)
  if (type.needsSamples) checkSamples(input, type)
  takeTargets(input.target, length, into.targets)

  for (const at of input.excluded ?? []) {
    if (!(Number.isInteger(at) && at >= 0 && at < length)) throw new SpcInputError(`There is no point ${at} to exclude`)
    into.judged[at] = Number.NaN
  }
}

function takeNumerators(numerators: ArrayLike<number>, { needsCounts }: ChartType, into: Workspace): void {
  for (let i = 0; i < numerators.length; i++) {
    const value = numerators[i]!
    if (value - value !== 0 && !Number.isNaN(value)) throw new SpcInputError(`Point ${i + 1} is not a finite number`)
    if (needsCounts && value < 0)
      throw new SpcInputError(`Point ${i + 1} is ${value}: a count or a time cannot be below 0`)
    into.numerators[i] = value
    into.values[i] = value
    into.judged[i] = value
  }
}

function takeDenominators(denominators: ArrayLike<number>, length: number, into: Workspace): void {
  if (denominators.length !== length) {
    throw new SpcInputError(`${length} numerators have ${denominators.length} denominators`)
  }
  for (let i = 0; i < length; i++) {
    const denominator = denominators[i]!
    if (denominator < 0 || denominator === Number.POSITIVE_INFINITY) {
      throw new SpcInputError(`Point ${i + 1} has a denominator of ${denominator}`)
    }
    into.denominators[i] = denominator
    const value = denominator > 0 ? into.numerators[i]! / denominator : Number.NaN
    into.values[i] = value
    into.judged[i] = value
  }
}

function checkSamples({ samples, method, numerators: { length } }: SeriesInput, type: ChartType): void {
  const byRanges = type.byRanges || needsRanges({ sampleSpread: method?.sampleSpread ?? 'meanIfEqual' })
  if (!samples) {
    throw new SpcInputError(
      `An ${type.id} chart needs the sizes and ${byRanges ? 'ranges' : 'deviations'} of its samples`,
    )
  }
  const { sizes } = samples
  const spreads = byRanges ? samples.ranges : samples.deviations
  const [one, many] = byRanges ? ['range', 'ranges'] : ['standard deviation', 'deviations']
  if (!spreads) throw new SpcInputError(`An ${type.id} chart needs the sizes and ${many} of its samples`)
  if (sizes.length !== length || spreads.length !== length) {
    throw new SpcInputError(`${length} points have ${sizes.length} sizes and ${spreads.length} ${many}`)
  }
  for (let i = 0; i < length; i++) {
    if (!(Number.isInteger(sizes[i]) && sizes[i]! >= 0))
      throw new SpcInputError(`Sample ${i + 1} has a size of ${sizes[i]}`)
    const spread = spreads[i]!
    if (spread < 0 || spread === Number.POSITIVE_INFINITY) {
      throw new SpcInputError(`Sample ${i + 1} has a ${one} of ${spread}`)
    }
  }
}

function takeTargets(target: SeriesInput['target'], length: number, targets: Float64Array): void {
  if (target === undefined || typeof target === 'number') {
    targets.fill(target ?? Number.NaN, 0, length)
  } else if (target.length !== length) {
    throw new SpcInputError(`${length} points have ${target.length} targets`)
  } else {
    for (let i = 0; i < length; i++) targets[i] = target[i]!
  }
}
