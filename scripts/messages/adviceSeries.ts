import type { AdviceInput } from '@golden-thread/spc'
import fc from 'fast-check'
import { seededSeries, withStep } from '../../packages/spc/test/seededSeries.ts'

const NONE = Number.NaN
const UNLIKE = [3, 11, 7, 14, 5, 9, 12, 6, 10, 4, 13, 8, 15, 2]
const RARE = [0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1]
const moving = seededSeries(1).proportions(36, 0.8, [2000, 3000], 0.03)
const few = seededSeries(24).proportions(36, 0.3, [10, 60])
const times = seededSeries(22).times(40, 30)
const counts = seededSeries(23).counts(47, 40)

/** Figures that a check finds something in, or that another chart suits better. */
const FOUND: readonly AdviceInput[] = [
  values([5, 12, 4], { chart: 'p', kind: 'proportion', denominators: [10, 10, 10] }),
  values([5, -1, -2, 4], { chart: 'c', kind: 'count' }),
  values([1, 2, 4, 3, 5], { chart: 'run', periods: [1, 2, 2, 3, 7] }),
  values([...UNLIKE, NONE, 5.5, 5.5, 5.5, 5.5, 5.5]),
  values([5, 0, 4, 3, 4, 4], { chart: 'p', kind: 'proportion', denominators: [10, 0, 10, 10, 10, 10] }),
  values([90, 91, 92, 89, 90, 95], { chart: 'p', kind: 'proportion', denominators: new Array<number>(6).fill(100) }),
  values([1, 2, 1, 2, 2, 1, 1, 2, 1, 2], { chart: 'run' }),
  values([0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1]),
  values(RARE, { chart: 'c', kind: 'count' }),
  values(RARE, { chart: 'u', kind: 'rate', denominators: RARE.map(() => 100) }),
  values(RARE, { chart: 'p', kind: 'proportion', denominators: RARE.map(() => 100) }),
  moving,
  { ...moving, chart: 'pPrime' },
  { ...moving, chart: 'u', kind: 'rate' },
  values(moving.numerators, { chart: 'c', kind: 'count' }),
  { ...seededSeries(4).proportions(30, 0.02, [300, 900]), chart: 'c', kind: 'rate' },
  { ...few, chart: 'xmr' },
  { ...seededSeries(5).counts(30, 4), chart: 'xmr' },
  { ...times, chart: 'xmr' },
  { ...times, chart: 'xmr', kind: 'value' },
  // Rolling averages of counts.
  {
    ...counts,
    numerators: Array.from({ length: 36 }, (_, at) => Math.round(average(counts.numerators, at, at + 12))),
  },
  seededSeries(3).following(60, 0.7),
  seededSeries(3).following(60, -0.7),
]

/** Figures that ask for new limits; every objection speaks against one of them. */
export const REBASED: readonly AdviceInput[] = [
  ...[20, 26, -20].map((at) => withStep(seededSeries(11).steady(36), Math.abs(at), 3 * Math.sign(at))),
  values(Array.from(seededSeries(16).steady(40).numerators, (value, i) => value + i / 5)),
  values(Array.from(seededSeries(11).steady(36).numerators, (value, i) => (i < 20 ? value : 60 + 4 * (value - 50)))),
  { ...withStep(seededSeries(11).steady(36), 20, 3), chart: 'run' },
  ...following(60),
]

const figure = fc.oneof(fc.integer({ min: -1, max: 40 }), fc.constant(NONE))
const anything: fc.Arbitrary<AdviceInput> = fc
  .record({
    rows: fc.array(fc.tuple(figure, figure), { maxLength: 40 }),
    kind: fc.constantFrom<AdviceInput['kind'][]>('count', 'proportion', 'rate', 'value', 'timeBetween', 'casesBetween'),
    chart: fc.constantFrom<AdviceInput['chart'][]>('xmr', 'run', 'p', 'u', 'c', 'pPrime', 't', 'g'),
  })
  .map(({ rows, kind, chart }) => ({
    ...{ kind, chart, direction: 'lower' },
    numerators: rows.map(([numerator]) => numerator),
    denominators: rows.map(([, denominator]) => denominator),
  }))

/** Figures of which everything is said that there is to say beside a chart, and whatever else comes. */
export const ADVISED: readonly AdviceInput[] = [...FOUND, ...fc.sample(anything, { seed: 7, numRuns: 300 })]

function values(numerators: ArrayLike<number>, rest: Partial<AdviceInput> = {}): AdviceInput {
  return { chart: 'xmr', kind: 'value', direction: 'higher', numerators, ...rest }
}

/** Series that wander, some of them so that a new level is seen in them. */
function following(many: number): readonly AdviceInput[] {
  const seeded = seededSeries(17)
  return Array.from({ length: many }, () => seeded.following(60, 0.8))
}

function average(numbers: ArrayLike<number>, from: number, to: number): number {
  return (
    Array.from(numbers)
      .slice(from, to)
      .reduce((sum, number) => sum + number, 0) /
    (to - from)
  )
}
