import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const cases = [
  { name: 'heights far apart stay', heights: [0, 50, 100], moved: [0, 50, 100] },
  { name: 'two that are too close move by halves', heights: [50, 54], moved: [42, 62] },
  { name: 'equal ones share the space evenly', heights: [50, 50, 50], moved: [30, 50, 70] },
  { name: 'a block that pushes a third takes it in', heights: [50, 50, 65], moved: [35, 55, 75] },
  { name: 'at the edge they move inwards', heights: [0, 0], moved: [0, 20] },
  { name: 'none', heights: [], moved: [] },
]

for (const { name, heights, moved } of cases) {
  test(`spread: ${name}`, () => expect(spread(heights, 20, 0, 200)).toEqual(moved))
}

test('spread keeps the order and the distance', () => {
  const heights = fc
    .array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 6 })
    .map((list) => list.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(heights, (list) => {
      const moved = spread(list, 20, 0, 200)
      for (let i = 1; i < moved.length; i++) expect(moved[i]! - moved[i - 1]!).toBeGreaterThan(20 - 1e-9)
    }),
  )
})
