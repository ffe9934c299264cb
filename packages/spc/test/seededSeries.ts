import type { AdviceInput } from '../src/advice/examined.ts'
import { binomialCount, poissonCount } from '../src/chance/countNumbers.ts'
import { normalNumbers } from '../src/chance/normalNumbers.ts'
import { uniformNumbers } from '../src/chance/uniformNumbers.ts'

/** Series that are made of chance alone, and of causes that a test plants in them. The same for the same seed. */
export interface SeededSeries {
  /** Normal values of sigma 1 about `mean` on an XmR chart. */
  steady(points: number, mean?: number): AdviceInput
  /** Each value keeps so much of the one before. */
  following(points: number, share: number): AdviceInput
  /** Poisson counts on a c chart. */
  counts(points: number, mean: number): AdviceInput
  /** Binomial counts on a p chart; denominators between two numbers. `spread` moves the chance itself from period to period. */
  proportions(points: number, chance: number, sizes: readonly [number, number], spread?: number): AdviceInput
  /** Exponential times between events on a t chart. */
  times(points: number, mean: number): AdviceInput
}

export function seededSeries(seed: number): SeededSeries {
  const uniform = uniformNumbers(seed)
  const normal = normalNumbers(seed + 1)
  const all = (points: number, make: () => number) => Array.from({ length: points }, make)
  return {
    steady: (points, mean = 50) => ({
      chart: 'xmr',
      kind: 'value',
      direction: 'lower',
      numerators: all(points, () => mean + normal()),
    }),
    following(points, share) {
      let before = 0
      const next = () => {
        before = share * before + normal()
        return 50 + before
      }
      return { chart: 'xmr', kind: 'value', direction: 'lower', numerators: all(points, next) }
    },
    counts: (points, mean) => ({
      chart: 'c',
      kind: 'count',
      direction: 'lower',
      numerators: all(points, () => poissonCount(mean, uniform())),
    }),
    proportions(points, chance, [least, most], spread = 0) {
      const denominators = all(points, () => Math.round(least + (most - least) * uniform()))
      const numerators = denominators.map((size) => binomialCount(size, chance + spread * normal(), uniform()))
      return { chart: 'p', kind: 'proportion', direction: 'higher', numerators, denominators, multiplier: 100 }
    },
    times: (points, mean) => ({
      chart: 't',
      kind: 'timeBetween',
      direction: 'higher',
      numerators: all(points, () => -mean * Math.log(1 - uniform())),
    }),
  }
}

/** The same series with so much added from one entry on. */
export function withStep(input: AdviceInput, at: number, step: number): AdviceInput {
  return { ...input, numerators: Array.from(input.numerators, (value, i) => (i < at ? value : value + step)) }
}
