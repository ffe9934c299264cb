import { expect, test } from 'vitest'
import type { MeasureKind } from '#understand/measureKind.ts'
import { changeBy, type Entry, fold } from '#understand/observation.ts'
import { overturnedBy } from '#understand/overturn.ts'

const entry = (numerators: readonly number[], denominators: readonly number[] | null = null): Entry => ({
  periods: numerators.map((_, i) => i),
  numerators: Float64Array.from(numerators),
  denominators: denominators && Float64Array.from(denominators),
  spreads: null,
  provisional: null,
})

const cases: readonly [string, MeasureKind, Entry, Entry, number][] = [
  [
    'figures of something else overturn those known',
    'count',
    entry([1000, 1001, 1002, 1003]),
    entry([30, 31, 32, 33]),
    4,
  ],
  ['corrections do not', 'count', entry([100, 101, 102, 103]), entry([99, 101, 105, 100]), 0],
  ['one figure that was far off is a correction', 'count', entry([10, 100, 11, 12]), entry([10, 10, 11, 12]), 0],
  ['the same figures overturn nothing', 'count', entry([5, 0, 7]), entry([5, 0, 7]), 0],
  ['a series of one figure is overturned by another', 'count', entry([1000]), entry([30]), 1],
  [
    'the same share of another whole is another',
    'proportion',
    entry([5, 5, 5], [10, 10, 10]),
    entry([500, 500, 500], [1000, 1000, 1000]),
    3,
  ],
  ['a share is compared with a share', 'proportion', entry([5, 5, 5], [10, 10, 10]), entry([6, 5, 4], [11, 10, 9]), 0],
]

test.each(cases)('%s', (_, kind, before, after, expected) => {
  const known = fold([before])
  expect(overturnedBy(changeBy(after, known), known.size, kind)).toHaveLength(expected)
})
