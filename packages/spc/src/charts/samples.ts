import type { NoLimitsReason } from '../analysis.ts'
import { d2, d3 } from '../numbers/range.ts'
import { c4 } from '../numbers/samples.ts'
import type { Method, Samples, Stretch } from './chartType.ts'

/** How far values spread within samples of n values, in sigma of the process: of one spread or of several, by size. */
export interface Within {
  /** Sigma of the process, as it is taken for samples of a size. */
  readonly sigma: (size: number) => number
  /** Mean standard deviation of samples, where the method has one: the centre of an S chart. NaN: take the samples' own mean. */
  readonly meanDeviation: number
}

/**
 * Sigma of the process from the spreads within the samples of the baseline, by the method's `sampleSpread`. Samples of one
 * value have no spread and are left out; sigma is NaN without any.
 *
 * - `meanIfEqual`: s̄ ÷ c4(n), s̄ the plain mean of the deviations where all samples are of one size, else pooled.
 * - `pooled`: s̄ ÷ c4(n), s̄ = √(Σ (n − 1) s² ÷ Σ (n − 1)).
 * - `meanDeviation` and `meanRange`: mean of s ÷ c4(n), of R ÷ d2(n).
 * - `weightedDeviation` and `weightedRange`: the same, weighted so that its variance is least: by c4² ÷ (1 − c4²), by d2² ÷ d3².
 * - `rootMeanSquare`: pooled deviation ÷ c4(Σ (n − 1) + 1).
 *
 * @see Montgomery, Introduction to Statistical Quality Control, 6.3; Burr 1969, Journal of Quality Technology 1:163 (weights)
 */
export function sigmaWithin(samples: Samples, stretch: Stretch, method: Method): Within {
  const groups = groupsOf(samples, stretch, method)
  const { sampleSpread } = method
  switch (sampleSpread) {
    case 'meanIfEqual':
      return ofDeviation(isOneSize(samples, stretch) ? weightedMean(groups, deviationOf, one) : pooled(groups))
    case 'pooled':
      return ofDeviation(pooled(groups))
    case 'meanDeviation':
      return constant(weightedMean(groups, byDeviation, one))
    case 'weightedDeviation':
      return constant(weightedMean(groups, byDeviation, ({ size }) => c4(size) ** 2 / (1 - c4(size) ** 2)))
    case 'rootMeanSquare':
      return constant(pooled(groups) / c4(sum(groups, freedom) + 1))
    case 'meanRange':
      return constant(weightedMean(groups, byRange(method), one))
    case 'weightedRange':
      return constant(
        weightedMean(groups, byRange(method), ({ size }) => (meanOf(method, size) / spreadOf(method, size)) ** 2),
      )
  }
}

/** Whether the method needs ranges; the others need standard deviations. */
export function needsRanges({ sampleSpread }: Pick<Method, 'sampleSpread'>): boolean {
  return sampleSpread === 'meanRange' || sampleSpread === 'weightedRange'
}

/** Mean range of samples of n values, in sigma: exact, or as the method's table has it, NaN beyond its end. */
export function meanOf({ rangeConstants: table }: Method, size: number): number {
  return table === 'exact' ? d2(size) : (table.d2[size] ?? Number.NaN)
}

/** Standard deviation of the range of samples of n values, in sigma. @see meanOf */
export function spreadOf({ rangeConstants: table }: Method, size: number): number {
  return table === 'exact' ? d3(size) : (table.d3[size] ?? Number.NaN)
}

/** Why there is no sigma: no sample has a spread, or the method's table of constants ends before their size. */
export function whyNoSigma(samples: Samples, stretch: Stretch, method: Method): NoLimitsReason {
  return groupsOf(samples, stretch, method).length === 0 ? 'noSpread' : 'noneByMethod'
}

/** Mean of the baseline's points weighted by the sizes of their samples. */
export function meanBySize({ sizes }: Samples, { judged, start, baselineEnd }: Stretch): number {
  let total = 0
  let count = 0
  for (let i = start; i < baselineEnd; i++) {
    if (Number.isNaN(judged[i]!)) continue
    total += sizes[i]! * judged[i]!
    count += sizes[i]!
  }
  return total / count
}

interface Group {
  readonly size: number
  readonly deviation: number
  readonly range: number
}

/** The baseline's samples that have a spread of the kind that the method goes by. */
function groupsOf(
  { sizes, deviations, ranges }: Samples,
  { judged, start, baselineEnd }: Stretch,
  method: Method,
): readonly Group[] {
  const groups: Group[] = []
  const spreads = needsRanges(method) ? ranges : deviations
  for (let i = start; i < baselineEnd; i++) {
    if (Number.isNaN(judged[i]!) || !(sizes[i]! >= 2) || Number.isNaN(spreads?.[i] ?? Number.NaN)) continue
    groups.push({ size: sizes[i]!, deviation: deviations?.[i] ?? Number.NaN, range: ranges?.[i] ?? Number.NaN })
  }
  return groups
}

/** Samples of one value count here, although they have no spread. */
function isOneSize({ sizes }: Samples, { judged, start, baselineEnd }: Stretch): boolean {
  const found = new Set<number>()
  for (let i = start; i < baselineEnd; i++) if (!Number.isNaN(judged[i]!)) found.add(sizes[i]!)
  return found.size === 1
}

function ofDeviation(deviation: number): Within {
  return { sigma: (size) => deviation / c4(size), meanDeviation: deviation }
}

function constant(sigma: number): Within {
  return { sigma: () => sigma, meanDeviation: Number.NaN }
}

function pooled(groups: readonly Group[]): number {
  return Math.sqrt(sum(groups, (group) => freedom(group) * group.deviation ** 2) / sum(groups, freedom))
}

function weightedMean(
  groups: readonly Group[],
  spread: (group: Group) => number,
  weight: (group: Group) => number,
): number {
  return sum(groups, (group) => weight(group) * spread(group)) / sum(groups, weight)
}

function sum(groups: readonly Group[], of: (group: Group) => number): number {
  return groups.reduce((total, group) => total + of(group), 0)
}

function freedom({ size }: Group): number {
  return size - 1
}

function one(): number {
  return 1
}

function deviationOf({ deviation }: Group): number {
  return deviation
}

function byDeviation({ size, deviation }: Group): number {
  return deviation / c4(size)
}

function byRange(method: Method): (group: Group) => number {
  return ({ size, range }) => range / meanOf(method, size)
}
