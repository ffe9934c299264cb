import { type Case, labels, numbers } from '../case.ts'

/** Charts of values that no model of counts stands behind. */
const UNMODELLED = ['i', 'i_m', 'i_mm', 'mr', 'run', 'xbar']

export function isOfCounts({ chart }: Case): boolean {
  return !UNMODELLED.includes(chart)
}

export function isOfSamples({ chart }: Case): boolean {
  return chart === 'xbar' || chart === 's'
}

export function hasZeroDenominator({ input }: Case): boolean {
  return input.denominator?.includes(0) ?? false
}

/** The peer takes rows that it cannot plot out before it begins, so that what stood on both sides of one are neighbours. */
export function keptRows(testCase: Case): { kept: readonly number[]; removed: number } {
  const numerators = numbers(testCase, 'numerator')
  const denominators = testCase.input.denominator ? numbers(testCase, 'denominator') : null
  const deviations = testCase.input.sd ? numbers(testCase, 'sd') : null
  const kept = [...numerators.keys()].filter(
    (row) =>
      isNumerator(testCase, numerators[row]!) &&
      (!denominators || isDenominator(testCase, denominators[row]!, numerators[row]!)) &&
      (!deviations || deviations[row]! >= 0),
  )
  return { kept, removed: numerators.length - kept.length }
}

function isNumerator(testCase: Case, value: number): boolean {
  return !Number.isNaN(value) && !(isOfCounts(testCase) && value < 0)
}

function isDenominator(testCase: Case, value: number, numerator: number): boolean {
  if (isOfSamples(testCase)) return value > 1
  return value >= (['p', 'pp'].includes(testCase.chart) ? numerator : 0)
}

/** Each change of label starts a phase. */
export function phaseStarts(testCase: Case, kept: readonly number[]): readonly number[] {
  if (!testCase.input.phaseLabel) return [0]
  const phases = labels(testCase, 'phaseLabel')
  return kept.flatMap((row, place) => (place === 0 || phases[row] !== phases[kept[place - 1]!] ? [place] : []))
}
