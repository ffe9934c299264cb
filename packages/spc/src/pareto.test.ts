import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParetoOptions, pareto } from './pareto.ts'

const FALLS = [
  { name: 'Going to the toilet', count: 50 },
  { name: 'Other', count: 12 },
  { name: 'From bed', count: 30 },
  { name: 'Slipped', count: 4 },
  { name: 'From chair', count: 4 },
]

describe('bars', () => {
  test('most frequent first, equal ones as given, other last', () => {
    const { bars } = pareto(FALLS)
    expect(bars.map(({ name }) => name)).toEqual(['Going to the toilet', 'From bed', 'Slipped', 'From chair', 'Other'])
    expect(bars.map(({ cumulativeShare }) => cumulativeShare)).toEqual([0.5, 0.8, 0.84, 0.88, 1])
    expect(bars.map(({ vital }) => vital)).toEqual([true, true, false, false, false])
    expect(bars.map(({ isOther }) => isOther)).toEqual([false, false, false, false, true])
  })

  test('rows of one name are added up', () => {
    const { bars } = pareto([...FALLS, { name: 'Slipped', count: 60 }])
    expect(bars[0]).toMatchObject({ name: 'Slipped', count: 64 })
  })

  test('any name may be the rest', () => {
    expect(pareto(FALLS, { other: 'slipped' }).bars.at(-1)!.name).toBe('Slipped')
  })
})

describe('vital few', () => {
  const counts = (...list: number[]) => list.map((count, i) => ({ name: `c${i}`, count }))
  test.each<[string, ReturnType<typeof counts>, ParetoOptions, number, string | null]>([
    ['two that make up exactly 80%', FALLS, {}, 2, null],
    ['one that makes up 80%', counts(9, 1), {}, 1, null],
    ['the only one', counts(5), {}, 1, null],
    ['the only one that occurred', counts(5, 0, 0), {}, 1, null],
    ['fewer for a smaller share', FALLS, { vitalShare: 0.5 }, 1, null],
    ['none of equal ones', counts(3, 3, 3, 3), {}, 0, 'spreadEvenly'],
    ['none of nothing', counts(0, 0), {}, 0, 'nothingCounted'],
    ['none of no categories', [], {}, 0, 'nothingCounted'],
    ['none where other is most', [...counts(3, 2), { name: 'other', count: 95 }], {}, 0, 'otherTooLarge'],
  ])('%s', (_, categories, options, few, why) => {
    expect(pareto(categories, options)).toMatchObject({ vitalFew: few, noVitalFew: why })
  })
})

test.each([
  [[{ name: 'A', count: -1 }], {}, '“A” has a count of -1: give a number of 0 or above'],
  [[{ name: 'A', count: Number.NaN }], {}, '“A” has a count of NaN: give a number of 0 or above'],
  [[], { vitalShare: 80 }, 'The vital few cannot make up a share of 80: give one such as 0.8'],
])('%j with %j is refused', (categories, options, message) => {
  expect(() => pareto(categories, options)).toThrow(message)
})

const CATEGORIES = fc.array(
  fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'Other'), count: fc.nat(50) }),
  { maxLength: 12 },
)

test('shares add up to 1, rise, and lose nothing', () => {
  fc.assert(
    fc.property(CATEGORIES, (categories) => {
      const { bars, total } = pareto(categories)
      expect(total).toBe(categories.reduce((sum, { count }) => sum + count, 0))
      expect(bars.every(({ share }) => (share === null) === (total === 0))).toBe(true)
      fc.pre(total > 0)
      expect(bars.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12)
      for (const [i, bar] of bars.slice(1).entries()) {
        expect(bar.cumulativeShare).toBeGreaterThanOrEqual(bars[i]!.cumulativeShare!)
        if (!bar.isOther) expect(bar.count).toBeLessThanOrEqual(bars[i]!.count)
      }
    }),
  )
})

test('counting everything twice changes no share and no verdict', () => {
  fc.assert(
    fc.property(CATEGORIES, (categories) => {
      const twice = pareto(categories.map(({ name, count }) => ({ name, count: count * 2 })))
      const once = pareto(categories)
      expect(twice.bars.map(({ name, share, vital }) => [name, share, vital])).toEqual(
        once.bars.map(({ name, share, vital }) => [name, share, vital]),
      )
    }),
  )
})
