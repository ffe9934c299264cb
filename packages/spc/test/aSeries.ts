import type { SeriesInput, Wording } from '../src/analysis.ts'

/** A series of values on an XmR chart where higher is better, unless the test says otherwise. */
export function aSeries(numerators: readonly number[], rest: Partial<SeriesInput> = {}): SeriesInput {
  return { chart: 'xmr', numerators, direction: 'higher', ...rest }
}

/** "month 1", "25.0%": plain words whose numbers a test can find again. */
export const aWording: Wording = {
  period: (index) => `month ${index + 1}`,
  value: (value, moreDecimals = 0) => `${value.toFixed(1 + moreDecimals)}%`,
  noun: 'month',
}

/** Values that go up and down about 50 without any rule finding something in them. */
export function steadyValues(length: number): number[] {
  const ups = [51, 49, 52, 48, 50.5, 49.5, 51.5, 48.5]
  return Array.from({ length }, (_, i) => ups[i % ups.length]!)
}
