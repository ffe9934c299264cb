import type { SeriesInput } from './analysis.ts'
import type { ChartType } from './charts/chartType.ts'
import { needsRanges } from './charts/samples.ts'
import { SpcInputError } from './inputError.ts'
import type { Workspace } from './workspace.ts'

/**
 * Takes a series into the workspace: checks it, and makes the values that are drawn, before the multiplier.
 * A denominator that is missing or nought makes the value missing; it keeps its place.
 *
 * @returns whether every point has a value and none is excluded
 * @throws SpcInputError for arrays of unequal length, infinite numbers, negative counts or denominators, or a chart without the denominators it needs
 */
export function takeIn(input: SeriesInput, type: ChartType, into: Workspace): boolean {
  const { numerators, denominators } = input
  const { length } = numerators
  if (length > into.capacity)
    throw new SpcInputError(`${length} points do not fit into a workspace for ${into.capacity}`)
  const target = typeof input.target === 'number' ? input.target : Number.NaN
  if (!denominators && type.needsDenominator) throw new SpcInputError(`A ${type.id} chart needs denominators`)
  const missing = denominators
    ? takeShares(numerators, denominators, target, type, into)
    : takeValues(numerators, target, type, into)
  if (type.needsSamples) checkSamples(input, type)
  if (typeof input.target === 'object') takeTargets(input.target, length, into.targets)

  for (const at of input.excluded ?? []) {
    if (!(Number.isInteger(at) && at >= 0 && at < length)) throw new SpcInputError(`There is no point ${at} to exclude`)
    into.judged[at] = Number.NaN
  }
  return missing === 0 && (input.excluded ?? []).length === 0
}

/** Everything in one pass: `target` is that of all points, or NaN. Returns how many values are missing. */
function takeValues(given: ArrayLike<number>, target: number, { needsCounts }: ChartType, into: Workspace): number {
  const { numerators, denominators, values, judged, targets } = into
  const least = leastOf(needsCounts)
  let missing = 0
  for (let i = 0; i < given.length; i++) {
    const value = given[i]!
    if (value < least || value > Number.MAX_VALUE) throw notTaken(value, i)
    numerators[i] = value
    denominators[i] = 1
    values[i] = value
    judged[i] = value
    targets[i] = target
    if (Number.isNaN(value)) missing++
  }
  return missing
}

function takeShares(
  given: ArrayLike<number>,
  wholes: ArrayLike<number>,
  target: number,
  { needsCounts }: ChartType,
  into: Workspace,
): number {
  if (wholes.length !== given.length) {
    throw new SpcInputError(`${given.length} numerators have ${wholes.length} denominators`)
  }
  const { numerators, denominators, values, judged, targets } = into
  const least = leastOf(needsCounts)
  let missing = 0
  for (let i = 0; i < given.length; i++) {
    const numerator = given[i]!
    const denominator = wholes[i]!
    if (numerator < least || numerator > Number.MAX_VALUE) throw notTaken(numerator, i)
    if (denominator < 0 || denominator === Number.POSITIVE_INFINITY) {
      throw new SpcInputError(`Point ${i + 1} has a denominator of ${denominator}`)
    }
    const value = denominator > 0 ? numerator / denominator : Number.NaN
    numerators[i] = numerator
    denominators[i] = denominator
    values[i] = value
    judged[i] = value
    targets[i] = target
    if (Number.isNaN(value)) missing++
  }
  return missing
}

function leastOf(needsCounts: boolean): number {
  return needsCounts ? 0 : -Number.MAX_VALUE
}

function notTaken(value: number, at: number): SpcInputError {
  return new SpcInputError(
    Number.isFinite(value)
      ? `Point ${at + 1} is ${value}: a count or a time cannot be below 0`
      : `Point ${at + 1} is not a finite number`,
  )
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

function takeTargets(given: ArrayLike<number>, length: number, targets: Float64Array): void {
  if (given.length !== length) throw new SpcInputError(`${length} points have ${given.length} targets`)
  for (let i = 0; i < length; i++) targets[i] = given[i]!
}
