import { expect, test } from 'vitest'
import { byChance } from '#understand/chance.ts'

const charts = (count: number, rules = 'nhs') =>
  Array.from({ length: count }, () => ({ measure: { chart: 'xmr', rules } }) as const)

test('by the NHS’s rules a steady process is flagged at its latest point about once in 50 to 60 charts', () => {
  expect(byChance(charts(1)).oneIn).toBeGreaterThanOrEqual(50)
  expect(byChance(charts(1)).oneIn).toBeLessThanOrEqual(60)
})

test.each([1, 24, 142])('of %d charts as many are expected as their shares add up to', (count) => {
  expect(byChance(charts(count)).expected).toBeCloseTo(count * byChance(charts(1)).expected, 9)
  expect(byChance(charts(count)).oneIn).toBe(byChance(charts(1)).oneIn)
})

test('each chart counts by its own rules', () => {
  const both = byChance([...charts(3), ...charts(2, 'anhoej')]).expected
  expect(both).toBeCloseTo(byChance(charts(3)).expected + byChance(charts(2, 'anhoej')).expected, 12)
  expect(byChance(charts(1, 'anhoej')).oneIn).toBeLessThan(byChance(charts(1)).oneIn)
})
