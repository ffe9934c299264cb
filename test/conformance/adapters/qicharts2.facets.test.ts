import { expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { qicharts2 } from './qicharts2.ts'

const aCase = (chart: string, input: Case['input'], options: Case['options'] = {}): Case => ({
  id: 'ours',
  peer: 'qicharts2',
  chart,
  family: 'ours',
  options,
  input,
  expected: {},
})

test('each facet is a chart of its own, and options count within it', () => {
  const input = {
    dates: ['2', '1', '3', '1', '2', '3'],
    value: [5, 4, 6, 50, 40, 60],
    facet: ['b', 'b', 'b', 'a', 'a', 'a'],
  }
  const { points, parts } = qicharts2.answer(aCase('run', input, { exclude: [3] })) as Record<string, object>
  expect(points).toMatchObject({
    x: ['1', '2', '3', '1', '2', '3'],
    y: [50, 40, 60, 4, 5, 6],
    cl: [45, 45, 45, 4.5, 4.5, 4.5],
    include: [true, true, false, true, true, false],
    facet: ['a', 'a', 'a', 'b', 'b', 'b'],
  })
  expect(parts).toMatchObject([
    { facet: 'a', part: 1, nObs: 2 },
    { facet: 'b', part: 1, nObs: 2 },
  ])
})

test('where a chart of shares has no denominators, each row counts one', () => {
  const input = { dates: ['1', '1', '2', '2', '2'], value: [1, 0, 1, 0, null] }
  const { points } = qicharts2.answer(aCase('p', input)) as Record<string, object>
  expect(points).toMatchObject({ y: [0.5, 0.5], n: [2, 2], subgroupSize: [2, 2] })
})
